import type { ConferenceId, DocumentId } from '../../shared/domain/ids.ts';

const documentUrl = (conference: ConferenceId, documentId: DocumentId): string =>
  `/api/conferences/${conference}/documents/${documentId}`;

/** A page of slides as the server drew it; pages from 1. */
export const pageUrl = (conference: ConferenceId, documentId: DocumentId, page: number): string =>
  `${documentUrl(conference, documentId)}/pages/${page}`;

/** The file as it came, to be saved. */
export const fileUrl = (conference: ConferenceId, documentId: DocumentId): string =>
  `${documentUrl(conference, documentId)}/file`;

/** A clip's bytes, by ranges. */
export const clipUrl = (conference: ConferenceId, documentId: DocumentId): string =>
  `${documentUrl(conference, documentId)}/clip`;
