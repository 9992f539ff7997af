import type { ConferenceId, DocumentId } from '../../shared/domain/ids.ts';
import type { ReadersOfDocument } from '../../shared/protocol/technical.ts';

export interface ReaderRow {
  readonly conference: ConferenceId;
  readonly documentId: DocumentId;
  /** `b:` a bridge, `d:` a delegate, `s:` a sign-in of another seat. */
  readonly reader: string;
}

export interface DocumentReaderStore {
  readonly note: (rows: readonly ReaderRow[]) => Promise<void>;
  readonly countsOf: (conference: ConferenceId) => Promise<readonly ReadersOfDocument[]>;
}
