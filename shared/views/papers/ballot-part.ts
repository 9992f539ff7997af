import { type Ballot, baseOf, hasPassed, sumOfCounts } from '../../domain/ballots/ballot.ts';
import type { ConferenceState } from '../../domain/state.ts';
import { touchesSecret } from './classified-spans.ts';
import type { Block } from './paper.ts';
import { heading, list, paragraph } from './paper-parts.ts';
import { sentence } from './people-words.ts';
import { baseWords, counted, mannerWords, number, percent, ballotWords as words } from './words.ts';

/** When it was put to the vote; null: it was only prepared, and minutes do not tell of it. */
export const openedAt = ({ stage }: Ballot): number | null => ('openedAt' in stage ? stage.openedAt : null);

/** Votes that were held, or annulled, outside of classified sessions. */
export const toldBallots = (state: ConferenceState): readonly Ballot[] =>
  state.ballots.list.filter(({ stage }) => {
    if (stage.status === 'prepared') return false;
    if (stage.status === 'annulled') return !touchesSecret(state, stage.at, stage.at);
    return !touchesSecret(state, stage.openedAt, stage.status === 'closed' ? stage.closedAt : stage.openedAt);
  });

export function ballotBlocks(ballot: Ballot): readonly Block[] {
  const head = heading(3, `${words.question}: ${ballot.question.replaceAll('\n', ' ')}`);
  const { stage } = ballot;
  switch (stage.status) {
    case 'closed':
      return [head, paragraph(mannerText(ballot, stage.electorate)), ...resultBlocks(ballot, stage)];
    case 'open':
      return [head, paragraph(mannerText(ballot, stage.electorate)), paragraph(words.running)];
    case 'annulled':
      return [head, paragraph(sentence([words.annulled, ...(stage.reason === null ? [] : [stage.reason])].join(': ')))];
    default:
      return [];
  }
}

type Closed = Extract<Ballot['stage'], { status: 'closed' }>;

const mannerText = ({ manner }: Ballot, { expected, present }: Closed['electorate']): string =>
  `${words.manner}: ${mannerWords[manner]}; ${words.electorate(counted(expected), counted(present))}.`;

/** What 100 % is stands beside the shares: without it a share says nothing. */
function resultBlocks(ballot: Ballot, { electorate, counts }: Closed): readonly Block[] {
  if (counts === null) return [];
  const base = baseOf(ballot, electorate, counts);
  const without = base - sumOfCounts(counts);
  const rows = [
    ...ballot.options.map((option, index) => [option, counts[index] ?? 0] as const),
    ...(without > 0 ? [[words.without, without] as const] : []),
  ];
  const line = ([option, count]: readonly [string, number]): string =>
    base === 0
      ? `${option}: ${number(count)}`
      : `${option}: ${number(count)}/${number(base)} (${percent(count, base)})`;
  const first = ballot.options[0] ?? '';
  const verdict = hasPassed(ballot, electorate, counts) ? words.passed : words.failed;
  return [
    paragraph(words.base(baseWords[ballot.base], number(base))),
    list(rows.map(line)),
    paragraph(verdict(first, number(ballot.passPercent))),
  ];
}
