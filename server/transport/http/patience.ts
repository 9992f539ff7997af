import type { Request, RequestHandler, Response } from 'express';

/** What a small body may take from its head to its end. */
const WHOLE_MS = 30_000;
/** How long the sender of a file may stay silent. */
const SILENCE_MS = 30_000;

const whole = new WeakMap<Request, NodeJS.Timeout>();

/** A client that sends its body byte by byte is cut: node's own limit would cut a large file too. */
export const patience: RequestHandler = (request, response, next) => {
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, WHOLE_MS);
  timer.unref();
  whole.set(request, timer);
  response.once('close', () => clearTimeout(timer));
  next();
};

/** A file may take as long as it keeps coming. */
export function waitForFile(request: Request): void {
  clearTimeout(whole.get(request));
  request.setTimeout(SILENCE_MS, () => request.destroy());
}

/** How long somebody may go on sending what is not read, so that the answer is seen before the line is cut. */
const LINGER_MS = 2_000;

/** The answer goes out at once; a file that is still coming is let pass for a moment, then the line is cut. */
export function refuseFile(request: Request, response: Response, cause: unknown): never {
  response.setHeader('Connection', 'close');
  request.resume();
  setTimeout(() => request.destroy(), LINGER_MS).unref();
  throw cause;
}
