import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CENTRAL as PLAIN_CENTRAL } from '../../scripts/drill/desk/plain-conference.ts';
import { CENTRAL_BRIDGE } from '../../scripts/fixtures/conference-lists.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { commandAckSchema } from '../../shared/protocol/command.ts';
import { type ImportJob, type ImportList, importJobSchema } from '../../shared/protocol/list-import.ts';
import type { SecretariatSeat } from './secretariat-seat.ts';
import type { ServerProcess } from './server-process.ts';

const DETAILS = {
  title: 'Hội nghị tổng kết công tác tổ chức xây dựng Đảng năm 2025',
  kind: 'yearEndReview',
  level: 'nationalSector',
  form: 'hybrid',
  periodReviewed: null,
  periodPlanned: null,
  date: '2025-12-08',
  organiser: 'Ban Tổ chức Trung ương',
} as const;

const CENTRAL = { ...PLAIN_CENTRAL, name: CENTRAL_BRIDGE };

/** A conference's lists as files, over HTTP, as the secretariat's page sends and fetches them. */
export class SentLists {
  readonly #origin: string;
  readonly #cookie: string;
  readonly #path: string;

  constructor({ origin }: ServerProcess, { cookie }: SecretariatSeat, conference: ConferenceId) {
    this.#origin = origin;
    this.#cookie = cookie;
    this.#path = `/api/conferences/${conference}`;
  }

  /** A conference with its central bridge alone: everything else comes from files. */
  static async found(server: ServerProcess, secretariat: SecretariatSeat, id: ConferenceId): Promise<SentLists> {
    await secretariat.must(id, { type: 'createConference', details: DETAILS });
    await secretariat.must(id, { type: 'addBridges', bridges: [CENTRAL] });
    return new SentLists(server, secretariat, id);
  }

  /** Sends the file and waits until it is read: `ready`, or `failed` with its fault. */
  async read(list: ImportList, file: string): Promise<ImportJob> {
    const query = new URLSearchParams({ list, name: basename(file) });
    const sent = await this.#fetch(`imports?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: readFileSync(file),
    });
    let job = importJobSchema.parse(await sent.json());
    while (job.state === 'reading') {
      await pause(100);
      job = importJobSchema.parse(await (await this.#fetch(`imports/${job.importId}`)).json());
    }
    return job;
  }

  /** Sends, waits and applies. */
  async take(list: ImportList, file: string): Promise<ImportJob> {
    const job = await this.read(list, file);
    if (job.state !== 'ready') throw new Error(`${basename(file)}: ${job.fault?.code}`);
    const applied = await this.#fetch(`imports/${job.importId}/apply`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID() }),
    });
    const ack = commandAckSchema.parse(await applied.json());
    if (!ack.ok) throw new Error(`${basename(file)} was not applied: ${ack.code}`);
    return job;
  }

  /** A list as the server writes it, by the heads of its columns. */
  async rowsOf(paper: string): Promise<readonly Readonly<Record<string, string>>[]> {
    const response = await this.#fetch(`papers/${paper}.csv`);
    const table = z
      .array(z.array(z.string()))
      .parse(parse(await response.text(), { bom: true, relax_column_count: true }));
    const head = table.findIndex((cells) => cells.includes('STT'));
    const heads = table[head] ?? [];
    return table
      .slice(head + 1)
      .map((cells) => Object.fromEntries(heads.map((name, index) => [name, cells[index] ?? ''])));
  }

  async json<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    return schema.parse(await (await this.#fetch(path)).json());
  }

  async #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('cookie', this.#cookie);
    return fetch(`${this.#origin}${this.#path}/${path}`, { ...init, headers });
  }
}
