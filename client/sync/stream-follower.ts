import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import type { Beat, Patch, Snapshot } from '../../shared/protocol/patch.ts';
import type { StreamName } from '../../shared/protocol/stream.ts';
import { type Cell, createCell, type Readable } from './cell.ts';
import { fold, fromSnapshot, isBehind, type Remedy, type Replica, remedyAfter } from './replica.ts';

/** Holds one stream's replica and says when something is missing; whoever owns the socket does the asking. */
export class StreamFollower {
  readonly stream: StreamName;
  readonly #state: Cell<ConferenceState> = createCell(initialState);
  readonly #onMissing: (follower: StreamFollower) => void;
  #replica: Replica | null = null;
  #fruitless = 0;
  #remedy: Remedy = 'resume';

  constructor(stream: StreamName, onMissing: (follower: StreamFollower) => void) {
    this.stream = stream;
    this.#onMissing = onMissing;
  }

  /** The empty conference until the first snapshot is there. */
  get state(): Readable<ConferenceState> {
    return this.#state;
  }

  get isLoaded(): boolean {
    return this.#replica !== null;
  }

  /** Of the last fact that stands in the state; 0 before there is one. */
  get seq(): number {
    return this.#replica?.seq ?? 0;
  }

  /** What a hello says of this stream; null asks for a snapshot. */
  since(): number | null {
    return this.#replica === null || this.#remedy === 'snapshot' ? null : this.#replica.seq;
  }

  /** Counts one more asking and says what it must ask for. */
  nextRemedy(): Remedy {
    this.#remedy = remedyAfter(this.#fruitless);
    this.#fruitless += 1;
    return this.#remedy;
  }

  adopt(snapshot: Pick<Snapshot, 'seq' | 'state'>): void {
    this.#become(fromSnapshot(snapshot));
  }

  onPatch(patch: Patch): void {
    if (this.#replica === null) return;
    const folded = fold(this.#replica, patch);
    if (folded.kind === 'applied') this.#become(folded.replica);
    if (folded.kind === 'gap') this.#onMissing(this);
  }

  onBeat(beat: Beat): void {
    if (this.#replica === null || isBehind(this.#replica, beat)) this.#onMissing(this);
  }

  #become(replica: Replica): void {
    this.#replica = replica;
    this.#fruitless = 0;
    this.#remedy = 'resume';
    this.#state.set(replica.state);
  }
}
