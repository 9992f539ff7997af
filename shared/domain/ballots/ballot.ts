import { z } from 'zod';
import { emptyMap, entriesOf, type PersistentMap } from '../../base/persistent-map.ts';
import { agendaItemIdSchema, type BallotId, type BridgeId, ballotIdSchema } from '../ids.ts';
import { line, lines } from '../text.ts';

/** Hands are counted in the halls; from phones each delegate answers once, openly or in secret. */
export const MANNERS = ['hands', 'open', 'secret'] as const;
/** What 100 % is: everybody summoned, everybody there at the opening, or whoever answered. */
export const BASES = ['expected', 'present', 'cast'] as const;

const content = {
  question: lines(1_000),
  manner: z.enum(MANNERS),
  options: z
    .array(line(120))
    .min(2)
    .max(6)
    .refine((options) => new Set(options).size === options.length),
  base: z.enum(BASES),
  /** Per cent of the summoned who must be there for it to be opened; 0: none. */
  quorumPercent: z.int().min(0).max(100),
  /** The first option passes with more than so many per cent of the base. */
  passPercent: z.int().min(0).max(99),
  itemId: agendaItemIdSchema.nullable(),
};
export const ballotInputSchema = z.strictObject(content);
export type BallotInput = z.infer<typeof ballotInputSchema>;
export const ballotFactsSchema = z.strictObject({ ballotId: ballotIdSchema, ...content });
export type BallotFacts = z.infer<typeof ballotFactsSchema>;

const count = z.int().min(0).max(10_000_000);
/** Answers by option, in the order of the options. */
export const countsSchema = z.array(count).min(2).max(6);
export type Counts = readonly number[];

/** Who was summoned and there when the ballot was opened: what a quorum and 100 % are measured by. */
export const electorateSchema = z.strictObject({ expected: count, present: count });
export type Electorate = z.infer<typeof electorateSchema>;

export type BallotStage =
  | { readonly status: 'prepared' }
  | { readonly status: 'open'; readonly openedAt: number; readonly electorate: Electorate }
  | {
      readonly status: 'closed';
      readonly openedAt: number;
      readonly electorate: Electorate;
      readonly closedAt: number;
      /** null for audiences that are not told until it is published. */
      readonly counts: Counts | null;
    }
  | { readonly status: 'annulled'; readonly at: number; readonly reason: string | null };

export interface Ballot extends BallotFacts {
  readonly stage: BallotStage;
  readonly publishedAt: number | null;
}

export interface Ballots {
  readonly list: readonly Ballot[];
  /** Hands counted in a hall, by `handsKey`; the last count stands. */
  readonly hands: PersistentMap<Counts>;
  /** Answers from phones so far, by ballot; of a secret one only how many, as its only entry. */
  readonly cast: Readonly<Record<string, Counts>>;
}

export const noBallots: Ballots = { list: [], hands: emptyMap(), cast: {} };
export const MAX_BALLOTS = 200;

export const handsKey = (ballotId: BallotId, bridgeId: BridgeId): string => `${ballotId} ${bridgeId}`;

export const ballotOf = ({ list }: Pick<Ballots, 'list'>, id: BallotId): Ballot | undefined =>
  list.find(({ ballotId }) => ballotId === id);

export const openBallots = ({ list }: Ballots): readonly Ballot[] =>
  list.filter(({ stage }) => stage.status === 'open');

export const sumOfCounts = (counts: Counts): number => counts.reduce((sum, one) => sum + one, 0);

export const addCounts = (a: Counts, b: Counts): Counts => a.map((one, index) => one + (b[index] ?? 0));

export const noAnswers = ({ options }: Pick<BallotFacts, 'options'>): Counts => options.map(() => 0);

/** The hands of all halls together. */
export function handsOf({ hands }: Ballots, ballot: BallotFacts): Counts {
  return entriesOf(hands)
    .filter(([key]) => key.startsWith(`${ballot.ballotId} `))
    .reduce((sum, [, counts]) => addCounts(sum, counts), noAnswers(ballot));
}

/** What 100 % is, in people. Whoever came after the opening has answered too: 100 % is never fewer than the answers. */
export function baseOf({ base }: BallotFacts, { expected, present }: Electorate, counts: Counts): number {
  const answers = sumOfCounts(counts);
  if (base === 'cast') return answers;
  return Math.max(answers, base === 'expected' ? expected : present);
}

/** Whether the first option has its majority: more than `passPercent` of the base, without rounding. */
export function hasPassed(ballot: BallotFacts, electorate: Electorate, counts: Counts): boolean {
  const base = baseOf(ballot, electorate, counts);
  return base > 0 && (counts[0] ?? 0) * 100 > ballot.passPercent * base;
}

/** How many must be there: the share of the summoned, rounded up; a share of nobody is somebody. */
export const quorumOf = ({ quorumPercent }: Pick<BallotFacts, 'quorumPercent'>, expected: number): number =>
  quorumPercent === 0 ? 0 : Math.max(1, Math.ceil((quorumPercent * expected) / 100));

/** How many answers the first option needs. */
export const neededToPass = ({ passPercent }: Pick<BallotFacts, 'passPercent'>, base: number): number =>
  Math.floor((passPercent * base) / 100) + 1;
