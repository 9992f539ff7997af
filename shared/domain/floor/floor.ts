import { z } from 'zod';
import { emptyMap, getFrom, type PersistentMap, valuesOf } from '../../base/persistent-map.ts';
import { type BridgeId, bridgeIdSchema, type SpeechId, speechIdSchema } from '../ids.ts';
import { duration } from '../instant.ts';
import { personSchema } from '../person.ts';
import { line } from '../text.ts';

/** A registered paper (tham luận) is arranged beforehand; an opinion is asked for in the room. */
export const speechKindSchema = z.enum(['paper', 'opinion']);

export const speechFactsSchema = z.strictObject({
  speechId: speechIdSchema,
  bridgeId: bridgeIdSchema,
  kind: speechKindSchema,
  subject: line(300),
  speaker: personSchema,
  allottedMs: duration,
});
export type SpeechFacts = z.infer<typeof speechFactsSchema>;

/** Exactly one situation at a time. The clock runs from `startedAt`, not from the call. */
export type Stage =
  | { readonly status: 'requested'; readonly at: number }
  | { readonly status: 'queued' }
  | { readonly status: 'called'; readonly calledAt: number }
  | { readonly status: 'speaking'; readonly calledAt: number; readonly startedAt: number }
  | { readonly status: 'spoken'; readonly startedAt: number | null; readonly endedAt: number }
  | { readonly status: 'withdrawn'; readonly at: number }
  | { readonly status: 'declined'; readonly at: number };

export interface Speech extends SpeechFacts {
  readonly stage: Stage;
}

export interface Floor {
  readonly speeches: PersistentMap<Speech>;
  /** Accepted speeches in speaking order. */
  readonly queue: readonly SpeechId[];
  /** The one speech that is called or speaking. */
  readonly onFloor: SpeechId | null;
  /** The chair's microphone beside a remote speaker: a reserve, closed by the next call. */
  readonly reserveOpen: boolean;
}

export const MAX_WAITING = 1_000;
export const DEFAULT_ALLOTTED_MS = 7 * 60_000;
export const emptyFloor: Floor = { speeches: emptyMap(), queue: [], onFloor: null, reserveOpen: false };

export const speechOf = ({ speeches }: Floor, id: SpeechId): Speech | undefined => getFrom(speeches, id);

export const speechOnFloor = (floor: Floor): Speech | undefined =>
  floor.onFloor === null ? undefined : speechOf(floor, floor.onFloor);

export const queuedSpeeches = (floor: Floor): readonly Speech[] =>
  floor.queue.flatMap((id) => speechOf(floor, id) ?? []);

/** Requests that nobody has answered yet, the oldest first. */
export function requestedSpeeches({ speeches }: Floor): readonly Speech[] {
  const at = ({ stage }: Speech) => (stage.status === 'requested' ? stage.at : 0);
  return [...valuesOf(speeches)].filter(({ stage }) => stage.status === 'requested').toSorted((a, b) => at(a) - at(b));
}

export const isWaiting = ({ stage }: Speech): boolean => stage.status === 'requested' || stage.status === 'queued';

export const waitingOf = ({ speeches }: Floor, bridgeId: BridgeId): readonly Speech[] =>
  [...valuesOf(speeches)].filter((speech) => speech.bridgeId === bridgeId && isWaiting(speech));
