import type { Actor } from '../domain/actor.ts';
import { audiencesOf, STAFF } from '../domain/audience.ts';
import {
  aboutOf,
  isReadBy,
  type ReleasedDocument,
  releaseOf,
  type StoredDocument,
  storedOf,
} from '../domain/documents/document.ts';
import type { DocumentId } from '../domain/ids.ts';
import { documentOnAir } from '../domain/onair/onair.ts';
import type { ConferenceState } from '../domain/state.ts';

/**
 * By what right: the staff and its own bridge at any time, its readers while it is given out, every screen what lies on
 * the desk and as long as it lies there.
 */
export type ReadingRight = 'staff' | 'owner' | 'released' | 'desk';

export interface DocumentRight {
  readonly right: ReadingRight;
  readonly stored: StoredDocument;
  /** Pages bear the reader's name, and the file itself is not handed out. */
  readonly watermark: boolean;
  /** How long a reader's machine may keep it: what can be withdrawn is asked for again, what is restricted stays nowhere. */
  readonly keeps: 'forEver' | 'asksAgain' | 'nothing';
}

/** How the actor may read the document; null: as if there were none. `state` is the whole one. */
export function documentRight(actor: Actor, state: ConferenceState, documentId: DocumentId): DocumentRight | null {
  const stored = storedOf(state.documents, documentId);
  if (stored === undefined) return null;
  const right = rightOf(actor, state, stored);
  if (right === null) return null;
  const watermark = right !== 'desk' && aboutOf(stored).watermark && !isSteered(actor, state, documentId);
  return { right, stored, watermark, keeps: keptBy(right, state, stored) };
}

export const mayRead = (actor: Actor, state: ConferenceState, documentId: DocumentId): boolean =>
  documentRight(actor, state, documentId) !== null;

function rightOf(actor: Actor, state: ConferenceState, { file }: StoredDocument): ReadingRight | null {
  if (audiencesOf(actor).includes(STAFF)) return 'staff';
  const own = actor.seat === 'operator' ? actor.bridgeId : null;
  if (own !== null && own === file.bridgeId) return 'owner';
  const released = releaseOf(state.documents, file.documentId);
  if (released !== undefined && isReader(actor, released)) return 'released';
  // A delegate's phone shows what was given out, and nothing of the desk.
  return documentOnAir(state.onair) === file.documentId && actor.seat !== 'delegate' ? 'desk' : null;
}

const isHandheld = ({ seat }: Actor): boolean => seat === 'delegate' || seat === 'viewer';

const isReader = ({ seat, bridgeId }: Actor, { to }: ReleasedDocument): boolean =>
  to.kind === 'delegates' || (seat === 'operator' && bridgeId !== null && isReadBy(to, bridgeId));

/** On the desk a screen shows the program as the hall sees it; a phone in a hand reads its own copy. */
const isSteered = (actor: Actor, { onair }: ConferenceState, documentId: DocumentId): boolean =>
  documentOnAir(onair) === documentId && !isHandheld(actor);

function keptBy(right: ReadingRight, state: ConferenceState, stored: StoredDocument): DocumentRight['keeps'] {
  const { watermark, secrecy } = aboutOf(stored);
  if (watermark || secrecy !== 'none') return 'nothing';
  if (right !== 'released') return 'forEver';
  return releaseOf(state.documents, stored.file.documentId)?.to.kind === 'delegates' ? 'asksAgain' : 'nothing';
}
