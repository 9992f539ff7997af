/**
 * One stream of a conference as this screen has it. Invariants:
 * 1. Pure: no socket, no clock; the same replica and message give the same outcome.
 * 2. `state` is the fold of every event of the stream up to and including `seq`, by the server's own `evolve`.
 * 3. An event is folded once: those at or below `seq` are passed over, also inside a patch that reaches further.
 * 4. `seq` never goes back by a patch or a beat. Only a snapshot may set it, to whatever the server says.
 * 5. A patch that begins above `seq` is never folded: something is missing, and the screen asks to resume.
 * 6. Asking is a ladder: three resumes without progress, then a snapshot, then a reload of the page.
 */
import { evolve } from '../../shared/domain/evolve.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { Beat, Patch, Snapshot } from '../../shared/protocol/patch.ts';
import type { EncodedState } from '../../shared/protocol/state-codec.ts';
import { decodeState } from '../../shared/protocol/state-codec.ts';

export interface Replica {
  readonly seq: number;
  readonly state: ConferenceState;
}

export type Folded =
  | { readonly kind: 'applied'; readonly replica: Replica }
  | { readonly kind: 'stale' }
  | { readonly kind: 'gap' };

export function fold({ seq, state }: Replica, patch: Pick<Patch, 'after' | 'through' | 'events'>): Folded {
  if (patch.through <= seq) return { kind: 'stale' };
  if (patch.after > seq) return { kind: 'gap' };
  const fresh = patch.events.filter((one) => one.seq > seq);
  return {
    kind: 'applied',
    replica: { seq: patch.through, state: fresh.reduce((folded, { event }) => evolve(folded, event), state) },
  };
}

/** The head of the stream is further than what is here: the last patch was lost. */
export const isBehind = ({ seq }: Replica, beat: Pick<Beat, 'seq'>): boolean => beat.seq > seq;

export const fromSnapshot = ({ seq, state }: Pick<Snapshot, 'seq' | 'state'>): Replica => ({
  seq,
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: our own server wrote it by state-codec.ts
  state: decodeState(state as EncodedState),
});

export type Remedy = 'resume' | 'snapshot' | 'reload';

const RESUMES = 3;

/** What to ask for after so many askings that brought nothing. */
export function remedyAfter(fruitless: number): Remedy {
  if (fruitless < RESUMES) return 'resume';
  return fruitless === RESUMES ? 'snapshot' : 'reload';
}
