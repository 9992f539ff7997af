import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { type Session, sessionSchema } from '../../shared/protocol/http.ts';

/** A sign-in as a browser would hold it. */
export interface SignedIn {
  readonly cookie: string;
  readonly session: Session;
}

/** The server answered, and the answer is no; `code` is its reason. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

export interface Question {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly cookie?: string;
  readonly body?: unknown;
}

interface Answer {
  readonly status: number;
  readonly cookie: string | undefined;
  readonly body: unknown;
}

const PATIENCE_MS = 10_000;
const faultSchema = z.object({ code: z.string() });

/** The server's HTTP side, asked as its own pages ask it; `ca` is the authority that it made for itself. */
export class ServerHttp {
  readonly origin: string;
  readonly ca: string | undefined;

  constructor(origin: string, ca: string | undefined) {
    this.origin = origin;
    this.ca = ca;
  }

  async signIn(token: string): Promise<SignedIn> {
    const { body, cookie } = await this.#ask({ method: 'POST', path: '/api/session', body: { token } });
    return { session: sessionSchema.parse(body), cookie: cookie ?? '' };
  }

  async ask<T>(schema: z.ZodType<T>, question: Question): Promise<T> {
    return schema.parse((await this.#ask(question)).body);
  }

  async tell(question: Question): Promise<void> {
    await this.#ask(question);
  }

  async #ask(question: Question): Promise<Answer> {
    const answer = await this.#exchange(question);
    if (answer.status < 300) return answer;
    throw new ServerRefusal(answer.status, faultSchema.safeParse(answer.body).data?.code ?? 'unknown');
  }

  #exchange({ method, path, cookie, body }: Question): Promise<Answer> {
    const url = new URL(path, this.origin);
    const headers = {
      origin: this.origin,
      ...(cookie === undefined ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    return new Promise((resolve, reject) => {
      const secure = url.protocol === 'https:';
      const outgoing = secure
        ? requestHttps(url, { method, headers, ca: this.ca, timeout: PATIENCE_MS })
        : requestHttp(url, { method, headers, timeout: PATIENCE_MS });
      outgoing.on('timeout', () => outgoing.destroy(new Error('no answer')));
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const raw = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
            body: jsonOrNull(response.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw),
          });
        });
      });
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
}

function jsonOrNull(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
