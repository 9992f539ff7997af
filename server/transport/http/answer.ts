import type { NextFunction, Request, Response } from 'express';
import type { z } from 'zod';
import { isPlainThroughout } from '../../../shared/base/plain-text.ts';
import type { Rejection, RejectionCode } from '../../../shared/domain/rejection.ts';

/** Codes of HTTP itself, beside those of the conference. */
export type HttpCode =
  | RejectionCode
  | 'signed-out'
  | 'link-invalid'
  | 'code-invalid'
  | 'too-many-tries'
  | 'foreign-origin'
  | 'media-unavailable'
  | 'too-many-devices'
  | 'template-unknown'
  | 'too-many-templates'
  | 'too-long-for-xlsx'
  | 'too-many-imports'
  | 'import-not-ready'
  | 'file-too-large'
  | 'not-a-document'
  | 'not-what-its-name-says'
  | 'watermarked'
  | 'too-many-readers'
  | 'disk-full'
  | 'too-many-uploads'
  | 'badge-unknown'
  | 'unknown-address'
  | 'internal';

/** An answer that is not the wished one: thrown in a route, sent by `sendFault`. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  readonly status: number;
  readonly code: HttpCode;
  /** What the sentence needs: names and numbers, never secrets. */
  readonly params: Rejection['params'];

  constructor(status: number, code: HttpCode, params: Rejection['params'] = {}) {
    super(code);
    this.status = status;
    this.code = code;
    this.params = params;
  }
}

/** Parses what came over the border, or answers 400. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success || !isPlainThroughout(result.data)) throw new HttpFault(400, 'malformed');
  return result.data;
}

/** The last handler: every fault becomes a code; ours is logged, and its text goes to nobody. */
export const sendFault =
  (onFault: (cause: unknown) => void) =>
  (cause: unknown, request: Request, response: Response, next: NextFunction): void => {
    // Who sent it broke off: nobody is there to be answered, and nothing of ours is wrong.
    if (isBrokenOff(cause, request)) return;
    if (response.headersSent) {
      next(cause);
      return;
    }
    const fault = faultOf(cause);
    if (fault.code === 'internal') onFault(cause);
    response.status(fault.status).json({ ok: false, code: fault.code, params: fault.params });
  };

const isBrokenOff = (cause: unknown, { complete, destroyed }: Request): boolean =>
  !complete && destroyed && cause instanceof Error && 'code' in cause && cause.code === 'ECONNRESET';

/** Express and its parsers say whose fault it was: 4xx is the stranger's, all else is ours. */
function faultOf(cause: unknown): HttpFault {
  if (cause instanceof HttpFault) return cause;
  const status = statusOf(cause);
  if (status === 413) return new HttpFault(status, 'too-large');
  // A page that is not there and a path that leads out of the folder are one and the same to a stranger.
  if (status === 403 || status === 404) return new HttpFault(404, 'unknown-address');
  return status >= 400 && status < 500 ? new HttpFault(400, 'malformed') : new HttpFault(500, 'internal');
}

function statusOf(cause: unknown): number {
  if (cause instanceof URIError) return 400;
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : undefined;
  return typeof status === 'number' ? status : 500;
}
