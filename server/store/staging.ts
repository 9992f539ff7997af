import type { DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import type { RefusedRow } from '../../shared/protocol/list-import.ts';
import type { FieldChange, StagedOutcome } from './delegate-imports.ts';
import { TakenPositions } from './taken-positions.ts';

/** A file that is being read: what has been found of it so far. It does not outlive the writing worker. */
export class Staging {
  added = 0;
  changed = 0;
  unchanged = 0;
  refused = 0;
  readonly firstAdded: { readonly row: number; readonly delegate: DelegateInput }[] = [];
  readonly firstChanged: FieldChange[] = [];
  readonly firstRefused: RefusedRow[] = [];
  readonly categories = new Set<string>();
  readonly taken = new TakenPositions();
  /** For keys that stand in the list more than once: how far their rows are taken. */
  readonly lastTaken = new Map<string, number>();
  readonly key: number;
  readonly conferenceKey: number;

  constructor(key: number, conferenceKey: number) {
    this.key = key;
    this.conferenceKey = conferenceKey;
  }

  outcome(): StagedOutcome {
    const { added, changed, unchanged, refused, firstAdded, firstChanged, firstRefused } = this;
    const samples = { firstAdded, firstChanged, firstRefused };
    return { added, changed, unchanged, refused, ...samples, categories: [...this.categories] };
  }
}
