import { expect, test } from 'vitest';
import { centralBridge, chooseBridges } from '../../scripts/demo-bridges/choose-bridges.ts';
import { plausibleHeadcount } from '../../scripts/demo-bridges/headcount.ts';
import { PICTURE, TestPicture } from '../../scripts/demo-bridges/test-picture.ts';
import { pitchOf, toneSamples } from '../../scripts/demo-bridges/tone.ts';
import { categoryCountSchema } from '../../shared/domain/attendance/figure.ts';
import { anGiang, central, LIVE, NOW, quangBinh, speechId, stateAfter } from '../support/builders.ts';
import { paper } from '../support/speech-builders.ts';

const ids = (bridges: readonly { readonly bridgeId: string }[]) => bridges.map(({ bridgeId }) => bridgeId);

test('those with a registered paper come first, then protocol order; sub-bridges and the centre never', () => {
  const registered = [paper(speechId('s-2'), central), paper(speechId('s-1'), quangBinh)];
  const state = stateAfter(LIVE, registered);
  expect(ids(chooseBridges(stateAfter(LIVE), 10))).toEqual([anGiang, quangBinh]);
  expect(ids(chooseBridges(state, 10))).toEqual([quangBinh, anGiang]);
  expect(ids(chooseBridges(state, 1))).toEqual([quangBinh]);
  expect(ids(centralBridge(state))).toEqual([central]);
});

test('a head-count adds up in every category of the list, whatever chance says', () => {
  const named = new Map([
    ['Đại biểu chính thức', 3],
    ['Đại biểu mời', 1],
  ]);
  for (const chance of [0, 0.3, 0.7, 0.999]) {
    const report = plausibleHeadcount(named, () => chance);
    expect(report.map(({ category }) => category)).toEqual([...named.keys()]);
    for (const row of report) {
      expect(categoryCountSchema.parse(row)).toEqual(row);
      expect(row.onSite + row.online + row.absentExcused + row.absentUnexcused).toBe(row.expected);
    }
  }
  expect(plausibleHeadcount(new Map())).toHaveLength(1);
});

test('the picture moves, and differs from bridge to bridge', () => {
  const at = (name: string, index: number, now: number) => Buffer.from(new TestPicture(name, index).draw(now));
  const first = at('An Giang', 0, NOW);
  expect(first.byteLength).toBe(PICTURE.width * PICTURE.height * 4);
  expect(at('An Giang', 0, NOW).equals(first)).toBe(true);
  expect(at('An Giang', 0, NOW + 1_000).equals(first)).toBe(false);
  expect(at('An Giang', 1, NOW).equals(first)).toBe(false);
  expect(at('Cà Mau', 0, NOW).equals(first)).toBe(false);
});

test('Vietnamese letters are drawn as such: no two of them look the same', () => {
  const letters = ['Ẩ', 'Ữ', 'ậ', 'Đ', 'đ', 'ỳ', 'ờ', 'ọ', 'A', 'E'];
  const drawn = letters.map((letter) => Buffer.from(new TestPicture(letter, 0).draw(NOW)).toString('base64'));
  expect(new Set(drawn).size).toBe(letters.length);
});

test('each bridge has its pitch, and its tone goes on without a click', () => {
  expect(new Set(Array.from({ length: 18 }, (_, index) => pitchOf(index))).size).toBe(18);
  const [before, after] = [toneSamples(440, 0), toneSamples(440, 960)];
  const steps = [...before, ...after].map((sample, i, all) => Math.abs(sample - (all[i - 1] ?? 0)));
  // The largest step of a sine is its amplitude times its angle per sample.
  expect(Math.max(...steps)).toBeLessThan(32_767 * 0.12 * 2 * Math.PI * (440 / 48_000) * 1.1);
  expect(Math.max(...before)).toBeGreaterThan(1_000);
});
