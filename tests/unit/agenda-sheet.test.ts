import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Agenda,
  type AgendaItem,
  type AgendaPlan,
  agendaItemKinds,
  emptyAgenda,
  type ItemPlan,
} from '../../shared/domain/agenda/agenda.ts';
import { NO_ROLLS } from '../../shared/domain/attendance/delegate.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { Person } from '../../shared/domain/person.ts';
import { type Paste, readPaste } from '../../shared/views/agenda-paste.ts';
import { agendaSheet } from '../../shared/views/agenda-sheet.ts';
import { placeAtEnd, type WritingPlace } from '../../shared/views/agenda-writing.ts';
import { itemId, MINUTE, NOW, PREPARING, personId, secretariat, stateAfter } from '../support/builders.ts';
import { TEXTS } from '../support/texts.ts';

/** An empty programme, its first row at 8:00. */
const MORNING: WritingPlace = { lastStart: null, free: NOW };

function read(table: string): Extract<Paste, { kind: 'read' }> {
  const paste = readPaste(table, MORNING);
  if (paste.kind !== 'read') throw new Error(`not read: ${JSON.stringify(paste)}`);
  return paste;
}

/** A programme as it may stand, its times in whole minutes and each start within half a day of the one before. */
const minutes = fc.integer({ min: 0, max: 700 });
const title = fc
  .string({
    minLength: 1,
    maxLength: 40,
    unit: fc.constantFrom('a', 'Ă', 'ộ', 'ư', ' ', ',', ';', '"', "'", '–', '(', '1', ')'),
  })
  .map((one) => one.trim().replace(/\s+/gu, ' '))
  .filter((one) => one !== '');
const name = fc.constantFrom('Nguyễn Văn An', 'Trần Thị Bình', 'Lê Đức Thọ');
const person: fc.Arbitrary<Person | null> = fc.option(
  fc
    .record({
      fullName: fc.option(name),
      positions: fc.array(fc.constantFrom('Vụ trưởng', 'Bí thư, Tỉnh ủy viên'), { maxLength: 3 }),
    })
    .filter(({ fullName, positions }) => fullName !== null || positions.length > 0)
    .map((one) => ({ personId: personId('p-1'), ...one })),
);
const row = fc.record({
  sort: fc.constantFrom('item', 'item', 'item', 'group', 'note'),
  title,
  kind: fc.constantFrom(...agendaItemKinds),
  gap: fc.integer({ min: 0, max: 60 }),
  length: minutes,
  soft: fc.boolean(),
  lock: fc.constantFrom('duration', 'end', 'deadline'),
  presenter: person,
});
type Drawn = typeof row extends fc.Arbitrary<infer T> ? T : never;

function programmeOf(drawn: readonly Drawn[]): Agenda {
  let free = NOW;
  const items = drawn.map((one, index): AgendaItem => {
    const common = { itemId: itemId(`i-${index}`), progress: { status: 'waiting' as const }, addedMs: 0, cues: [] };
    if (one.sort === 'note') return { ...common, plan: { row: 'note', title: one.title }, presenter: null };
    if (one.sort === 'group') {
      const targetMs = one.soft ? null : one.length * MINUTE;
      return { ...common, plan: { row: 'group', title: one.title, targetMs }, presenter: null };
    }
    const start = one.soft ? free : free + one.gap * MINUTE;
    const end = start + one.length * MINUTE;
    free = end;
    const span: ItemPlan['span'] =
      one.lock === 'duration'
        ? { lock: 'duration', durationMs: end - start }
        : { lock: 'end', end, deadline: one.lock === 'deadline' };
    const plan: AgendaPlan = { row: 'item', kind: one.kind, title: one.title, start, soft: one.soft, span };
    return { ...common, plan, presenter: one.presenter };
  });
  return { ...emptyAgenda, items };
}

const SHEET = {
  heads: TEXTS.vi.agenda.paste.columns,
  kinds: TEXTS.vi.console.agendaForm.kinds,
  group: TEXTS.vi.agenda.paste.group,
  note: TEXTS.vi.agenda.paste.note,
};

describe('a programme is written out for a spreadsheet', () => {
  test('[AGD185] what is written out is read back as it was', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (drawn) => {
        const programme = programmeOf(drawn);
        const pasted = read(agendaSheet(programme, SHEET));
        expect(pasted.errors).toEqual([]);
        expect(pasted.rows.map(({ plan, presenter }) => ({ plan, presenter }))).toEqual(
          programme.items.map(({ plan, presenter }) => ({
            plan,
            presenter: presenter === null ? null : { fullName: presenter.fullName, positions: presenter.positions },
          })),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('[AGD185] the heads of either language are known again', () => {
    const programme = programmeOf([
      {
        sort: 'item',
        title: 'Thảo luận',
        kind: 'discussion',
        gap: 0,
        length: 30,
        soft: false,
        lock: 'end',
        presenter: null,
      },
    ]);
    const english = TEXTS.en.agenda.paste;
    const words = {
      heads: english.columns,
      kinds: TEXTS.en.console.agendaForm.kinds,
      group: english.group,
      note: english.note,
    };
    expect(read(agendaSheet(programme, words))).toEqual(read(agendaSheet(programme, SHEET)));
  });

  test('[AGD185] no text at all makes the reader fail, and what it reads the rules accept', () => {
    const state = stateAfter(PREPARING);
    const moment = { now: NOW, newId: () => 'new', position: 0, actor: secretariat };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (table) => {
        const paste = readPaste(`Giờ\tPhút\tNội dung\n8:00\t5\tA\n${table}`, placeAtEnd(emptyAgenda, NOW));
        if (paste.kind !== 'read' || paste.rows.length === 0) return;
        const items = paste.rows.map(({ plan, presenter }) => ({ plan, presenter }));
        const decided = decide(state, { type: 'addAgendaItems', items, beforeItemId: null }, moment, NO_ROLLS);
        expect(decided.ok).toBe(true);
      }),
    );
  });
});
