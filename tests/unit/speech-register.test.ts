import { expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { SpeechId } from '../../shared/domain/ids.ts';
import { speechRegister } from '../../shared/views/speech-register.ts';
import {
  anGiang,
  chauDoc,
  itemAdded,
  itemId,
  LIVE,
  lost,
  MINUTE,
  NOW,
  quangBinh,
  SECOND,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { began, called, ended, paper, requested } from '../support/speech-builders.ts';

const paused = (
  id: SpeechId,
  at: number,
  cause: 'byHand' | 'interposed' | 'lineLost',
  since = at,
): ConferenceEvent => ({
  type: 'speechPaused',
  at,
  speechId: id,
  since,
  cause,
});
const continued = (id: SpeechId, at: number): ConferenceEvent => ({ type: 'speechContinued', at, speechId: id });
const [first, second, third, again] = ['mot', 'hai', 'ba', 'mot-nua'].map(speechId) as [
  SpeechId,
  SpeechId,
  SpeechId,
  SpeechId,
];
const discussion = itemId('thao-luan');
const rowsOf = (...events: readonly ConferenceEvent[]) => speechRegister(stateAfter(LIVE, events));

test('[REG2] a speech: who, where, on what item, called, begun, ended, each pause, and what was spoken without them', () => {
  const [row] = rowsOf(
    itemAdded(discussion, { title: 'Thảo luận', kind: 'discussion' }),
    paper(first, anGiang, { itemId: discussion }),
    called(first, NOW),
    began(first, NOW + 5 * SECOND),
    paused(first, NOW + 60 * SECOND, 'interposed'),
    continued(first, NOW + 90 * SECOND),
    paused(first, NOW + 125 * SECOND, 'lineLost', NOW + 120 * SECOND),
    continued(first, NOW + 140 * SECOND),
    ended(first, NOW + 200 * SECOND),
  );
  expect(row).toMatchObject({
    number: 1,
    bridge: 'Điểm cầu tỉnh An Giang',
    kind: 'paper',
    item: 'Thảo luận',
    allottedMs: 7 * MINUTE,
    calledAt: NOW,
    startedAt: NOW + 5 * SECOND,
    endedAt: NOW + 200 * SECOND,
    pauses: [
      { from: NOW + 60 * SECOND, to: NOW + 90 * SECOND, cause: 'interposed' },
      { from: NOW + 120 * SECOND, to: NOW + 140 * SECOND, cause: 'lineLost' },
    ],
    pausedMs: 50 * SECOND,
    spokenMs: 145 * SECOND,
    outcome: 'spoken',
    calledBackOf: null,
  });
});

test('[REG3] start, end, pauses and what was spoken add up in every row, also where the line never came back', () => {
  const rows = rowsOf(
    paper(first, anGiang),
    paper(second, quangBinh),
    called(first),
    began(first, NOW + SECOND),
    lost(anGiang, NOW + 30 * SECOND),
    paused(first, NOW + 30 * SECOND, 'lineLost', NOW + 25 * SECOND),
    ended(first, NOW + 65 * SECOND, 'lineLost'),
    called(second, NOW + 65 * SECOND),
    began(second, NOW + 70 * SECOND),
    ended(second, NOW + 100 * SECOND),
  );
  expect(rows.map(({ spokenMs }) => spokenMs)).toEqual([24 * SECOND, 30 * SECOND]);
  for (const { startedAt, endedAt, pausedMs, spokenMs } of rows) {
    expect((endedAt ?? 0) - (startedAt ?? 0)).toBe(pausedMs + (spokenMs ?? 0));
  }
});

test('[REG4] each outcome has its own word: nobody is left out, and none counts for another', () => {
  const withdrawal = { type: 'speechWithdrawn', at: NOW, speechId: second } as const;
  const names = ['a', 'b', 'c', 'd', 'e', 'f'].map(speechId) as [
    SpeechId,
    SpeechId,
    SpeechId,
    SpeechId,
    SpeechId,
    SpeechId,
  ];
  const rows = rowsOf(
    paper(first, anGiang),
    paper(second, quangBinh),
    ...names.slice(0, 4).map((id) => paper(id, chauDoc)),
    requested(names[4], quangBinh),
    paper(names[5], quangBinh),
    called(first),
    ended(first, NOW + SECOND),
    withdrawal,
    { type: 'speechDeclined', at: NOW, speechId: names[0] },
    { type: 'speechLapsed', at: NOW, speechId: names[1], cause: 'itemEnded' },
    { type: 'speechHandedInWriting', at: NOW, speechId: names[2] },
    called(names[3], NOW + SECOND),
    began(names[3], NOW + 2 * SECOND),
  );
  expect(Object.fromEntries(rows.map((row) => [row.speechId, row.outcome]))).toEqual({
    [first]: 'unheard',
    [names[3]]: 'onFloor',
    [second]: 'withdrawn',
    [names[0]]: 'declined',
    [names[1]]: 'lapsed',
    [names[2]]: 'handedInWriting',
    [names[4]]: 'waiting',
    [names[5]]: 'waiting',
  });
  // What was called stands first, in the order of the calls; then who is in line.
  expect(rows.slice(0, 3).map((row) => row.speechId)).toEqual([first, names[3], names[5]]);
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('[REG5] a speaker who was called back has two rows, and the second names the first', () => {
  const rows = rowsOf(
    paper(third, quangBinh),
    paper(first, anGiang),
    called(third, NOW),
    began(third, NOW),
    ended(third, NOW + SECOND),
    called(first, NOW + SECOND),
    began(first, NOW + SECOND),
    ended(first, NOW + 2 * SECOND),
    paper(again, anGiang, { callbackOf: first }),
    called(again, NOW + 3 * SECOND),
  );
  expect(rows.map((row) => [row.number, row.speechId, row.calledBackOf])).toEqual([
    [1, third, null],
    [2, first, null],
    [3, again, 2],
  ]);
});
