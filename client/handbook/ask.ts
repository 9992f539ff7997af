import { plainThroughout } from '../../shared/base/plain-text.ts';
import type { HandbookAck, HandbookOwn, HandbookView } from '../../shared/protocol/handbook.ts';
import type { HandbookAddress } from './address.ts';

export type Asked<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly etag: string | null }
  /** As it was before. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  | { readonly kind: 'offline' };

/** A picture of a page, or a file; `mayKeep` as the server says it. */
export interface AskedFile {
  readonly blob: Blob;
  readonly mayKeep: boolean;
}

const PATIENCE_MS = 10_000;
const FILE_PATIENCE_MS = 120_000;

/** What the phone asks of its server: every request carries the badge itself, and no address does. */
export class HandbookLine {
  readonly #root: string;
  readonly #badge: string | null;

  constructor({ conference, badge }: HandbookAddress) {
    this.#root = `/api/handbook/${conference}`;
    this.#badge = badge;
  }

  view(etag: string | null): Promise<Asked<HandbookView>> {
    return this.#json('', etag === null ? {} : { 'if-none-match': etag });
  }

  own(): Promise<Asked<HandbookOwn>> {
    return this.#json('/own', {});
  }

  async tell(what: 'vote' | 'feedback', body: object): Promise<HandbookAck | 'offline'> {
    const answer = await this.#fetch(`/${what}`, PATIENCE_MS, {
      method: 'POST',
      headers: { ...this.#headers(), 'content-type': 'application/json' },
      body: JSON.stringify(plainThroughout(body)),
    });
    if (answer === null) return 'offline';
    const said = await bodyOf(answer);
    return answer.ok ? { ok: true } : { ok: false, code: codeOf(said), params: {} };
  }

  async file(path: string): Promise<Asked<AskedFile>> {
    const answer = await this.#fetch(path, FILE_PATIENCE_MS, { headers: this.#headers() });
    if (answer === null) return { kind: 'offline' };
    if (!answer.ok) return { kind: 'refused', status: answer.status, code: codeOf(await bodyOf(answer)) };
    const mayKeep = !(answer.headers.get('cache-control') ?? 'no-store').includes('no-store');
    const blob = await answer.blob().catch(() => null);
    return blob === null ? { kind: 'offline' } : { kind: 'ok', value: { blob, mayKeep }, etag: null };
  }

  async #json<T>(path: string, more: Record<string, string>): Promise<Asked<T>> {
    const answer = await this.#fetch(path, PATIENCE_MS, { headers: { ...this.#headers(), ...more } });
    if (answer === null) return { kind: 'offline' };
    if (answer.status === 304) return { kind: 'same' };
    const value = await bodyOf(answer);
    if (!answer.ok) return { kind: 'refused', status: answer.status, code: codeOf(value) };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own server's answer, typed by the shared protocol: a parser would weigh more than the page
    return value === null ? { kind: 'offline' } : { kind: 'ok', value: value as T, etag: answer.headers.get('etag') };
  }

  #headers(): Record<string, string> {
    return this.#badge === null ? {} : { authorization: `Badge ${this.#badge}` };
  }

  /** null: no answer. Nothing is left to the browser's own store: what is kept, and how long, is decided here. */
  async #fetch(path: string, patience: number, init: RequestInit): Promise<Response | null> {
    const giving = new AbortController();
    const timer = setTimeout(() => giving.abort(), patience);
    try {
      return await fetch(`${this.#root}${path}`, { ...init, cache: 'no-store', signal: giving.signal });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

const bodyOf = (answer: Response): Promise<unknown> => answer.json().catch(() => null);

const codeOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : 'other';
