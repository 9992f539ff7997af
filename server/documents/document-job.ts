import type { DocumentFile } from '../../shared/domain/documents/document.ts';
import type { BridgeId, ConferenceId, DocumentId } from '../../shared/domain/ids.ts';
import type { DocumentUpload } from '../../shared/protocol/technical.ts';

export type SnapshotOf = Extract<DocumentFile, { kind: 'image' }>['snapshotOf'];

/** A document on its way in, as the server holds it. */
export interface DocumentJob {
  readonly conference: ConferenceId;
  readonly documentId: DocumentId;
  readonly name: string;
  /** Whose it is; null: the centre's. */
  readonly bridgeId: BridgeId | null;
  /** A picture of a hall that was taken for the record; null: a file like any other. */
  readonly snapshotOf: SnapshotOf;
  readonly ending: AbortController;
  /** `receiving` until the file is whole; nobody is told of it but its sender. */
  state: 'receiving' | DocumentUpload['state'];
  /** The content that it is kept by, once that is known: nobody else takes it away meanwhile. */
  hash: string | null;
  done: number | null;
  of: number | null;
  reason: DocumentUpload['reason'];
}

export const newDocumentJob = (
  wish: Pick<DocumentJob, 'conference' | 'documentId' | 'name' | 'bridgeId' | 'snapshotOf'>,
): DocumentJob => ({
  ...wish,
  ending: new AbortController(),
  state: 'receiving',
  hash: null,
  done: null,
  of: null,
  reason: null,
});

/** Holds a place, and a file. */
export const isUnderWay = ({ state }: DocumentJob): boolean => state === 'receiving' || state === 'reading';

export function publicUpload({ documentId, name, state, done, of, reason }: DocumentJob): DocumentUpload | null {
  if (state === 'receiving') return null;
  return { id: documentId, name, state, done, of, documentId: state === 'ready' ? documentId : null, reason };
}
