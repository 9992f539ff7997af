import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Seat } from '../../shared/domain/actor.ts';
import { type Bridge, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { type BridgeId, type ConferenceId, conferenceIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { commandAckSchema } from '../../shared/protocol/command.ts';
import {
  conferenceSummarySchema,
  type DelegatePage,
  delegatePageSchema,
  mintedInvitationSchema,
} from '../../shared/protocol/http.ts';
import { type ImportList, importJobSchema } from '../../shared/protocol/list-import.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { ServerHttp } from '../demo-bridges/server-http.ts';
import { shotWords } from './text.ts';

export type ListedDelegate = DelegatePage['delegates'][number];

/** The secretariat at one conference, by HTTP, as its own pages do. */
export class Secretary {
  readonly conference: ConferenceId;
  readonly #http: ServerHttp;
  readonly #cookie: string;

  private constructor(http: ServerHttp, cookie: string, conference: ConferenceId) {
    this.#http = http;
    this.#cookie = cookie;
    this.conference = conference;
  }

  /** `name` null: at the one conference that is there. */
  static async signIn(link: string, name: string | null): Promise<Secretary> {
    const { origin, hash } = new URL(link);
    const http = new ServerHttp(origin, undefined);
    const { cookie } = await http.signIn(hash.slice(1));
    if (name !== null) return new Secretary(http, cookie, conferenceIdSchema.parse(name));
    const question = { method: 'GET', path: '/api/conferences', cookie } as const;
    const [first] = await http.ask(z.array(conferenceSummarySchema), question);
    if (first === undefined) throw new Error('there is no conference');
    return new Secretary(http, cookie, first.id);
  }

  async must(command: Command): Promise<void> {
    const body = { id: randomUUID(), conference: this.conference, command };
    const question = { method: 'POST', path: this.#path('commands'), cookie: this.#cookie, body } as const;
    const ack = await this.#http.ask(commandAckSchema, question);
    if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code}`);
  }

  async state(): Promise<ConferenceState> {
    const question = { method: 'GET', path: this.#path('snapshot?stream=staff'), cookie: this.#cookie } as const;
    const { state } = await this.#http.ask(snapshotSchema, question);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: our own server wrote it with state-codec.ts
    return decodeState(state as EncodedState);
  }

  /** The number of the last fact. */
  async seq(): Promise<number> {
    const question = { method: 'GET', path: this.#path('snapshot?stream=staff'), cookie: this.#cookie } as const;
    return (await this.#http.ask(snapshotSchema, question)).seq;
  }

  async bridges(): Promise<readonly Bridge[]> {
    return bridgesInOrder((await this.state()).bridges);
  }

  async link(seat: Seat, bridgeId: BridgeId | null = null): Promise<string> {
    const body = { seat, bridgeId, label: shotWords.link };
    const question = { method: 'POST', path: this.#path('invitations'), cookie: this.#cookie, body } as const;
    return (await this.#http.ask(mintedInvitationSchema, question)).link;
  }

  async delegates(bridgeId: BridgeId): Promise<readonly ListedDelegate[]> {
    const path = this.#path(`delegates?bridge=${bridgeId}&limit=200`);
    return (await this.#http.ask(delegatePageSchema, { method: 'GET', path, cookie: this.#cookie })).delegates;
  }

  /** Sends the file, waits until it is read, and applies it. */
  async take(list: ImportList, file: string): Promise<void> {
    const query = new URLSearchParams({ list, name: basename(file) }).toString();
    const sent = await fetch(`${this.#http.origin}${this.#path(`imports?${query}`)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: this.#cookie },
      body: readFileSync(file),
    });
    let job = importJobSchema.parse(await sent.json());
    const path = this.#path(`imports/${job.importId}`);
    while (job.state === 'reading') {
      await pause(200);
      job = await this.#http.ask(importJobSchema, { method: 'GET', path, cookie: this.#cookie });
    }
    const question = {
      method: 'POST',
      path: `${path}/apply`,
      cookie: this.#cookie,
      body: { id: randomUUID() },
    } as const;
    const ack = await this.#http.ask(commandAckSchema, question);
    if (!ack.ok) throw new Error(`${basename(file)} was not applied: ${ack.code}`);
  }

  #path(what: string): string {
    return `/api/conferences/${this.conference}/${what}`;
  }
}
