import type { Response } from 'express';
import type { ReadingAnswer } from '../../application/document-reading.ts';
import { HttpFault } from './answer.ts';
import { attachment } from './attachment.ts';

type Refused = Extract<ReadingAnswer, { kind: 'refused' }>;

const STATUS: Readonly<Record<Refused['code'], number>> = {
  'document-unknown': 404,
  'page-unknown': 404,
  watermarked: 403,
  classified: 403,
  'too-many-readers': 503,
};

/** How long a browser may keep what it was handed. What is kept for a year never changes under its address. */
const KEEPING = {
  forEver: 'private, max-age=31536000, immutable',
  asksAgain: 'private, no-cache',
  nothing: 'private, no-store',
} as const;

/** Nothing that stands in a document runs under our address, whatever a browser takes it for. */
const INERT = "default-src 'none'; sandbox";

/** What a reader asked for, or why not; the same for a seat and for a badge. */
export async function handDocument(response: Response, answer: ReadingAnswer): Promise<void> {
  response.vary('Cookie').vary('Authorization');
  switch (answer.kind) {
    case 'refused':
      throw new HttpFault(STATUS[answer.code], answer.code);
    case 'marked':
      response.setHeader('Cache-Control', KEEPING.nothing);
      response.type(answer.type).send(answer.bytes);
      return;
    case 'page':
      response.setHeader('Cache-Control', KEEPING[answer.keeps]);
      await sendPart(response, answer);
      return;
    case 'file':
      attachment(response, answer);
      response.setHeader('Cache-Control', KEEPING.nothing);
      response.setHeader('Content-Security-Policy', INERT);
      await sendPart(response, answer);
  }
}

/** In ranges, as far as they are asked for: a film is not loaded whole to show its end. */
async function sendPart(response: Response, { path, type }: { readonly path: string; readonly type: string }) {
  response.setHeader('Content-Type', type);
  const options = { cacheControl: false, dotfiles: 'allow' } as const;
  const fault = await new Promise<Error | undefined>((resolve) => response.sendFile(path, options, resolve));
  // Whoever stopped listening is told nothing.
  if (fault === undefined || response.headersSent || response.destroyed) return;
  response.setHeader('Cache-Control', 'no-store');
  for (const name of ['Content-Type', 'Content-Disposition']) response.removeHeader(name);
  if (!('status' in fault) || fault.status !== 416) throw fault;
  response.status(416).end();
}
