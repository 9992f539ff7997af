import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DocumentReaders } from './application/document-readers.ts';
import { DocumentReading } from './application/document-reading.ts';
import { DocumentFiles } from './documents/document-files.ts';
import { DocumentUploads } from './documents/document-uploads.ts';
import { readClip } from './documents/read-clip.ts';
import { renderPdf } from './documents/render-pdf.ts';
import { Watermarks } from './documents/watermarks.ts';
import type { DocumentReaderStore } from './store/document-readers.ts';

export interface DocumentPartsOptions {
  readonly dataDir: string;
  readonly readers: DocumentReaderStore;
  readonly onFault: (cause: unknown) => void;
}

export interface DocumentParts {
  readonly documents: DocumentUploads;
  readonly reading: DocumentReading;
  readonly close: () => Promise<void>;
}

/** What is shown beside the halls and given out to their people, kept by the server itself. */
export async function createDocuments({
  dataDir,
  readers: store,
  onFault,
}: DocumentPartsOptions): Promise<DocumentParts> {
  const files = new DocumentFiles(join(dataDir, 'documents'));
  await files.sweepHalves();
  const documents = new DocumentUploads({ files, render: renderPdf, readClip, newId: randomUUID, onFault });
  const readers = new DocumentReaders(store, onFault);
  const watermarks = new Watermarks(onFault);
  return {
    documents,
    reading: new DocumentReading({ files, watermarks, readers }),
    close: async () => void (await Promise.all([documents.close(), readers.close(), watermarks.close()])),
  };
}
