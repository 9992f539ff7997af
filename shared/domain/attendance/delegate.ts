import { z } from 'zod';
import {
  type BallotId,
  type BridgeId,
  bridgeIdSchema,
  type DelegateId,
  delegateIdSchema,
  type ImportId,
  personIdSchema,
} from '../ids.ts';
import { instant } from '../instant.ts';
import { line } from '../text.ts';
import { categorySchema } from './figure.ts';
import type { StagedImport } from './list-import.ts';
import { markSchema } from './mark.ts';

/** What a delegate does at the bridge beside attending. */
export const bridgeRoleSchema = z.enum(['chair', 'coChair', 'headOfDelegation', 'secretary']);
export type BridgeRole = z.infer<typeof bridgeRoleSchema>;

/** By which way somebody was said to be there. */
export const checkInWaySchema = z.enum(['list', 'badge', 'phone', 'code', 'report']);
export type CheckInWay = z.infer<typeof checkInWaySchema>;

export const delegateInputSchema = z.strictObject({
  fullName: line(120).nullable(),
  /** In the order in which they are read out: the Party post first; "nguyên" begins a former one. */
  positions: z.array(line(200)).max(8),
  category: categorySchema,
  /** Where the delegate belongs; where the delegate sits is the bridge, and one does not follow from the other. */
  homeUnit: line(200),
  /** As whose delegation the delegate comes: totals are kept for each. */
  delegation: line(200),
  role: bridgeRoleSchema.nullable(),
  seat: line(40).nullable(),
  /** The number that the summoning office gave. */
  number: line(40).nullable(),
});
export type DelegateInput = z.infer<typeof delegateInputSchema>;

/** A delegate's row. Rows are many and hold names, so they live in a table; events name only the id. */
export const delegateRowSchema = z.strictObject({
  ...delegateInputSchema.shape,
  /** Short enough to be typed from a badge. */
  delegateId: delegateIdSchema,
  personId: personIdSchema,
  /** The bridge attended. */
  bridgeId: bridgeIdSchema,
  /** The category under which the counters hold the row, where an older release counted it under another. */
  countedAs: categorySchema.nullable(),
  mark: markSchema,
  /** Came after the opening; kept while the delegate is away. */
  late: z.boolean(),
  markedAt: instant.nullable(),
  /** The seat and sign-in that said so. */
  markedBy: z.string().max(100).nullable(),
  way: checkInWaySchema.nullable(),
  absenceReason: line(200).nullable(),
  /** Sent in somebody's place. */
  substituteFor: delegateIdSchema.nullable(),
});
export type DelegateRow = z.infer<typeof delegateRowSchema>;

/** How the table of delegates changes with a decision, in the transaction of its events. */
export type DelegateChange =
  | { readonly kind: 'put'; readonly row: DelegateRow }
  | { readonly kind: 'remove'; readonly delegateId: DelegateId }
  /** Every row of one bridge's list goes to another bridge. */
  | { readonly kind: 'moveAll'; readonly bridgeId: BridgeId; readonly toBridgeId: BridgeId }
  /** The rows that were read from a file begin to be seen, or cease to be. */
  | { readonly kind: 'applyImport'; readonly importId: ImportId }
  | { readonly kind: 'undoImport'; readonly importId: ImportId }
  /** The delegate has voted. A secret answer is counted apart from that, and stands beside nobody. */
  | {
      readonly kind: 'vote';
      readonly ballotId: BallotId;
      readonly delegateId: DelegateId;
      readonly secretOption: number | null;
    }
  /** The ballot is over: who voted in it, and its secret counts, are kept no longer. */
  | { readonly kind: 'forgetVoters'; readonly ballotId: BallotId };

/** What the caller has looked up for the command; `decide` reads no table itself. */
export interface Rolls {
  /** The row that the command names, or the one for whom that row is a substitute. */
  readonly row: (delegateId: DelegateId) => DelegateRow | undefined;
  readonly staged: (importId: ImportId) => StagedImport | undefined;
  readonly hasVoted: (ballotId: BallotId, delegateId: DelegateId) => boolean;
  /** Secret answers so far, by option. */
  readonly secretCounts: (ballotId: BallotId) => readonly number[];
}

export const NO_ROLLS: Rolls = {
  row: () => undefined,
  staged: () => undefined,
  hasVoted: () => false,
  secretCounts: () => [],
};
