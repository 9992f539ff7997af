import { z } from 'zod';
import type { BridgeId, ConferenceId, DocumentId } from '../../shared/domain/ids.ts';
import { type DocumentUpload, documentUploadSchema } from '../../shared/protocol/technical.ts';
import type { Caller } from './test-server.ts';
import { until } from './until.ts';

/** Sends documents as the screens do. */
export class DocumentCaller {
  readonly #caller: Pick<Caller, 'origin' | 'cookies' | 'fetch'>;
  readonly base: string;

  constructor(caller: Pick<Caller, 'origin' | 'cookies' | 'fetch'>, conference: ConferenceId) {
    this.#caller = caller;
    this.base = `/api/conferences/${conference}/documents`;
  }

  send(name: string, body: Buffer, bridge?: BridgeId): Promise<Response> {
    const query = new URLSearchParams({ name, ...(bridge === undefined ? {} : { bridge }) });
    return fetch(`${this.#caller.origin}${this.base}?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: this.#caller.cookies.join('; ') },
      body: new Uint8Array(body),
    });
  }

  async start(name: string, body: Buffer, bridge?: BridgeId): Promise<DocumentUpload> {
    const response = await this.send(name, body, bridge);
    if (response.status !== 201) throw new Error(`${name} was answered ${response.status}: ${await response.text()}`);
    return documentUploadSchema.parse(await response.json());
  }

  async uploads(): Promise<readonly DocumentUpload[]> {
    return z.array(documentUploadSchema).parse(await (await this.#caller.fetch(`${this.base}/uploads`)).json());
  }

  upload(id: string): Promise<Response> {
    return this.#caller.fetch(`${this.base}/uploads/${id}`);
  }

  cancel(id: string): Promise<Response> {
    return this.#caller.fetch(`${this.base}/uploads/${id}`, { method: 'DELETE' });
  }

  async settled({ id }: Pick<DocumentUpload, 'id'>): Promise<DocumentUpload> {
    const look = async () => documentUploadSchema.parse(await (await this.upload(id)).json());
    let upload = await look();
    await until('the document is read', 180_000, async () => {
      upload = await look();
      return upload.state !== 'reading';
    });
    return upload;
  }

  /** Sends a document and waits until it can be laid on the desk. */
  async kept(name: string, body: Buffer, bridge?: BridgeId): Promise<DocumentId> {
    const upload = await this.settled(await this.start(name, body, bridge));
    if (upload.documentId === null) throw new Error(`${name} was not taken: ${JSON.stringify(upload)}`);
    return upload.documentId;
  }

  page(document: DocumentId, page: number | string): Promise<Response> {
    return this.#caller.fetch(`${this.base}/${document}/pages/${page}`);
  }

  clip(document: DocumentId, headers: Record<string, string> = {}): Promise<Response> {
    return this.#caller.fetch(`${this.base}/${document}/clip`, { headers });
  }
}
