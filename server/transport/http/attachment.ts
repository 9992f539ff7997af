import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Paper, StreamedPaper } from '../../application/papers.ts';

/** The name in its own letters, and a plain one for whoever cannot read those (RFC 6266). */
export function attachment(response: Response, { name, plainName, type }: Omit<Paper, 'content'>): void {
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  response.setHeader('Content-Disposition', `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`);
  response.type(type);
}

/** Whoever stops listening stops the writing; a fault half-way cuts the line, or a part would be taken for the whole. */
export async function handStreamed(response: Response, paper: StreamedPaper): Promise<void> {
  attachment(response, paper);
  await pipeline(paper.content, response).catch((cause: unknown) => {
    if (!isGone(cause)) throw cause;
  });
}

const isGone = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_STREAM_PREMATURE_CLOSE';
