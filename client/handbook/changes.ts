import type { HandbookView } from '../../shared/protocol/handbook.ts';
import { personWords } from '../parts/person-words.ts';
import type { Words } from './words.ts';

/** What is new, in one sentence for a screen reader; null: nothing that anybody must hear. */
export function changeSentence(before: HandbookView, after: HandbookView, { changes }: Words): string | null {
  const opened = after.ballots.find((one) => one.stage === 'open' && stageIn(before, one.ballotId) !== 'open');
  if (opened !== undefined) return changes.ballot(opened.question);
  const told = after.ballots.find((one) => one.stage === 'published' && stageIn(before, one.ballotId) !== 'published');
  if (told !== undefined) return changes.result(told.question);
  const { floor, live } = after;
  if (floor !== null && floor.status === 'speaking' && !isSameSpeaker(before.floor, floor)) {
    return changes.speaking(personWords(floor), floor.bridge);
  }
  if (live !== null && live.title !== before.live?.title) return changes.live(live.title);
  const known = new Set(before.documents.map(({ documentId }) => documentId));
  const fresh = after.documents.find(({ documentId }) => !known.has(documentId));
  return fresh === undefined ? null : changes.document(fresh.title);
}

const stageIn = ({ ballots }: HandbookView, id: string) => ballots.find(({ ballotId }) => ballotId === id)?.stage;

const isSameSpeaker = (before: HandbookView['floor'], after: NonNullable<HandbookView['floor']>): boolean =>
  before !== null &&
  before.status !== 'called' &&
  before.bridge === after.bridge &&
  personWords(before) === personWords(after);
