import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { type InvitationWish, Seats } from '../../server/application/seats.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/observe/log.ts';
import { start } from '../../server/start.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { Command } from '../../shared/domain/command.ts';
import {
  type BridgeId,
  bridgeIdSchema,
  type ConferenceId,
  commandIdSchema,
  conferenceIdSchema,
} from '../../shared/domain/ids.ts';
import { type CommandAck, commandAckSchema } from '../../shared/protocol/command.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '../../shared/protocol/socket-events.ts';

/** The whole server in this process on a free port, with a real database and no LiveKit. */
export interface TestServer {
  readonly origin: string;
  readonly dataDir: string;
  readonly logged: () => Promise<string>;
  readonly mint: (
    wish: Partial<InvitationWish> & Pick<InvitationWish, 'seat'>,
  ) => Promise<{ id: string; token: string }>;
  readonly stop: () => Promise<void>;
}

const NO_LIVEKIT = {
  LIVEKIT_URL: 'http://127.0.0.1:9',
  LIVEKIT_API_KEY: 'k9Qw7ZpXv2',
  LIVEKIT_API_SECRET: 'zX8vB2nM5kL1pQ9rT4wY7uJ3hG6fD0sA',
};

export async function startTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = env['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'diem-cau-')));
  const config = readConfig({ PORT: '0', DEMO: 'off', DATA_DIR: dataDir, LOG_LEVEL: 'debug', ...NO_LIVEKIT, ...env });
  const running = await start(config, await createLog(join(dataDir, 'server.log'), 'debug'));
  const store = await openSqliteStore(join(dataDir, 'journal.sqlite'));
  const seats = new Seats(store.accounts);
  return {
    origin: running.origin,
    dataDir,
    logged: () => readFile(join(dataDir, 'server.log'), 'utf8'),
    mint: async (wish) => {
      const { invitation, token } = await seats.mint({ conference: null, bridgeId: null, label: 'thử', ...wish });
      return { id: invitation.id, token };
    },
    stop: async () => {
      await store.close();
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A signed-in caller that keeps its cookies, as a browser or a script would. */
export class Caller {
  readonly origin: string;
  readonly cookies: string[] = [];

  constructor(origin: string) {
    this.origin = origin;
  }

  static async signedIn(server: TestServer, wish: Parameters<TestServer['mint']>[0]): Promise<Caller> {
    const caller = new Caller(server.origin);
    const { token } = await server.mint(wish);
    const response = await caller.signIn(token);
    if (response.status !== 200) throw new Error(`sign-in answered ${response.status}`);
    return caller;
  }

  async signIn(token: string): Promise<Response> {
    const response = await this.fetch('/api/session', { method: 'POST', body: { token } });
    for (const cookie of response.headers.getSetCookie()) this.cookies.push(cookie.split(';')[0] ?? '');
    return response;
  }

  fetch(path: string, { method = 'GET', body, headers = {} }: Wish = {}): Promise<Response> {
    return fetch(`${this.origin}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookies.length === 0 ? {} : { cookie: this.cookies.join('; ') }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  async command(conference: ConferenceId, command: Command, id: string = randomUUID()): Promise<CommandAck> {
    const response = await this.fetch(`/api/conferences/${conference}/commands`, {
      method: 'POST',
      body: { id: commandIdSchema.parse(id), conference, command },
    });
    return commandAckSchema.parse(await response.json());
  }

  async snapshot(conference: ConferenceId, stream?: string): Promise<{ seq: number; text: string }> {
    const query = stream === undefined ? '' : `?stream=${encodeURIComponent(stream)}`;
    const text = await (await this.fetch(`/api/conferences/${conference}/snapshot${query}`)).text();
    return { seq: snapshotSchema.parse(JSON.parse(text)).seq, text };
  }

  socket(options: { origin?: string; screen?: string } = {}): TestSocket {
    return io(this.origin, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      auth: { screen: options.screen },
      extraHeaders: { cookie: this.cookies.join('; '), origin: options.origin ?? this.origin },
    });
  }
}

export type TestSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

interface Wish {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A conference in preparation with a central bridge, An Giang, and Cà Mau with a phone that only staff may see. */
export async function createSmallConference(secretariat: Caller): Promise<SmallConference> {
  const id = conferenceIdSchema.parse(randomUUID());
  const must = async (command: Command): Promise<void> => {
    const ack = await secretariat.command(id, command);
    if (!ack.ok) throw new Error(`${command.type}: ${ack.code}`);
  };
  await must({
    type: 'createConference',
    details: {
      title: 'Hội nghị thử',
      kind: 'other',
      level: 'nationalSector',
      form: 'hybrid',
      periodReviewed: null,
      periodPlanned: null,
      date: '2026-11-22',
      organiser: 'Ban Tổ chức',
    },
  });
  const bridge = (shortName: string, central: boolean, phone: string | null) => ({
    name: `Điểm cầu ${shortName}`,
    shortName,
    central,
    parentId: null,
    region: null,
    room: null,
    chairs: [],
    technician: phone === null ? null : { fullName: null, positions: ['Cán bộ kỹ thuật'], phone },
  });
  await must({
    type: 'addBridges',
    bridges: [bridge('Trung ương', true, null), bridge('An Giang', false, null), bridge('Cà Mau', false, SECRET_PHONE)],
  });
  await must({ type: 'startPreparation' });
  const { text } = await secretariat.snapshot(id);
  const { state } = bridgesInSnapshot.parse(JSON.parse(text));
  const idOf = (shortName: string): BridgeId =>
    bridgeIdSchema.parse(state.bridges.byId.find(([, one]) => one.shortName === shortName)?.[0]);
  return { id, central: idOf('Trung ương'), anGiang: idOf('An Giang'), caMau: idOf('Cà Mau') };
}

const bridgesInSnapshot = z.object({
  state: z.object({
    bridges: z.object({ byId: z.array(z.tuple([z.string(), z.object({ shortName: z.string() })])) }),
  }),
});

/** The code of a fault's body. */
export const codeOf = async (response: Response): Promise<string> =>
  z.object({ code: z.string() }).parse(await response.json()).code;

export const SECRET_PHONE = '0900123456';

export interface SmallConference {
  readonly id: ConferenceId;
  readonly central: BridgeId;
  readonly anGiang: BridgeId;
  readonly caMau: BridgeId;
}

export const connected = (socket: TestSocket): Promise<string> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('connect_error', ({ message }) => resolve(message));
  });
