import type { NextFunction, Request, Response } from 'express';
import type { z } from 'zod';
import type { RejectionCode } from '../../../shared/domain/rejection.ts';

/** Codes of HTTP itself, beside those of the conference. */
export type HttpCode =
  | RejectionCode
  | 'signed-out'
  | 'link-invalid'
  | 'too-many-tries'
  | 'foreign-origin'
  | 'media-unavailable'
  | 'unknown-address'
  | 'internal';

/** An answer that is not the wished one: thrown in a route, sent by `sendFault`. */
export class HttpFault extends Error {
  override readonly name = 'HttpFault';
  readonly status: number;
  readonly code: HttpCode;

  constructor(status: number, code: HttpCode) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** Parses what came over the border, or answers 400. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new HttpFault(400, 'malformed');
  return result.data;
}

/** The last handler: every fault becomes a code; ours is logged, and its text goes to nobody. */
export const sendFault =
  (onFault: (cause: unknown) => void) =>
  (cause: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(cause);
      return;
    }
    const fault = faultOf(cause);
    if (fault.code === 'internal') onFault(cause);
    response.status(fault.status).json({ ok: false, code: fault.code, params: {} });
  };

function faultOf(cause: unknown): { status: number; code: HttpCode } {
  if (cause instanceof HttpFault) return cause;
  const type = typeof cause === 'object' && cause !== null && 'type' in cause ? cause.type : undefined;
  if (type === 'entity.too.large') return { status: 413, code: 'too-large' };
  if (typeof type === 'string' || cause instanceof URIError) return { status: 400, code: 'malformed' };
  const status = typeof cause === 'object' && cause !== null && 'status' in cause ? cause.status : undefined;
  // The stranger's fault, not ours: a page that is not there, a path that leads out, a body that does not inflate.
  if (status === 403 || status === 404) return { status: 404, code: 'unknown-address' };
  const isTheirs = typeof status === 'number' && status >= 400 && status < 500;
  return isTheirs ? { status: 400, code: 'malformed' } : { status: 500, code: 'internal' };
}
