import { describe, expect, test } from 'vitest';
import { pathIn, screenIn } from '../../client/parts/conference-path.ts';
import { readDeputyCode } from '../../client/parts/deputy-code.ts';
import { readMinutes, writeMinutes } from '../../client/screens/console/sheet/minutes.ts';
import { rulesIn, timesIn } from '../../client/screens/console/sheet/rules-reading.ts';
import { withRehearsals } from '../../client/screens/start/with-rehearsals.ts';
import { text } from '../../client/text/text.ts';
import { PUBLIC, redactState } from '../../shared/domain/audience.ts';
import type { Phase } from '../../shared/domain/conference/conference.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { DEFAULT_RULES, type FloorRules } from '../../shared/domain/floor/rules.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { ConferenceSummary } from '../../shared/protocol/http.ts';
import { isOverdrawn, type LedgerRow, ledgerRows, regionsInUse } from '../../shared/views/ledger.ts';
import { follows, rehearsalSight } from '../../shared/views/rehearsal.ts';
import {
  anGiang,
  central,
  conferenceId,
  DRAFT,
  details,
  LIVE,
  MINUTE,
  NOW,
  PREPARING,
  quangBinh,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { began, called, ended, paper } from '../support/speech-builders.ts';

const at = NOW;
const real = conferenceId('hoi-nghi');
const rehearsal = conferenceId('tong-duyet');

describe('a code as it is typed', () => {
  test.each(['ABCDE-23456', ' abcde 23456 ', 'abcde–23456', 'a b c d e 2 3 4 5 6', 'ＡBCDE23456'])(
    '[SEAT40] %s is the same code',
    (typed) => expect(readDeputyCode(typed)).toBe('ABCDE23456'),
  );

  test.each(['', 'ABCDE-2345', 'ABCDE-234567', 'ABCDE-2345Đ', 'ABCDE_23456'])(
    '[SEAT40] %s cannot be one and is not sent',
    (typed) => expect(readDeputyCode(typed)).toBeNull(),
  );
});

describe('the address of a screen', () => {
  test('[CNF40] the same screen, and the same hall, stand in a rehearsal under its id', () => {
    expect(pathIn(rehearsal, '/c/hoi-nghi/bridge/an-giang')).toBe('/c/tong-duyet/bridge/an-giang');
    expect(pathIn(real, '/c/tong-duyet/wall')).toBe('/c/hoi-nghi/wall');
  });

  test('the screen is read from the address of a conference alone', () => {
    expect(['/c/hoi-nghi/bridge/an-giang', '/c/hoi-nghi/wall', '/', '/join/x/y'].map(screenIn)).toEqual([
      'bridge',
      'wall',
      '',
      '',
    ]);
  });
});

describe('minutes as they are typed', () => {
  test('whole minutes, or minutes and seconds', () => {
    expect(['7', '2:30', ' 0:45 '].map(readMinutes)).toEqual([7 * MINUTE, 2.5 * MINUTE, 0.75 * MINUTE]);
    expect([7 * MINUTE, 2.5 * MINUTE, 0.75 * MINUTE].map(writeMinutes)).toEqual(['7', '2:30', '0:45']);
  });

  test.each(['', '0', '0:00', '-3', '2:60', '7,5', 'bảy', '1441'])('%s is no speaking time', (typed) => {
    expect(readMinutes(typed)).toBeNull();
  });
});

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('the form of the rules', () => {
  const TIMES = {
    'time-procedural': '2',
    'time-question': '1:30',
    'time-reply': '3',
    'time-paper': '7',
    'time-opinion': '5',
  };
  const written = (rest: Readonly<Record<string, string>>) => rulesIn(formOf({ ...TIMES, ...rest }), DEFAULT_RULES);
  const problems = text.rules.form.problems;

  test('is read whole: mode, seats, presence, times, ranked categories, budget', () => {
    const read = written({
      mode: 'open',
      seats: '3',
      presentOnly: 'on',
      categories: ' Trình tự \r\n\r\nQuy  chế\n',
      holder: 'region',
      granted: '15',
    });
    expect(read).toEqual({
      rules: {
        mode: 'open',
        seats: 3,
        presentOnly: true,
        times: { ...DEFAULT_RULES.times, question: 1.5 * MINUTE },
        categories: ['Trình tự', 'Quy chế'],
        budget: { holder: 'region', grantedMs: 15 * MINUTE },
      },
    });
  });

  test('a mode without a field for seats keeps the number that stood', () => {
    const before: FloorRules = { ...DEFAULT_RULES, mode: 'open', seats: 4 };
    expect(rulesIn(formOf({ ...TIMES, mode: 'request', holder: 'none' }), before)).toMatchObject({
      rules: { mode: 'request', seats: 4, budget: null },
    });
  });

  test.each([
    [{ seats: '7' }, problems.seats],
    [{ seats: '1.5' }, problems.seats],
    [{ 'time-reply': 'ba' }, problems.time(text.rules.kinds.reply)],
    [{ 'time-paper': '' }, problems.time(text.rules.kinds.paper)],
    [{ categories: 'Một\nHai\nMột' }, problems.categories],
    [{ categories: Array.from({ length: 9 }, (_, i) => `Loại ${i}`).join('\n') }, problems.categories],
    [{ holder: 'bridge', granted: '' }, problems.granted],
  ])('%o is named as what is wrong', (fields, problem) => {
    expect(written(fields)).toEqual({ problem });
  });

  test('of a list only the kinds that are written have a time of their own', () => {
    expect(timesIn(formOf({ 'time-paper': '5', 'time-opinion': '' }))).toEqual({ times: { paper: 5 * MINUTE } });
    expect(timesIn(formOf({ 'time-paper': '0' }))).toHaveProperty('problem');
  });
});

const adopted = (rest: Partial<FloorRules>): EventOf<'floorRulesAdopted'> => ({
  type: 'floorRulesAdopted',
  at,
  rules: { ...DEFAULT_RULES, ...rest },
});
const counted = (bridgeId: BridgeId, region: string): EventOf<'bridgeCountedToRegion'> => ({
  type: 'bridgeCountedToRegion',
  at,
  bridgeId,
  region,
});
const corrected = (bridgeId: BridgeId, byMs: number): EventOf<'ledgerCorrected'> => ({
  type: 'ledgerCorrected',
  at,
  bridgeId,
  byMs,
  reason: 'Nhường thời gian',
});
/** A paper of so many minutes, from the first word to the last. */
function spoke(name: string, bridge: BridgeId, minutes: number): readonly ConferenceEvent[] {
  const id = speechId(name);
  return [paper(id, bridge), called(id), began(id), ended(id, NOW + minutes * MINUTE)];
}
const nameOf = ({ holder }: LedgerRow) => (holder.kind === 'bridge' ? holder.bridge.bridgeId : holder.name);
const minutesOf = (row: LedgerRow) =>
  [row.usedMs, row.correctedMs, row.leftMs].map((ms) => (ms === null ? null : ms / MINUTE));

describe('the ledger', () => {
  test('[FLR190] shows what each bridge has used, what was corrected and what is left, the overdrawn first', () => {
    const state = stateAfter(
      LIVE,
      adopted({ budget: { holder: 'bridge', grantedMs: 10 * MINUTE } }),
      spoke('s-1', anGiang, 12),
      spoke('s-2', quangBinh, 14),
      corrected(quangBinh, 5 * MINUTE),
    );
    const rows = ledgerRows(state);
    expect(rows.map((row) => [nameOf(row), ...minutesOf(row)])).toEqual([
      [anGiang, 12, 0, -2],
      [quangBinh, 14, 5, 1],
      [central, 0, 0, 10],
    ]);
    expect(rows.map(isOverdrawn)).toEqual([true, false, false]);
  });

  test('[FLR191] adds up the bridges of a region, and those of none apart', () => {
    const state = stateAfter(
      LIVE,
      adopted({ budget: { holder: 'region', grantedMs: 15 * MINUTE } }),
      counted(anGiang, 'Miền Trung'),
      counted(quangBinh, 'Miền Trung'),
      spoke('s-1', anGiang, 9),
      spoke('s-2', quangBinh, 8),
    );
    const rows = ledgerRows(state);
    expect(rows.map((row) => [nameOf(row), ...minutesOf(row)])).toEqual([
      ['Miền Trung', 17, 0, -2],
      [null, 0, 0, 15],
    ]);
    expect(rows[0]?.bridges.map(({ bridgeId }) => bridgeId)).toEqual([anGiang, quangBinh]);
    expect(regionsInUse(state)).toEqual(['Miền Trung']);
  });

  test('[FLR192] without budgets counts all the same, and nothing is overdrawn', () => {
    const rows = ledgerRows(stateAfter(LIVE, spoke('s-1', anGiang, 90)));
    expect(rows.map((row) => [nameOf(row), ...minutesOf(row)])[0]).toEqual([anGiang, 90, 0, null]);
    expect(rows.some(isOverdrawn)).toBe(false);
  });
});

const started: EventOf<'rehearsalStarted'> = { type: 'rehearsalStarted', at, rehearsal };
const over: EventOf<'rehearsalEnded'> = { type: 'rehearsalEnded', at, rehearsal };
const ofRehearsal: EventOf<'rehearsalCreated'> = {
  type: 'rehearsalCreated',
  at,
  details,
  rehearsalOf: { conference: real, clockOffsetMs: MINUTE },
};

describe('a rehearsal on the screens', () => {
  test('[CNF41] a conference that is being prepared offers its running rehearsal, one that is open does not', () => {
    const offered = { kind: 'offered', rehearsal };
    expect(rehearsalSight(stateAfter(DRAFT, started))).toEqual(offered);
    expect(rehearsalSight(stateAfter(PREPARING, started))).toEqual(offered);
    expect(rehearsalSight(stateAfter(PREPARING, started, over))).toEqual({ kind: 'none' });
    expect(rehearsalSight(stateAfter(LIVE, started))).toEqual({ kind: 'none' });
  });

  test('[CNF42] a rehearsal is marked from its first moment on, and still when it is over', () => {
    const closed: EventOf<'conferenceClosed'> = { type: 'conferenceClosed', at };
    expect(rehearsalSight(stateAfter(ofRehearsal))).toEqual({ kind: 'rehearsal', of: real, over: false });
    expect(rehearsalSight(stateAfter(ofRehearsal, closed))).toEqual({ kind: 'rehearsal', of: real, over: true });
    expect(rehearsalSight(stateAfter(DRAFT))).toEqual({ kind: 'none' });
  });

  test('[CNF43] a wall goes to a rehearsal that runs, and back when it is over or the conference is opened', () => {
    const phases: readonly Phase[] = ['draft', 'preparing', 'live', 'adjourned', 'closed', 'archived'];
    const leavesAt = (sight: Parameters<typeof follows>[0]) => phases.filter((phase) => follows(sight, phase));
    expect(leavesAt({ kind: 'offered', rehearsal })).toEqual(['draft', 'preparing', 'live', 'adjourned']);
    expect(leavesAt({ kind: 'rehearsal', of: real, over: true })).toEqual(phases);
    expect(leavesAt({ kind: 'rehearsal', of: real, over: false })).toEqual(['live', 'adjourned', 'closed', 'archived']);
    expect(leavesAt({ kind: 'none' })).toEqual([]);
  });

  test('[CNF44] the first page has each rehearsal under its conference, and hides none', () => {
    const summary = (id: string, date: string, of: string | null = null): ConferenceSummary => ({
      ...details,
      id: conferenceId(id),
      date,
      phase: 'preparing',
      bridges: 3,
      rehearsalOf: of === null ? null : conferenceId(of),
    });
    const shown = withRehearsals([
      summary('td-1', '2021-09-30', 'cu'),
      summary('cu', '2021-09-30'),
      summary('moi', '2021-12-01'),
      summary('td-2', '2021-09-30', 'cu'),
      summary('td-3', '2020-01-01', 'an'),
    ]);
    expect(shown.map(({ conference, rehearsals }) => [conference.id, rehearsals.map(({ id }) => id)])).toEqual([
      ['moi', []],
      ['cu', ['td-1', 'td-2']],
      ['td-3', []],
    ]);
  });
});

test('[SEAT41] the staff see which deputy sat down last, the halls do not', () => {
  const state = stateAfter(LIVE, { type: 'seatTakenOver', at, seat: 'moderator' });
  expect(state.conference.lastTakeover).toEqual({ seat: 'moderator', at });
  expect(redactState(PUBLIC, state).conference.lastTakeover).toBeNull();
});
