import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { LineWatch } from '../../server/application/line-watch.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { type LineFault, lineOf } from '../../shared/domain/lines/line.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import { type Finding, findings, UNWATCHED, watchLine } from '../../shared/views/line-watch.ts';
import { NOW } from '../support/builders.ts';
import { actOn, HN, prepare, savingEvery } from '../support/desk.ts';
import { figures, telemetry } from '../support/line-builders.ts';

type Told = Finding & { readonly at: number };

/** A report a second, as a hall sends them; what was told, with the second in which it was. */
function watched(
  seconds: number,
  at: (second: number) => Telemetry | null,
  isOpen: (second: number) => boolean = () => true,
) {
  const told: Told[] = [];
  const standing = new Set<LineFault>();
  let line = UNWATCHED;
  for (let second = 0; second <= seconds; second++) {
    const report = at(second);
    if (report === null) continue;
    line = watchLine(line, { at: second * 1_000, telemetry: report, isOpen: isOpen(second) });
    for (const finding of findings(line, standing)) {
      told.push({ ...finding, at: second });
      if (finding.stands) standing.add(finding.fault);
      else standing.delete(finding.fault);
    }
  }
  return told;
}

const speaking = telemetry({ microphone: 'live', level: 0.3 });
const silent = telemetry({ microphone: 'live', level: 0 });
const brief = (told: readonly Told[]) => told.map(({ fault, stands, at }) => [fault, stands, at]);

describe('a microphone that sends silence', () => {
  test('[WAT1] says "live" and is not heard: raised after ten seconds, within fifteen, since its first silence', () => {
    expect(watched(15, (second) => (second < 2 ? speaking : silent))).toEqual([
      { fault: 'silentMicrophone', stands: true, since: 2_000, at: 12 },
    ]);
    expect(watched(60, () => speaking)).toEqual([]);
  });

  test('[WAT2] a pause between two words is none: a second of voice begins the count anew', () => {
    expect(watched(120, (second) => (second % 9 === 0 ? speaking : silent))).toEqual([]);
    // The control: pauses that are longer than ten seconds.
    expect(brief(watched(30, (second) => (second % 14 === 0 ? speaking : silent)))[0]).toEqual([
      'silentMicrophone',
      true,
      11,
    ]);
  });

  test('[WAT3] a closed microphone is silent by right, and what was silent before it closed is not counted on', () => {
    expect(
      watched(
        60,
        () => silent,
        () => false,
      ),
    ).toEqual([]);
    expect(watched(60, () => telemetry({ microphone: 'ready', level: 0 }))).toEqual([]);
    expect(
      watched(
        60,
        () => silent,
        (second) => second % 8 < 6,
      ),
    ).toEqual([]);
  });

  test('[WAT4] two seconds of voice prove it, though it closes then; silence while closed proves nothing', () => {
    const spoken = watched(
      40,
      (second) => (second === 20 || second === 21 || second === 22 ? speaking : silent),
      (second) => second < 24,
    );
    expect(brief(spoken)).toEqual([
      ['silentMicrophone', true, 10],
      ['silentMicrophone', false, 22],
    ]);
    expect(
      brief(
        watched(
          60,
          () => silent,
          (second) => second < 15,
        ),
      ),
    ).toEqual([['silentMicrophone', true, 10]]);
  });
});

describe('the other faults', () => {
  test.each([
    ['blackPicture', { picture: 'black' }],
    ['frozenPicture', { picture: 'frozen' }],
    ['noCamera', { camera: 'missing', picture: 'none' }],
    ['noCamera', { camera: 'refused', picture: 'none' }],
    ['noMicrophone', { microphone: 'missing' }],
    ['clockDrift', { clockOffsetMs: -2_500 }],
  ] as const)('[WAT5] %s is told after five seconds and taken back after five good ones', (fault, bad) => {
    const told = watched(30, (second) => (second >= 3 && second < 15 ? telemetry(bad) : telemetry()));
    expect(brief(told)).toEqual([
      [fault, true, 8],
      [fault, false, 20],
    ]);
    expect(watched(30, (second) => (second % 5 === 0 ? telemetry() : telemetry(bad)))).toEqual([]);
  });

  test('[WAT6] a camera that was put away on purpose shows neither black nor a frozen picture', () => {
    expect(watched(30, () => telemetry({ camera: 'off', picture: 'black' }))).toEqual([]);
  });

  test('[WAT7] loss of five per cent over ten seconds is told, one bad second is not', () => {
    const lossy = (lossUp: number) => telemetry({ figures: figures({ lossUp }) });
    expect(brief(watched(15, () => lossy(5)))).toEqual([['packetLoss', true, 5]]);
    expect(brief(watched(30, (second) => lossy(second < 10 ? 0.1 : 15)))).toEqual([['packetLoss', true, 19]]);
    expect(watched(60, (second) => lossy(second % 10 === 0 ? 80 : 0))).toEqual([]);
    expect(watched(60, () => lossy(4))).toEqual([]);
  });

  test('[WAT8] at the limit the alarm does not come and go', () => {
    const told = watched(120, (second) => telemetry({ figures: figures({ lossDown: 4.4 + Math.sin(second / 4) }) }));
    expect(told.filter(({ stands }) => !stands)).toEqual([]);
    // The control: it does go once the loss is gone.
    const cured = watched(40, (second) => telemetry({ figures: figures({ lossDown: second < 10 ? 6 : 0 }) }));
    expect(cured.map(({ stands }) => stands)).toEqual([true, false]);
  });

  test('[WAT9] a long way or an uneven one is a slow line', () => {
    expect(brief(watched(10, () => telemetry({ figures: figures({ roundTripMs: 450 }) })))).toEqual([
      ['slowLine', true, 5],
    ]);
    expect(brief(watched(10, () => telemetry({ figures: figures({ jitterMs: 60 }) })))).toEqual([
      ['slowLine', true, 5],
    ]);
    expect(watched(60, () => telemetry({ figures: figures({ roundTripMs: 390, jitterMs: 49 }) }))).toEqual([]);
    expect(watched(60, () => telemetry({ figures: null }))).toEqual([]);
  });

  test('[WAT10] a hall whose reports stop is judged no more; when they come again it begins anew', () => {
    const frozen = telemetry({ picture: 'frozen' });
    expect(watched(30, (second) => (second < 4 || second > 20 ? frozen : null)).map(({ at }) => at)).toEqual([26]);
    // The control: without the gap.
    expect(watched(30, () => frozen).map(({ at }) => at)).toEqual([5]);
  });
});

describe('told to the journal', () => {
  let desk: ConferenceDesk;
  let watch: LineWatch;
  let central: BridgeId;
  let anGiang: BridgeId;
  let voice: string | null;
  let commands: number;

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    let last = 0;
    commands = 0;
    voice = null;
    desk = await ConferenceDesk.open(HN, {
      journal: createMemoryJournal(),
      moment: (actor) => ({ now: Date.now(), newId: () => `n${++last}`, actor }),
      snapshots: savingEvery(1_000),
      onFault: (cause) => {
        throw cause;
      },
    });
    await prepare({ desk, act: actOn(desk) });
    [central, anGiang] = bridgesInOrder(desk.state.bridges).map(({ bridgeId }) => bridgeId) as [BridgeId, BridgeId];
    watch = new LineWatch(desk, { newId: () => `watch-${++commands}`, voiceOf: () => voice });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function report(bridgeId: BridgeId, seconds: number, ...machines: readonly Telemetry[]): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      vi.setSystemTime(Date.now() + 1_000);
      for (const one of machines) watch.observe(bridgeId, one);
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    }
  }
  const standing = (bridgeId: BridgeId) => Object.keys(lineOf(desk.state.lines, bridgeId).faults);

  test('[WAT11] silence on program and in a line check is raised, by the system, once', async () => {
    await report(central, 14, silent);
    expect(standing(central)).toEqual(['silentMicrophone']);
    expect(commands).toBe(1);
    await report(anGiang, 14, silent);
    expect(standing(anGiang)).toEqual([]);
    await actOn(desk)({ type: 'startLineCheck', bridgeId: anGiang, accepting: ['leaves-program'] });
    await report(anGiang, 14, silent);
    expect(standing(anGiang)).toEqual(['silentMicrophone']);
    await report(anGiang, 4, speaking);
    expect(standing(anGiang)).toEqual([]);
  });

  test('[WAT12] the hall’s voice is judged; neither its companions nor a second machine beside it', async () => {
    voice = 'hall-a1';
    const black = (device: string) => telemetry({ device, picture: 'black' });
    await report(anGiang, 10, telemetry(), black('hall-b2'), black('camera-1'), black('phone-1'), black('slides-1'));
    expect(standing(anGiang)).toEqual([]);
    voice = 'hall-b2';
    await report(anGiang, 10, telemetry(), black('hall-b2'));
    expect(standing(anGiang)).toEqual(['blackPicture']);
  });

  test('[WAT13] where the voice is not known, the machine that has been reporting; after it the next', async () => {
    const black = telemetry({ device: 'hall-b2', picture: 'black' });
    await report(anGiang, 10, telemetry(), black);
    expect(standing(anGiang)).toEqual([]);
    await report(anGiang, 12, black);
    expect(standing(anGiang)).toEqual(['blackPicture']);
  });

  test('[WAT14] a fault that stood before a restart is taken back when the line is good', async () => {
    await report(central, 14, silent);
    watch = new LineWatch(desk, { newId: () => `later-${++commands}`, voiceOf: () => null });
    await report(central, 4, speaking);
    expect(standing(central)).toEqual([]);
  });
});
