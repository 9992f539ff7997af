import type { ConferenceEvent } from '../event.ts';
import type { Speech } from '../floor/floor.ts';
import type { SpeechId } from '../ids.ts';
import { laidOnDesk } from '../onair/document-on-desk.ts';
import type { ConferenceState } from '../state.ts';
import { aboutOf, type Documents, isShown, type StoredDocument } from './document.ts';

/** What was handed in for the entry, in the order in which it came. */
export const papersOf = ({ list }: Documents, speechId: SpeechId): readonly StoredDocument[] =>
  list.filter((stored) => stored.speechId === speechId);

/**
 * A speaker whose paper has slides is called with them: they lie on the desk beside the hall's picture, and the hall
 * turns them. The next call without any shows its hall alone again.
 */
export function showingPaper(
  { documents, onair }: ConferenceState,
  speech: Speech,
  at: number,
): readonly ConferenceEvent[] {
  const slides = papersOf(documents, speech.speechId)
    .filter((stored) => aboutOf(stored).secrecy === 'none')
    .map(({ file }) => file)
    .find(isShown);
  if (slides === undefined) {
    const lies = onair.document !== null && onair.document.kind !== 'share' ? onair.document.documentId : null;
    const isPaper = documents.list.some(({ file, speechId }) => file.documentId === lies && speechId !== null);
    return isPaper && onair.frame === 'withDocument' ? [{ type: 'programFramed', at, frame: 'alone' }] : [];
  }
  return [
    { type: 'documentLaid', at, document: laidOnDesk(slides, speech.bridgeId) },
    ...(onair.frame === 'withDocument' ? [] : [{ type: 'programFramed', at, frame: 'withDocument' } as const]),
  ];
}
