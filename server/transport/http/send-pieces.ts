import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { PieceFile } from '../../recordings/recording-files.ts';

interface Joined {
  readonly pieces: readonly PieceFile[];
  readonly kind: string;
  readonly name: string;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Many files as one, from any byte on: a player asks for the place that it jumps to. */
export async function sendPieces(request: Request, response: Response, { pieces, kind, name }: Joined): Promise<void> {
  const whole = pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Type', kind);
  if ('download' in request.query) response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  const asked = stretchIn(request.get('range'), whole);
  if (asked === 'beyond') {
    response.setHeader('Content-Range', `bytes */${whole}`);
    response.status(416).end();
    return;
  }
  const { first, last } = asked ?? { first: 0, last: whole - 1 };
  if (asked !== null) response.status(206).setHeader('Content-Range', `bytes ${first}-${last}/${whole}`);
  response.setHeader('Content-Length', last - first + 1);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(Readable.from(bytesOf(pieces, { first, last })), response).catch((cause: unknown) => {
    if (!isGone(cause)) throw cause;
  });
}

/** null: the whole. A header that is none is passed over, as RFC 9110 asks. */
export function stretchIn(range: string | undefined, whole: number): Stretch | 'beyond' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (from === '') return to === '' ? null : within(Math.max(0, whole - Number(to)), whole - 1);
  return within(Number(from), to === '' ? whole - 1 : Math.min(whole - 1, Number(to)));
}

const within = (first: number, last: number): Stretch | 'beyond' => (first > last ? 'beyond' : { first, last });

async function* bytesOf(pieces: readonly PieceFile[], { first, last }: Stretch): AsyncGenerator<Buffer> {
  let at = 0;
  for (const { path, bytes } of pieces) {
    const start = Math.max(0, first - at);
    const end = Math.min(bytes - 1, last - at);
    at += bytes;
    if (start > end) continue;
    for await (const chunk of createReadStream(path, { start, end })) if (Buffer.isBuffer(chunk)) yield chunk;
  }
}

const isGone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_STREAM_PREMATURE_CLOSE';
