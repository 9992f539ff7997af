import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { loadDemo } from '../../server/demo/load-demo.ts';
import { realMoment } from '../../server/real-moment.ts';
import { liveItem, timedItems } from '../../shared/domain/agenda/agenda.ts';
import { plannedTimes } from '../../shared/domain/agenda/planned.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { fill } from '../../shared/views/announcement.ts';
import { MINUTE, NOW } from '../support/builders.ts';
import { savingEvery } from '../support/desk.ts';
import { type InProcess, openInProcess } from '../support/sqlite.ts';

let store: InProcess;
let state: ConferenceState;

beforeEach(async () => {
  store = openInProcess();
  const options = {
    journal: store.journal,
    moment: realMoment,
    snapshots: savingEvery(1_000),
    onFault: () => undefined,
  };
  state = (await ConferenceDesk.open(await loadDemo(options, NOW), options)).state;
});
afterEach(() => store.close());

test('[DMO1] the demo is found in its discussion, with seven papers on its list, and holds every rule', () => {
  expect(faultsOf(state)).toEqual([]);
  const live = liveItem(state.agenda);
  expect(live?.plan.kind).toBe('discussion');
  expect(queuedSpeeches(state.floor).map(({ itemId, kind }) => [itemId, kind])).toEqual(
    Array.from({ length: 7 }, () => [live?.itemId, 'paper']),
  );
});

test('[DMO2] its programme is typed as a secretariat would: one hard start, the others follow, a recess that ends on the dot', () => {
  const items = timedItems(state.agenda);
  expect(items.map(({ plan }) => plan.soft)).toEqual([false, ...items.slice(1).map(() => true)]);
  expect(plannedTimes(state.agenda).map(({ gapMs }) => gapMs)).toEqual([null, ...items.slice(1).map(() => 0)]);
  const recess = plannedTimes(state.agenda).find(({ item }) => item.plan.kind === 'recess');
  expect(recess?.item.plan.span).toMatchObject({ lock: 'end', deadline: true });
  expect((recess?.end ?? 0) - (recess?.start ?? 0)).toBe(10 * MINUTE);
  expect(new Set(state.agenda.items.map(({ plan }) => plan.row))).toEqual(new Set(['item', 'group', 'note']));
});

test('[DMO3] its running order can be read out: every word in braces is known', () => {
  const cues = state.agenda.items.flatMap((item) => item.cues);
  const texts = cues.flatMap(({ says }) => says ?? []);
  expect(state.agenda.items.filter((item) => item.cues.length > 0).length).toBeGreaterThanOrEqual(3);
  for (const text of texts) expect(fill(text, state)).not.toMatch(/[{}]/u);
  expect(texts.join(' ')).toContain('{lời mời}');
});

test('[DMO4] every province is counted to one of six regions, the central halls to none', () => {
  const regions = bridgesInOrder(state.bridges).map(({ region }) => region);
  expect(regions.filter((region) => region === null)).toHaveLength(2);
  expect(new Set(regions.filter((region) => region !== null)).size).toBe(6);
});

test('[DMO5] its record has begun: head, chairs, documents and findings stand in it, and nobody has signed', () => {
  const { minutes, points, citations, proposals } = state.records;
  expect(minutes.head?.profile).toBe('party');
  expect(minutes.officials.map(({ offices }) => offices.includes('chair'))).toEqual([true, true]);
  expect([points.length, citations.length, proposals.length]).toEqual([4, 3, 1]);
  expect(citations.every(({ itemId }) => itemId !== null)).toBe(true);
  expect(minutes.signed).toBeNull();
});
