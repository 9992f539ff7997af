import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import {
  filteredRows,
  type LineRow,
  lineBoard,
  lineRow,
  type Measurements,
  standingCounts,
  UNSTABLE_MS,
} from '../../shared/views/line-board.ts';
import { countdownOf, READINESS_MS } from '../../shared/views/line-countdown.ts';
import { weaknessesOf } from '../../shared/views/line-figures.ts';
import {
  anGiang,
  bridgeId,
  CENTRAL_FACTS,
  central,
  chauDoc,
  created,
  DRAFT,
  halls,
  itemAdded,
  itemId,
  LIVE,
  linked,
  lost,
  MINUTE,
  NOW,
  PREPARING,
  quangBinh,
  stateAfter,
} from '../support/builders.ts';
import { checked, checkStarted, faulty, figures, scheduled, telemetry } from '../support/line-builders.ts';

type History = readonly (ConferenceEvent | readonly ConferenceEvent[])[];

const later = NOW + UNSTABLE_MS;
const board = (history: History, measured: Measurements = null, now = later) =>
  lineBoard(stateAfter(...history), measured, now);
const standings = (rows: readonly LineRow[]) => rows.map(({ bridge, standing }) => [bridge.bridgeId, standing]);

/** Forty halls of the first tier and two thousand below them, nobody there. */
const many: readonly ConferenceEvent[] = [
  created,
  {
    type: 'bridgesAdded',
    at: NOW,
    bridges: [
      CENTRAL_FACTS,
      ...Array.from({ length: 2_125 }, (_, n) => ({
        ...CENTRAL_FACTS,
        bridgeId: bridgeId(`b-${n}`),
        tier: n < 40 ? 1 : 2,
        parentId: n < 40 ? null : bridgeId(`b-${n % 40}`),
        order: n + 1,
      })),
    ],
  },
];

describe('how a line stands', () => {
  test('[LIN1] worst first: lost, broken, failed, not there, unchecked, weak, with a remark, ready', () => {
    const extra: ConferenceEvent = {
      type: 'bridgesAdded',
      at: NOW,
      bridges: ['hue', 'can-tho', 'da-nang', 'vinh-long', 'tay-ninh', 'lai-chau'].map((id, n) => ({
        ...CENTRAL_FACTS,
        bridgeId: bridgeId(id),
        tier: 1,
        order: 10 + n,
      })),
    };
    const [hue, canTho, daNang, vinhLong, tayNinh] = extra.bridges.map((one) => one.bridgeId);
    const there = [canTho, daNang, vinhLong, tayNinh, hue].flatMap((id) => (id === undefined ? [] : [linked(id)]));
    const rows = board(
      [
        PREPARING,
        extra,
        there,
        lost(anGiang),
        faulty(quangBinh, 'silentMicrophone'),
        checked(bridgeId('hue'), 'fail'),
        checked(bridgeId('da-nang'), 'pass'),
        checked(bridgeId('vinh-long'), 'passWithRemark'),
        checked(bridgeId('tay-ninh'), 'pass'),
      ],
      new Map([
        [central, telemetry()],
        [bridgeId('da-nang'), telemetry({ figures: figures({ lossUp: 3 }) })],
        [bridgeId('vinh-long'), telemetry()],
        [bridgeId('tay-ninh'), telemetry()],
      ]),
    );
    expect(standings(rows)).toEqual([
      [anGiang, 'lost'],
      [quangBinh, 'fault'],
      [bridgeId('hue'), 'failed'],
      [bridgeId('lai-chau'), 'absent'],
      [bridgeId('can-tho'), 'unchecked'],
      [bridgeId('da-nang'), 'unstable'],
      [bridgeId('vinh-long'), 'remark'],
      [central, 'ready'],
      [bridgeId('tay-ninh'), 'ready'],
      [chauDoc, 'ready'],
    ]);
  });

  test('[LIN2] two thousand bridges that only watch, and are lost or have not come, hide no hall that can go on air', () => {
    const rows = board([many, linked(bridgeId('b-3')), linked(bridgeId('b-99')), lost(bridgeId('b-99'))]);
    expect(rows).toHaveLength(2_126);
    // The central hall and the 39 that are missing, then the one that is there and untested, and only then communes.
    expect(rows.slice(0, 40).every(({ hasMedia, standing }) => hasMedia && standing === 'absent')).toBe(true);
    expect(standings(rows.slice(40, 43))).toEqual([
      [bridgeId('b-3'), 'unchecked'],
      [bridgeId('b-99'), 'lost'],
      [bridgeId('b-40'), 'absent'],
    ]);
    expect(standingCounts(rows)).toMatchObject({ lost: 1, unchecked: 1, absent: 2_124, ready: 0 });
  });

  test('[LIN3] who will not join, and has said why, is not missed', () => {
    const excused: ConferenceEvent = {
      type: 'bridgeExcused',
      at: NOW,
      bridgeId: anGiang,
      above: [],
      reason: 'Mất điện',
    };
    const rows = board([DRAFT, excused]);
    expect(rows.at(-1)?.bridge.bridgeId).toBe(anGiang);
    expect(rows.at(-1)?.standing).toBe('excused');
    expect(lineRow(stateAfter(DRAFT), rows.at(-1)?.bridge ?? never(), null, later).standing).toBe('absent');
  });

  test('[LIN4] a line that came back a moment ago may go again; after three minutes it is trusted', () => {
    const history = [PREPARING, checked(anGiang, 'pass'), lost(anGiang), linked(anGiang, NOW + MINUTE)];
    const measured = new Map([[anGiang, telemetry()]]);
    const standing = (now: number) =>
      board(history, measured, now).find(({ bridge }) => bridge.bridgeId === anGiang)?.standing;
    expect(standing(NOW + 2 * MINUTE)).toBe('unstable');
    expect(standing(NOW + MINUTE + UNSTABLE_MS)).toBe('ready');
  });

  test('[LIN5] the last test counts; one that runs says so; only halls with media are tested, and not the centre', () => {
    const of = (history: History, id: BridgeId) =>
      board([PREPARING, ...history]).find(({ bridge }) => bridge.bridgeId === id)?.standing;
    expect(of([checked(anGiang, 'fail')], anGiang)).toBe('failed');
    expect(of([checked(anGiang, 'fail'), checkStarted(anGiang)], anGiang)).toBe('checking');
    expect(of([checked(anGiang, 'fail'), checked(anGiang, 'pass')], anGiang)).toBe('ready');
    expect(of([], anGiang)).toBe('unchecked');
    expect(of([], central)).toBe('ready');
    expect(of([], chauDoc)).toBe('ready');
  });

  test('[LIN6] a fault that stands since longest comes first, and its age is the row’s', () => {
    const [row] = board([PREPARING, faulty(anGiang, 'silentMicrophone', NOW + 5), faulty(anGiang, 'packetLoss', NOW)]);
    expect(row).toMatchObject({ faults: ['packetLoss', 'silentMicrophone'], since: NOW, standing: 'fault' });
  });

  test('[LIN7] each row has its turn in the timetable', () => {
    const rows = board([PREPARING, scheduled({ startsAt: NOW, bridgeIds: [quangBinh, anGiang] })]);
    const slot = (id: BridgeId) => rows.find(({ bridge }) => bridge.bridgeId === id)?.slot ?? null;
    expect(slot(anGiang)).toEqual({ group: 'Nhóm 1', startsAt: NOW + 5 * MINUTE });
    expect(slot(central)).toBeNull();
  });

  test('[LIN26] a bridge that calls for help stands first, also one that only watches, until somebody takes it up', () => {
    const called: ConferenceEvent = { type: 'helpCalled', at: NOW, bridgeId: chauDoc, matter: 'sound' };
    const [first] = board([PREPARING, lost(anGiang), called]);
    expect(first).toMatchObject({ standing: 'ready', help: { matter: 'sound', since: NOW } });
    expect(first?.bridge.bridgeId).toBe(chauDoc);
    const settled: ConferenceEvent = { type: 'helpSettled', at: NOW, bridgeId: chauDoc };
    expect(board([PREPARING, lost(anGiang), called, settled])[0]?.bridge.bridgeId).toBe(anGiang);
  });

  test('[LIN8] a filter leaves what stands so, what can go on air, of one region, of these names', () => {
    const rows = board([PREPARING, lost(anGiang), { ...halls, bridges: [] }]);
    const all = { standing: null, kind: 'all', region: null, named: null } as const;
    const ids = (filter: Parameters<typeof filteredRows>[1]) =>
      filteredRows(rows, filter).map(({ bridge }) => bridge.bridgeId);
    expect(ids(all)).toHaveLength(4);
    expect(ids({ ...all, standing: 'lost' })).toEqual([anGiang]);
    expect(ids({ ...all, kind: 'watching' })).toEqual([chauDoc]);
    expect(ids({ ...all, kind: 'media' })).toHaveLength(3);
    expect(ids({ ...all, region: 'Nam Bộ' })).toEqual([]);
    expect(ids({ ...all, named: new Set([quangBinh]) })).toEqual([quangBinh]);
  });
});

describe('what the figures say', () => {
  test('[LIN9] nothing is weak of a hall in order; each weakness is named, the worst first', () => {
    expect(weaknessesOf(telemetry())).toEqual([]);
    expect(weaknessesOf(null)).toEqual(['silent']);
    expect(weaknessesOf(telemetry({ media: 'reconnecting', camera: 'missing' }))).toEqual(['noMedia', 'camera']);
    expect(weaknessesOf(telemetry({ microphone: 'refused' }))).toEqual(['microphone']);
    expect(weaknessesOf(telemetry({ picture: 'frozen' }))).toEqual(['picture']);
    expect(weaknessesOf(telemetry({ figures: figures({ lossDown: 2, roundTripMs: 250 }) }))).toEqual(['loss', 'slow']);
    expect(weaknessesOf(telemetry({ figures: figures({ height: 180 }) }))).toEqual(['coarse']);
    expect(weaknessesOf(telemetry({ clockOffsetMs: -1_500 }))).toEqual(['clock']);
  });

  test('[LIN10] a camera that nobody watches sends nothing, and is not called coarse; nor is what was not measured', () => {
    expect(weaknessesOf(telemetry({ figures: figures({ upKbps: 0, height: 90, framesPerSecond: 1 }) }))).toEqual([]);
    expect(weaknessesOf(telemetry({ figures: null, clockOffsetMs: null }))).toEqual([]);
  });

  test('[LIN11] before anybody has listened long enough, nobody is called silent', () => {
    const of = (measured: Measurements) =>
      board([PREPARING, checked(anGiang, 'pass')], measured).find(({ bridge }) => bridge.bridgeId === anGiang);
    expect(of(null)?.standing).toBe('ready');
    expect(of(new Map())).toMatchObject({ standing: 'unstable', weaknesses: ['silent'] });
  });
});

describe('the count-down', () => {
  const timed = [DRAFT, itemAdded(itemId('khai-mac'), { start: NOW + 2 * READINESS_MS })];

  test('[LIN12] it runs to the first time of the programme, and from an hour before it the board is watched', () => {
    expect(countdownOf(stateAfter(DRAFT), NOW)).toEqual({ kind: 'unknown' });
    expect(countdownOf(stateAfter(...timed), NOW)).toMatchObject({ kind: 'ahead', near: false });
    expect(countdownOf(stateAfter(...timed), NOW + READINESS_MS)).toMatchObject({ leftMs: READINESS_MS, near: true });
    expect(countdownOf(stateAfter(...timed), NOW + 2 * READINESS_MS + 7)).toMatchObject({ kind: 'overdue', lateMs: 7 });
  });

  test('[LIN13] an announced delay moves it; once begun, nothing is counted', () => {
    const delayed: ConferenceEvent = { type: 'delayAnnounced', at: NOW, delayMs: 10 * MINUTE };
    expect(countdownOf(stateAfter(...timed, delayed), NOW)).toMatchObject({ leftMs: 2 * READINESS_MS + 10 * MINUTE });
    expect(countdownOf(stateAfter(LIVE), NOW)).toEqual({ kind: 'running' });
  });
});

function never(): never {
  throw new Error('there is no such row');
}
