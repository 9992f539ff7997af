import { unreachable } from '../../base/assert.ts';
import type { Documents } from './document.ts';
import type { DocumentEvent } from './events.ts';

export function evolveDocuments(documents: Documents, event: DocumentEvent): Documents {
  switch (event.type) {
    case 'documentAdded':
      return { list: [...documents.list, { file: event.file, addedAt: event.at }] };
    case 'documentRemoved':
      return { list: documents.list.filter(({ file }) => file.documentId !== event.documentId) };
    default:
      return unreachable(event);
  }
}
