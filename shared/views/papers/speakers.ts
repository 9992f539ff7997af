import { timedItems } from '../../domain/agenda/agenda.ts';
import { speechOf } from '../../domain/floor/floor.ts';
import type { AgendaItemId } from '../../domain/ids.ts';
import type { RegisterRow } from '../speech-register.ts';
import { toldRegister } from './appendices.ts';
import type { Block } from './paper.ts';
import { plainHeadLines } from './paper-head.ts';
import { heading, paragraph } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { numbered, tableOf } from './paper-table.ts';
import type { PaperText } from './paper-text.ts';
import { minutesOf } from './paper-time.ts';
import { capital, titled } from './people-words.ts';
import { appendixWords, speechKindWords } from './words.ts';
import { speakersWords as words } from './words-of-sheets.ts';

/** Who speaks under which item, in speaking order; who withdrew or was not admitted is not on it. */
export function speakersPaper(scope: PaperScope): PaperText {
  return {
    head: plainHeadLines(scope),
    title: words.title,
    subject: scope.state.conference.title,
    blocks: blocksOf(scope),
    signatures: null,
    recipients: [],
    appendices: [],
  };
}

function blocksOf(scope: PaperScope): readonly Block[] {
  const { agenda, floor } = scope.state;
  const rows = toldRegister(scope).filter(({ outcome }) => outcome !== 'withdrawn' && outcome !== 'declined');
  const of = (itemId: AgendaItemId | null): readonly RegisterRow[] =>
    rows.filter(({ speechId }) => speechOf(floor, speechId)?.itemId === itemId);
  const lists = [
    ...timedItems(agenda).map(({ itemId, plan }) => [plan.title, of(itemId)] as const),
    [words.general, of(null)] as const,
  ].filter(([, own]) => own.length > 0);
  if (lists.length === 0) return [paragraph(words.none)];
  return lists.flatMap(([title, own]) => [heading(2, title), table(scope, own)]);
}

const table = ({ profile }: PaperScope, rows: readonly RegisterRow[]): Block =>
  tableOf(
    [
      [words.place, 1, 'center'],
      [words.bridge, 4],
      [words.speaker, 6],
      [words.kind, 2],
      [words.subject, 6],
      [words.length, 2, 'center'],
      [words.state, 3],
    ],
    numbered(
      rows.map((row) => [
        row.bridge,
        capital(titled(row.speaker, profile)),
        speechKindWords[row.kind],
        row.subject,
        words.minutes(minutesOf(row.allottedMs)),
        appendixWords.outcomes[row.outcome],
      ]),
    ),
    words.none,
  );
