import type { Ballot, BallotFacts } from '../../../shared/domain/ballots/ballot.ts';
import type { BallotResult } from '../../../shared/views/ballot-result.ts';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import type { MarkTone } from '../state-mark.tsx';

export type BallotState = 'prepared' | 'open' | 'closed' | 'published' | 'annulled';

export const stateOf = ({ stage, publishedAt }: Ballot): BallotState =>
  publishedAt !== null ? 'published' : stage.status;

export const TONES: Readonly<Record<BallotState, MarkTone>> = {
  prepared: 'next',
  open: 'live',
  closed: 'over',
  published: 'done',
  annulled: 'off',
};

/** '72,3%' of tenths; a dash where there is nothing to have a share of. */
export function shareWords(tenths: number | null): string {
  if (tenths === null) return '–';
  const share = new Intl.NumberFormat(text.common.figures, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return `${share.format(tenths / 10)}%`;
}

/** Under which rules it is held, one after another. */
export function factWords({ manner, base, quorumPercent, passPercent, options }: BallotFacts): readonly string[] {
  const { manners, bases, facts } = text.ballots;
  return [
    manners[manner],
    facts.base(bases[base]),
    quorumPercent === 0 ? facts.noQuorum : facts.quorum(quorumPercent),
    facts.pass(options[0] ?? '', passPercent),
  ];
}

export const baseWords = ({ base }: Pick<BallotResult, 'base'>): string =>
  text.ballots.result.base(text.ballots.bases[base.kind], formatCount(base.people));

export const verdictWords = ({ passed }: Pick<BallotResult, 'passed'>): string =>
  passed ? text.ballots.result.passed : text.ballots.result.failed;
