import { expect } from 'vitest';
import type { EventOf } from '../../shared/domain/event.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { NoteSubject, Office, Official } from '../../shared/domain/records/minutes.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { Block, Paper, PaperKind } from '../../shared/views/papers/paper.ts';
import { paperOf } from '../../shared/views/papers/paper-of.ts';
import type { PaperSource } from '../../shared/views/papers/paper-source.ts';
import { central, itemAdded, itemFinished, itemId, itemStarted, MINUTE, NOW, personId } from './builders.ts';
import { paperHead } from './records-builders.ts';

export const minute = (count: number): number => NOW + count * MINUTE;

export const sourceOf = (state: ConferenceState, rest: Partial<PaperSource> = {}): PaperSource => ({
  state,
  now: minute(200),
  position: 40,
  hash: 'ab12',
  absences: [],
  leading: [],
  ...rest,
});

export const written = (kind: PaperKind, state: ConferenceState, rest: Partial<PaperSource> = {}): Paper =>
  paperOf(kind, sourceOf(state, rest));
export const minutesOf = (state: ConferenceState, rest: Partial<PaperSource> = {}): Paper =>
  written('minutes', state, rest);

/** The lines of a paper as a reader has them; "# " marks a heading of its level. */
export const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
        return [block.spans.map(({ text }) => text).join('')];
      case 'heading':
        return [`${'#'.repeat(block.level)} ${block.text}`];
      case 'list':
        return block.items.map((spans) => `- ${spans.map(({ text }) => text).join('')}`);
      default:
        return block.rows.map((row) => row.join(' | '));
    }
  });

export const bodyOf = ({ blocks }: Paper): readonly string[] => linesOf(blocks);
/** Body and appendices. */
export const wholeOf = ({ title, subject, blocks, appendices }: Paper): string =>
  [title, subject, ...linesOf(blocks), ...appendices.flatMap((one) => [one.title, ...linesOf(one.blocks)])].join('\n');

/** The lines between a line and the next heading of its level or above. */
export function under(paper: Paper, start: string): readonly string[] {
  const lines = bodyOf(paper);
  const at = lines.findIndex((line) => line.includes(start));
  expect(at, `no line holds “${start}” in\n${lines.join('\n')}`).toBeGreaterThanOrEqual(0);
  const level = /^#+/u.exec(lines[at] ?? '')?.[0].length ?? 0;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => /^#+/u.test(line) && (/^#+/u.exec(line)?.[0].length ?? 0) <= level);
  return end === -1 ? rest : rest.slice(0, end);
}

/** Each stands after the one before it. */
export function expectInOrder(lines: readonly string[], ...starts: readonly string[]): void {
  let from = 0;
  for (const start of starts) {
    const at = lines.findIndex((line, index) => index >= from && line.startsWith(start));
    expect(at, `“${start}” does not follow in\n${lines.join('\n')}`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}

export const MAI: Person = {
  personId: personId('p-mai'),
  fullName: 'Trương Thị Mai',
  positions: ['Ủy viên Bộ Chính trị', 'Bí thư Trung ương Đảng', 'Trưởng Ban Tổ chức Trung ương'],
};
export const CHINH: Person = {
  personId: personId('p-chinh'),
  fullName: 'Mai Văn Chính',
  positions: ['Ủy viên Trung ương Đảng', 'Phó Trưởng Ban Thường trực Ban Tổ chức Trung ương'],
};
export const BINH: Person = { personId: personId('p-binh'), fullName: 'Lê Bình', positions: ['Chuyên viên'] };

export const official = (person: Person, offices: readonly Office[], rest: Partial<Official> = {}): Official => ({
  person,
  offices: [...offices],
  bridgeId: central,
  homeUnit: null,
  ...rest,
});
export const named = (...officials: readonly Official[]): EventOf<'officialsNamed'> => ({
  type: 'officialsNamed',
  at: NOW,
  officials: [...officials],
});
export const LEADERS = named(official(MAI, ['chair']), official(CHINH, ['coChair']), official(BINH, ['recorder']));

export const head = (rest: Parameters<typeof paperHead>[0] = {}): EventOf<'paperHeadWritten'> => ({
  type: 'paperHeadWritten',
  at: NOW,
  head: paperHead(rest),
});
export const noted = (about: NoteSubject, text: string): EventOf<'noteWritten'> => ({
  type: 'noteWritten',
  at: NOW,
  about,
  text,
  revision: 1,
});
export const signed: EventOf<'minutesSigned'> = {
  type: 'minutesSigned',
  at: minute(120),
  version: 1,
  position: 38,
  signer: MAI,
  recorder: BINH,
};
export const closedAt = (when: number): EventOf<'conferenceClosed'> => ({ type: 'conferenceClosed', at: when });

/** An item that ran from one minute to another. */
export const ran = (
  name: string,
  [from, to]: readonly [number, number],
  plan: Parameters<typeof itemAdded>[1] = {},
  presenter: Person | null = null,
) => [
  itemAdded(itemId(name), plan, presenter),
  itemStarted(itemId(name), minute(from)),
  itemFinished(itemId(name), minute(to)),
];

/** A classified session from one minute to another. */
export const secretFrom = (from: number): EventOf<'classifiedSessionBegan'> => ({
  type: 'classifiedSessionBegan',
  at: minute(from),
});
export const secretUntil = (to: number): EventOf<'classifiedSessionEnded'> => ({
  type: 'classifiedSessionEnded',
  at: minute(to),
});
