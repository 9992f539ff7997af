import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type CommandId, type ConferenceId, commandIdSchema } from '../../shared/domain/ids.ts';
import { type CommandAck, commandAckSchema } from '../../shared/protocol/command.ts';
import {
  type ImportJob,
  type ImportList,
  type ImportPreview,
  importJobSchema,
} from '../../shared/protocol/list-import.ts';
import type { Caller } from './test-server.ts';
import { until } from './until.ts';

export const LIST_HEAD = 'STT,Họ và tên,Chức vụ,Thành phần,Đơn vị công tác,Đoàn,Điểm cầu';

/** A list of so many people, all at the bridge of An Giang. */
export function manyPeople(count: number): string {
  const row = (_: unknown, at: number) =>
    `${at},Nguyễn Văn Người ${at},Chuyên viên,Đại biểu,Đơn vị ${at},Đoàn,An Giang`;
  return `${LIST_HEAD}\n${Array.from({ length: count }, row).join('\n')}`;
}

/** Sends files as the wizard does. */
export class ImportCaller {
  readonly #caller: Caller;
  readonly #base: string;

  constructor(caller: Caller, conference: ConferenceId) {
    this.#caller = caller;
    this.#base = `/api/conferences/${conference}/imports`;
  }

  get base(): string {
    return this.#base;
  }

  send(list: ImportList, name: string, body: Buffer | string): Promise<Response> {
    return fetch(`${this.#caller.origin}${this.#base}?list=${list}&name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: this.#caller.cookies.join('; ') },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  }

  async start(list: ImportList, name: string, body: Buffer | string): Promise<ImportJob> {
    const response = await this.send(list, name, body);
    if (response.status !== 201) throw new Error(`the file was answered ${response.status}: ${await response.text()}`);
    return importJobSchema.parse(await response.json());
  }

  async jobs(): Promise<readonly ImportJob[]> {
    return z.array(importJobSchema).parse(await (await this.#caller.fetch(this.#base)).json());
  }

  async job(importId: string): Promise<ImportJob> {
    return importJobSchema.parse(await (await this.#caller.fetch(`${this.#base}/${importId}`)).json());
  }

  async settled(importId: string): Promise<ImportJob> {
    let job = await this.job(importId);
    await until('the file is read', 60_000, async () => {
      job = await this.job(importId);
      return job.state !== 'reading';
    });
    return job;
  }

  /** Sends a file and waits until it can be applied. */
  async read(
    list: ImportList,
    name: string,
    body: Buffer | string,
  ): Promise<{ importId: string; preview: ImportPreview }> {
    const { importId, preview, fault } = await this.settled((await this.start(list, name, body)).importId);
    if (preview === null || fault !== null) throw new Error(`${name} was not read: ${JSON.stringify(fault)}`);
    return { importId, preview };
  }

  async apply(importId: string, id: CommandId = commandIdSchema.parse(randomUUID())): Promise<CommandAck> {
    const response = await this.#caller.fetch(`${this.#base}/${importId}/apply`, { method: 'POST', body: { id } });
    return commandAckSchema.parse(await response.json());
  }

  remap(importId: string, columns: Record<string, string | null>): Promise<Response> {
    return this.#caller.fetch(`${this.#base}/${importId}/mapping`, { method: 'PUT', body: { columns } });
  }

  refused(importId: string): Promise<Response> {
    return this.#caller.fetch(`${this.#base}/${importId}/refused.csv`);
  }

  drop(importId: string): Promise<Response> {
    return this.#caller.fetch(`${this.#base}/${importId}`, { method: 'DELETE' });
  }
}
