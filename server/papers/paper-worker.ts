import { parentPort } from 'node:worker_threads';
import type { Paper } from '../../shared/views/papers/paper.ts';
import { paperDocx } from './paper-docx.ts';
import { paperPdf } from './paper-pdf.ts';
import { paperText } from './paper-text.ts';

export interface PrintJob {
  readonly id: number;
  readonly format: 'docx' | 'pdf' | 'txt';
  readonly paper: Paper;
}

export type Printed =
  | { readonly id: number; readonly ok: true; readonly content: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly ok: false; readonly message: string };

const WRITERS = {
  docx: paperDocx,
  pdf: paperPdf,
  txt: (paper: Paper): Promise<Uint8Array> => Promise.resolve(Buffer.from(paperText(paper))),
};

parentPort?.on('message', ({ id, format, paper }: PrintJob) => {
  WRITERS[format](paper).then(
    (written) => {
      const content = Uint8Array.from(written);
      parentPort?.postMessage({ id, ok: true, content } satisfies Printed, [content.buffer]);
    },
    (cause: unknown) => {
      const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      parentPort?.postMessage({ id, ok: false, message } satisfies Printed);
    },
  );
});
