import { join } from 'node:path';
import type { AgendaPlan } from '../../../shared/domain/agenda/agenda.ts';
import { snapshotSchema } from '../../../shared/protocol/patch.ts';
import { type BenchConference, createBenchConference } from '../bench-conference.ts';
import { Commander } from '../commander.ts';
import { type BenchServer, invite, signIn, signInMany, startServer } from '../server-process.ts';
import { gaugeEnv } from './gauge.ts';
import type { SeatsJob } from './load-job.ts';

/** Of the bench's own: 127.0.0.2 and so on, as many as a country's networks would lend their screens. */
export const ADDRESSES: readonly string[] = Array.from({ length: 20 }, (_, n) => `127.0.0.${n + 2}`);
/** Each may command forty times in four seconds. */
const COMMANDERS = 12;
const STATE_BYTES = 50_000;
const ROWS_AT_ONCE = 20;
const MORNING = Date.UTC(2021, 8, 30, 1, 0);
const EACH_MS = 5 * 60_000;

/** The product with a conference that thousands watch, and another that nobody does. */
export interface Stage {
  readonly server: BenchServer;
  readonly gauge: string;
  readonly watched: BenchConference;
  readonly commanders: readonly Commander[];
  /** Sources to arm in the one and in the other. */
  readonly inView: Parameters<Commander['arm']>[0];
  readonly unseen: Parameters<Commander['arm']>[0];
  /** The whole state as a viewer is told it, as JSON. */
  readonly state: string;
  /** After the last fact of the preparation: a screen that has all of it lacks nothing. */
  readonly job: SeatsJob;
  readonly close: () => Promise<void>;
}

export async function prepareStage(folder: string): Promise<Stage> {
  const gauge = join(folder, 'server.gauge');
  const server = await startServer({ core: 0, media: false, env: gaugeEnv(gauge) });
  const { origin } = server;
  const { first, all } = await signInMany(server, COMMANDERS);
  const [watched, empty] = [await createBenchConference(origin, first), await createBenchConference(origin, first)];
  const { token } = await invite(server, first, watched.id, { seat: 'viewer', bridgeId: null });
  const { cookie } = await signIn(origin, token);
  const { seq, state } = await writeProgramme(watched, () => stateSeenBy(origin, cookie, watched));
  const commanders = await Promise.all(all.map((one) => Commander.open(origin, one.cookie)));
  const screen = `/c/${watched.id}/programme`;
  return {
    server,
    gauge,
    watched,
    commanders,
    inView: { conference: watched.id, bridges: watched.bridges.slice(0, 2) },
    unseen: { conference: empty.id, bridges: empty.bridges.slice(0, 2) },
    state,
    job: { speaks: 'seats', origin, addresses: [...ADDRESSES], conference: watched.id, token, screen, seq },
    close: async () => {
      for (const commander of commanders) commander.close();
      await server.close();
    },
  };
}

async function stateSeenBy(origin: string, cookie: string, { id }: BenchConference): Promise<string> {
  const response = await fetch(`${origin}/api/conferences/${id}/snapshot`, { headers: { cookie } });
  if (!response.ok) throw new Error(`a viewer is shown no state: ${response.status}`);
  return response.text();
}

/** Rows of a programme until the state is as large as that of a long day. */
async function writeProgramme({ act }: BenchConference, read: () => Promise<string>) {
  for (let rows = 0; ; rows += ROWS_AT_ONCE) {
    const state = await read();
    if (Buffer.byteLength(state) >= STATE_BYTES) return { seq: snapshotSchema.parse(JSON.parse(state)).seq, state };
    const items = Array.from({ length: ROWS_AT_ONCE }, (_, n) => ({ plan: rowAt(rows + n), presenter: null }));
    await act({ type: 'addAgendaItems', beforeItemId: null, items });
  }
}

const rowAt = (index: number): AgendaPlan => ({
  row: 'item',
  kind: 'report',
  title: `Nội dung ${index + 1}: báo cáo kết quả thực hiện nhiệm vụ của địa phương`,
  start: MORNING + index * EACH_MS,
  soft: true,
  span: { lock: 'duration', durationMs: EACH_MS },
});
