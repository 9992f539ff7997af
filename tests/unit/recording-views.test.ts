import { expect, test } from 'vitest';
import { readDays } from '../../client/parts/recording/kept-days.tsx';
import { recorderSentence } from '../../client/parts/recording/recorder-line.tsx';
import { fitted } from '../../client/screens/recorder/paint.ts';
import { text } from '../../client/text/text.ts';
import { refusesPiece } from '../../server/recordings/may-record.ts';
import { stretchIn } from '../../server/transport/http/send-pieces.ts';
import { recordingIdSchema } from '../../shared/domain/ids.ts';
import type { Recording } from '../../shared/domain/recording/recording.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { chaptersOfPart } from '../../shared/views/recording-chapters.ts';

const T0 = Date.parse('2026-11-22T01:00:00Z');
const MINUTE = 60_000;
const recordingId = recordingIdSchema.parse('ghi-1');

const stateWith = (recording: Partial<Recording>, allowed = true): ConferenceState => ({
  ...initialState,
  recordings: {
    ...initialState.recordings,
    decision: { allowed, by: 'chair', at: T0 },
    list: [{ recordingId, startedAt: T0, endedAt: null, deletedAt: null, ...recording }],
  },
});
const refusal = (state: ConferenceState, untilMs: number, nowMs = untilMs) =>
  refusesPiece(state, recordingId, { until: T0 + untilMs, now: T0 + nowMs });

test('[REC10] a piece is taken while the recording runs, and after it only what was recorded within it', () => {
  expect(refusal(stateWith({}), MINUTE)).toBeNull();
  const ended = stateWith({ endedAt: T0 + MINUTE });
  expect(refusal(ended, MINUTE, 5 * MINUTE)).toBeNull();
  expect(refusal(ended, MINUTE + 3_001, 5 * MINUTE)).toBe('recording-unknown');
  expect(refusal(ended, MINUTE, 12 * MINUTE)).toBe('recording-unknown');
  expect(refusal(stateWith({ endedAt: T0 + MINUTE, deletedAt: T0 + MINUTE }), MINUTE)).toBe('recording-unknown');
});

test('[REC1] without the decision of the chair, or once it is taken back, no piece is taken', () => {
  expect(refusal(stateWith({}, false), MINUTE)).toBe('recording-not-decided');
  const undecided = { ...stateWith({}), recordings: { ...stateWith({}).recordings, decision: null } };
  expect(refusal(undecided, MINUTE)).toBe('recording-not-decided');
});

test('[SEC3] in a classified session no piece is taken', () => {
  const state = stateWith({});
  const classified = { ...state, conference: { ...state.conference, classifiedSince: T0 } };
  expect(refusal(classified, MINUTE)).toBe('classified');
});

test('[REC11] the chapters of a part begin with the one that was running when it began', () => {
  const part = { bytes: 1, kind: 'video/webm' };
  const parts = [
    { ...part, part: 1, startedAt: T0, endedAt: T0 + 10 * MINUTE },
    { ...part, part: 2, startedAt: T0 + 11 * MINUTE, endedAt: T0 + 30 * MINUTE },
  ];
  const chapters = [
    { at: T0, title: 'Khai mạc' },
    { at: T0 + 5 * MINUTE, title: 'Báo cáo' },
    { at: T0 + 20 * MINUTE, title: 'Thảo luận' },
  ];
  const read = (number: number) =>
    chaptersOfPart({ parts, chapters }, number).map(({ title, offsetMs }) => [title, offsetMs / MINUTE]);
  expect(read(1)).toEqual([
    ['Khai mạc', 0],
    ['Báo cáo', 5],
  ]);
  expect(read(2)).toEqual([
    ['Báo cáo', 0],
    ['Thảo luận', 9],
  ]);
  expect(read(3)).toEqual([]);
});

test.each([
  [undefined, null],
  ['bytes=0-', { first: 0, last: 99 }],
  ['bytes=10-19', { first: 10, last: 19 }],
  ['bytes=90-500', { first: 90, last: 99 }],
  ['bytes=-10', { first: 90, last: 99 }],
  ['bytes=100-', 'beyond'],
  ['bytes=-0', 'beyond'],
  ['bytes=20-10', 'beyond'],
  ['bytes=0-1,5-6', null],
  ['lines=1-2', null],
] as const)('[REC12] of a hundred bytes, %s asks for %o', (header, stretch) => {
  expect(stretchIn(header, 100)).toEqual(stretch);
});

test('[REC13] a recording that nobody makes is said, at once by Egress and after ten seconds by the page', () => {
  const words = text.recording.control;
  const say = (state: Parameters<typeof recorderSentence>[0], watchedMs = 60_000) => recorderSentence(state, watchedMs);
  expect(say({ egress: null, lastPieceAgoMs: null }, 1_000)).toEqual({ tone: 'next', word: words.waiting });
  expect(say({ egress: null, lastPieceAgoMs: null })).toEqual({ tone: 'look', word: words.silent });
  expect(say({ egress: null, lastPieceAgoMs: 2_000 })).toEqual({ tone: 'done', word: words.receiving(2) });
  expect(say({ egress: null, lastPieceAgoMs: 9_000 })).toEqual({ tone: 'look', word: words.stalled(9) });
  expect(say({ egress: 'unreachable', lastPieceAgoMs: null }, 0)).toEqual({
    tone: 'look',
    word: words.egress.unreachable,
  });
  expect(say('unknown').tone).toBe('look');
});

test.each([
  ['', null],
  [' 30 ', 30],
  ['0', 'wrong'],
  ['3651', 'wrong'],
  ['3650', 3_650],
  ['-1', 'wrong'],
  ['1.5', 'wrong'],
  ['một', 'wrong'],
] as const)('[REC14] "%s" days to keep are read as %o', (typed, days) => {
  expect(readDays(typed)).toBe(days);
});

test('[REC15] a picture lies in its box as on the page', () => {
  const box = { x: 100, y: 0, width: 160, height: 90 };
  expect(fitted({ width: 40, height: 30 }, box, 'contain')).toEqual({ x: 120, y: 0, width: 120, height: 90 });
  expect(fitted({ width: 40, height: 30 }, box, 'cover')).toEqual({ x: 100, y: -15, width: 160, height: 120 });
  expect(fitted({ width: 40, height: 30 }, box, 'fill')).toEqual(box);
});
