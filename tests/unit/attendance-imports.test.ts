import { describe, expect, test } from 'vitest';
import { attendanceOf, marksOf } from '../../shared/domain/attendance/attendance.ts';
import { sumOf } from '../../shared/domain/attendance/figure.ts';
import type { ListImport, StagedImport } from '../../shared/domain/attendance/list-import.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { BALLOT, ballotClosed, put } from '../support/ballot-builders.ts';
import {
  anGiang,
  CATEGORY,
  chauDoc,
  checkedIn,
  DELEGATION,
  importId,
  itemPlan,
  LIVE,
  listed,
  NOW,
  nowhere,
  opened,
  PREPARING,
  placed,
  quangBinh,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const file = importId('tep-1');
const apply: Command = { type: 'applyDelegateImport', importId: file };
const undo: Command = { type: 'undoImport', importId: file, accepting: [] };

/** A file of three delegates, as the store has read it. */
const staged = (rest: Partial<StagedImport> = {}): StagedImport => ({
  importId: file,
  name: 'Danh sách.xlsx',
  state: 'staged',
  added: 3,
  changed: 0,
  rolls: [
    { bridgeId: anGiang, byCategory: { [CATEGORY]: { unmarked: 1 }, 'Khách mời': { unmarked: 1 } } },
    { bridgeId: chauDoc, byCategory: { [CATEGORY]: { unmarked: 1 } } },
  ],
  delegations: [[DELEGATION, { unmarked: 3 }]],
  marked: 0,
  ...rest,
});

const placedRolls = (one: StagedImport) => one.rolls.map((roll) => ({ ...roll, ...placed(roll.bridgeId) }));
const changed = (one = staged()): EventOf<'rollsRecounted'> => ({
  type: 'rollsRecounted',
  at,
  importId: file,
  rolls: placedRolls(one),
  delegations: [...one.delegations],
});
const applied = (rest: Partial<Omit<ListImport, 'undone'>> = {}): EventOf<'importApplied'> => ({
  type: 'importApplied',
  at,
  importId: file,
  list: 'delegates',
  name: 'Danh sách.xlsx',
  added: 3,
  changed: 0,
  itemIds: [],
  bridgeIds: [],
  replaced: [],
  ...rest,
});

describe('a list of delegates from a file', () => {
  test('[ATT70] is applied as one act: the counts of every bridge and delegation, and who did it when', () => {
    const applying = given(PREPARING).when(apply, { staged: [staged()] });
    const { attendance } = applying.emits(changed(), applied());
    expect(marksOf(attendanceOf(attendance, anGiang))).toMatchObject({ unmarked: 2 });
    expect(sumOf(attendanceOf(attendance, anGiang).below)).toMatchObject({ expected: 1 });
    expect(sumOf(attendance.totals)).toMatchObject({ expected: 3, onSite: 0 });
    expect(attendance.imports).toMatchObject([{ importId: file, added: 3, undone: false }]);
    applying.writes({ kind: 'applyImport', importId: file });
  });

  test('[ATT71] is refused when it was not read, was applied, is empty, or names a bridge that has gone meanwhile', () => {
    given(PREPARING).when(apply).refuses('import-unknown');
    for (const state of ['applied', 'undone'] as const) {
      given(PREPARING)
        .when(apply, { staged: [staged({ state })] })
        .refuses('import-unknown');
    }
    given(PREPARING)
      .when(apply, { staged: [staged({ added: 0 })] })
      .refuses('nothing-to-change');
    const gone = staged({ rolls: [{ bridgeId: nowhere, byCategory: { [CATEGORY]: { unmarked: 1 } } }] });
    given(PREPARING)
      .when(apply, { staged: [gone] })
      .refuses('bridge-unknown');
  });

  test('[ATT72] is refused with more categories than a table can show', () => {
    const byCategory = Object.fromEntries(Array.from({ length: 61 }, (_, i) => [`Loại ${i}`, { unmarked: 1 }]));
    const wide = staged({ rolls: [{ bridgeId: anGiang, byCategory }] });
    given(PREPARING)
      .when(apply, { staged: [wide] })
      .refuses('too-many-categories', { max: 60 });
  });

  test('[ATT73] of a whole country is told in facts of 500 bridges each, which a journal can read', () => {
    const bridges = Array.from({ length: 1_201 }, (_, i) => ({
      bridgeId: anGiang,
      byCategory: { [`${i % 3}`]: { unmarked: 1 } },
    }));
    const delegations = Array.from(
      { length: 4_100 },
      (_, i) => [`Đoàn ${i}`, { unmarked: i < 1_201 ? 1 : 0 }] as const,
    );
    const big = staged({ rolls: bridges, delegations: delegations.map(([name, marks]) => [name, marks]) });
    const applying = given(PREPARING).when(apply, { staged: [big] });
    const { decided } = applying;
    const facts = decided.ok ? decided.value.events.filter((event) => event.type === 'rollsRecounted') : [];
    expect(facts.map(({ rolls }) => rolls.length)).toEqual([500, 500, 201]);
    expect(facts.map((fact) => fact.delegations.length)).toEqual([2_000, 2_000, 100]);
  });
});

describe('taking it back', () => {
  const imported: readonly ConferenceEvent[] = [...PREPARING, changed(), applied()];
  const gone = (rest: Partial<StagedImport> = {}) =>
    staged({
      state: 'applied',
      rolls: [
        { bridgeId: anGiang, byCategory: { [CATEGORY]: { unmarked: -1 }, 'Khách mời': { unmarked: -1 } } },
        { bridgeId: chauDoc, byCategory: { [CATEGORY]: { unmarked: -1 } } },
      ],
      delegations: [[DELEGATION, { unmarked: -3 }]],
      ...rest,
    });

  test('[ATT74] leaves the counts as if it had not been, and the record that it was', () => {
    const undoing = given(imported).when(undo, { staged: [gone()] });
    const { attendance } = undoing.emits(changed(gone()), { type: 'importUndone', at, importId: file });
    expect(attendance.totals).toEqual(given(PREPARING).state.attendance.totals);
    expect(attendance.imports).toMatchObject([{ importId: file, undone: true }]);
    undoing.writes({ kind: 'undoImport', importId: file });
  });

  test('[ATT75] asks before marks are lost with it', () => {
    const marked = gone({
      rolls: [
        { bridgeId: anGiang, byCategory: { [CATEGORY]: { present: -1 }, 'Khách mời': { unmarked: -1 } } },
        { bridgeId: chauDoc, byCategory: { [CATEGORY]: { unmarked: -1 } } },
      ],
      delegations: [[DELEGATION, { present: -1, unmarked: -2 }]],
      marked: 1,
    });
    const before = given(imported, checkedIn(anGiang, 'db-1'));
    before.when(undo, { staged: [marked] }).refuses('unconfirmed', { consequence: 'marks-lost', count: 1 });
    const { attendance } = before.when({ ...undo, accepting: ['marks-lost'] }, { staged: [marked] }).happens();
    expect(attendance.totals.byCategory).toEqual({});
  });

  test('[BAL77] waits while an open ballot holds votes from phones: its rows may be those who cast them', () => {
    const asked = given(imported, opened, put({ manner: 'secret' }));
    asked.when(undo, { staged: [gone()] }).happens();
    const vote: ConferenceEvent = { type: 'secretVoteCast', at, ballotId: BALLOT };
    const voted = given(imported, opened, put({ manner: 'secret' }), vote);
    voted.when(undo, { staged: [gone()] }).refuses('ballot-open', { voted: 1 });
    given(imported, opened, put({ manner: 'secret' }), vote, ballotClosed(1, 0, 0))
      .when(undo, { staged: [gone()] })
      .happens();
  });

  test('[ATT76] is done once, and only of what was applied here', () => {
    given(PREPARING)
      .when(undo, { staged: [gone()] })
      .refuses('import-unknown');
    given(imported).when(undo).refuses('import-unknown');
    given(imported, { type: 'importUndone', at, importId: file })
      .when(undo, { staged: [gone()] })
      .refuses('import-undone');
  });

  test('[ATT77] what others entered meanwhile stays', () => {
    const before = given(imported, listed(quangBinh, 'db-9'), checkedIn(quangBinh, 'db-9'));
    const { attendance } = before.when(undo, { staged: [gone()] }).happens();
    expect(sumOf(attendance.totals)).toMatchObject({ expected: 1, onSite: 1 });
  });

  test('[ATT79] a programme from a file is one act too, and is taken out again unless one of its rows has begun', () => {
    const program = { importId: file, name: 'Chương trình.xlsx' };
    const wish: Command = {
      type: 'addAgendaItems',
      beforeItemId: null,
      items: [{ plan: itemPlan({ title: 'Từ tệp' }), presenter: null }],
      file: program,
    };
    const { agenda, attendance } = given(LIVE).when(wish).happens();
    expect(attendance.imports).toMatchObject([{ ...program, list: 'agenda', added: 1, changed: 0, undone: false }]);
    const [row] = agenda.items;
    if (row === undefined) throw new Error('no row');
    const { itemId, plan, presenter } = row;
    const added: EventOf<'agendaItemAdded'> = {
      type: 'agendaItemAdded',
      at,
      item: { itemId, plan, presenter },
      beforeItemId: null,
    };
    const before = [...LIVE, added, applied({ ...program, list: 'agenda', added: 1, itemIds: [itemId] })];
    const undone = given(before).when(undo).happens();
    expect([undone.agenda.items, undone.attendance.imports[0]?.undone]).toEqual([[], true]);
    given(before, { type: 'agendaItemStarted', at, itemId }).when(undo).refuses('item-not-waiting');
  });

  test('[ATT78] the last fifty files stand in the record', () => {
    const files = Array.from({ length: 53 }, (_, index) => applied({ importId: importId(`tep-${index}`) }));
    const { imports } = given(LIVE, files).state.attendance;
    expect([imports.length, imports[0]?.importId, imports.at(-1)?.importId]).toEqual([50, 'tep-3', 'tep-52']);
  });
});

describe('a programme from a file', () => {
  const rows: Command = {
    type: 'addAgendaItems',
    items: [
      { plan: itemPlan({ title: 'Khai mạc' }), presenter: null },
      { plan: itemPlan({ title: 'Bế mạc', start: NOW + 3_600_000 }), presenter: null },
    ],
    beforeItemId: null,
    file: { importId: file, name: 'Chương trình.xlsx' },
  };

  test('[ATT123] is kept as one act, which is taken back as one; the same file is not written twice', () => {
    const written = given(PREPARING).when(rows);
    const state = written.happens();
    const { decided } = written;
    const events = decided.ok ? decided.value.events : [];
    expect(state.agenda.items).toHaveLength(2);
    expect(state.attendance.imports).toMatchObject([{ importId: file, list: 'agenda', added: 2, undone: false }]);
    given(PREPARING, events).when(rows).refuses('import-applied');
    const undone = given(PREPARING, events).when(undo).happens();
    expect(undone.agenda.items).toHaveLength(0);
    expect(undone.attendance.imports).toMatchObject([{ undone: true }]);
  });

  test('[ATT124] is not taken back once one of its items has begun', () => {
    const written = given(LIVE).when(rows);
    const { decided } = written;
    const events = decided.ok ? decided.value.events : [];
    const itemId = written.happens().agenda.items[0]?.itemId;
    if (itemId === undefined) throw new Error('no item');
    const started = given(LIVE, events).when({ type: 'startAgendaItem', itemId, expectedLive: null, accepting: [] });
    const live = started.decided.ok ? started.decided.value.events : [];
    given(LIVE, events, live).when(undo).refuses('item-not-waiting');
  });
});
