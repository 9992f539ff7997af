import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

const packers = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
} as const;

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
/** A hashed name of the build: no path leads out of the folder. */
const NAME = /^\/([\w-]+(?:\.[\w-]+)*\.(js|css|svg))$/u;

/**
 * Scripts and styles, packed once and kept: hundreds of phones of one hall load them in the same minute. What is not
 * there, and whoever cannot unpack, is left to the next handler.
 */
export function packedFiles(folder: string, setHeaders: (response: Response) => void): RequestHandler {
  const kept = new Map<string, Promise<Buffer | null>>();
  const packed = (name: string, encoding: keyof typeof packers): Promise<Buffer | null> => {
    const key = `${encoding} ${name}`;
    const before = kept.get(key);
    if (before !== undefined) return before;
    const work = readFile(join(folder, name)).then(packers[encoding], () => {
      // A name that is not there is not remembered: strangers can ask for any number of them.
      kept.delete(key);
      return null;
    });
    kept.set(key, work);
    return work;
  };
  return async (request, response, next) => {
    const wanted = wantedOf(request);
    const bytes = wanted === null ? null : await packed(wanted.name, wanted.encoding);
    if (wanted === null || bytes === null) {
      next();
      return;
    }
    setHeaders(response);
    response.setHeader('Content-Type', `${TYPES[wanted.ending]}; charset=utf-8`);
    response.setHeader('Content-Encoding', wanted.encoding);
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Content-Length', bytes.length);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
}

interface Wanted {
  readonly name: string;
  readonly ending: string;
  readonly encoding: keyof typeof packers;
}

/** Browsers name the better packing last and mean no order by it. */
function wantedOf(request: Request): Wanted | null {
  const [, name, ending] = NAME.exec(request.path) ?? [];
  if (name === undefined || ending === undefined || !['GET', 'HEAD'].includes(request.method)) return null;
  if (request.acceptsEncodings('br') === 'br') return { name, ending, encoding: 'br' };
  return request.acceptsEncodings('gzip') === 'gzip' ? { name, ending, encoding: 'gzip' } : null;
}
