import type { BridgeId } from '../../domain/ids.ts';
import type { ConferenceState } from '../../domain/state.ts';

/** A named delegate who did not come. */
export interface Absence {
  readonly bridgeId: BridgeId;
  readonly fullName: string | null;
  readonly positions: readonly string[];
  readonly reason: string | null;
}

/** A named delegate for the lists in the papers, in protocol order. */
export interface ListedDelegate {
  readonly bridgeId: BridgeId;
  readonly fullName: string | null;
  readonly positions: readonly string[];
  readonly homeUnit: string;
  readonly category: string;
  readonly present: boolean;
}

/** All that a paper is written from: the whole (unredacted) state at one position of the journal, and rows of the lists. */
export interface PaperSource {
  readonly state: ConferenceState;
  readonly now: number;
  readonly position: number;
  readonly hash: string;
  readonly absences: readonly Absence[];
  /** At most some hundreds, the highest ranks first: papers name leaders, not lists. */
  readonly leading: readonly ListedDelegate[];
}
