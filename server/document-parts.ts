import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DocumentFiles } from './documents/document-files.ts';
import { DocumentUploads } from './documents/document-uploads.ts';
import { readClip } from './documents/read-clip.ts';
import { renderPdf } from './documents/render-pdf.ts';

export interface DocumentPartsOptions {
  readonly dataDir: string;
  readonly onFault: (cause: unknown) => void;
}

/** What is shown on air beside the halls, kept by the server itself. */
export async function createDocuments({ dataDir, onFault }: DocumentPartsOptions): Promise<DocumentUploads> {
  const files = new DocumentFiles(join(dataDir, 'documents'));
  await files.sweepHalves();
  return new DocumentUploads({ files, render: renderPdf, readClip, newId: randomUUID, onFault });
}
