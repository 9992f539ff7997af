import { parentPort } from 'node:worker_threads';
import type { Paper } from '../../shared/views/papers/paper.ts';
import { paperDocx } from './paper-docx.ts';
import { paperPdf } from './paper-pdf.ts';
import { paperText } from './paper-text.ts';
import { type RegisterTable, registerXlsx } from './speech-register-paper.ts';

export type PrintWork =
  | { readonly format: 'docx' | 'pdf' | 'txt'; readonly paper: Paper }
  | { readonly format: 'register'; readonly table: RegisterTable };

export interface PrintJob {
  readonly id: number;
  readonly work: PrintWork;
}

export type Printed =
  | { readonly id: number; readonly ok: true; readonly content: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly ok: false; readonly message: string };

const WRITERS = {
  docx: paperDocx,
  pdf: paperPdf,
  txt: (paper: Paper): Promise<Uint8Array> => Promise.resolve(Buffer.from(paperText(paper))),
};

const write = (work: PrintWork): Promise<Uint8Array> =>
  work.format === 'register' ? registerXlsx(work.table) : WRITERS[work.format](work.paper);

parentPort?.on('message', ({ id, work }: PrintJob) => {
  write(work).then(
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
