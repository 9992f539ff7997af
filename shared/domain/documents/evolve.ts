import { unreachable } from '../../base/assert.ts';
import type { Documents, StoredDocument } from './document.ts';
import type { DocumentEvent } from './events.ts';

export function evolveDocuments(documents: Documents, event: DocumentEvent): Documents {
  const { list, released } = documents;
  switch (event.type) {
    case 'documentAdded': {
      const fresh = { file: event.file, addedAt: event.at, about: null, speechId: null, scheduled: null };
      return { ...documents, list: [...list, fresh] };
    }
    case 'documentRemoved':
      return { ...documents, list: list.filter(({ file }) => file.documentId !== event.documentId) };
    case 'documentDescribed':
      return { ...documents, list: changed(list, event.documentId, { about: event.about }) };
    case 'paperAttached':
      return { ...documents, list: changed(list, event.documentId, { speechId: event.speechId }) };
    case 'releaseScheduled':
      return { ...documents, list: changed(list, event.documentId, { scheduled: event.scheduled }) };
    case 'documentReleased': {
      const { documentId } = event.released.file;
      return {
        list: changed(list, documentId, { scheduled: null }),
        released: [...released, { ...event.released, at: event.at }],
      };
    }
    case 'documentWithdrawn':
      return { ...documents, released: released.filter(({ file }) => file.documentId !== event.documentId) };
    default:
      return unreachable(event);
  }
}

const changed = (
  list: readonly StoredDocument[],
  documentId: string,
  change: Partial<StoredDocument>,
): readonly StoredDocument[] => list.map((one) => (one.file.documentId === documentId ? { ...one, ...change } : one));
