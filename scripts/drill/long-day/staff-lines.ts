import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Command } from '../../../shared/domain/command.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { commandAckSchema } from '../../../shared/protocol/command.ts';
import { SeatSocket } from '../../bench/seat-socket.ts';
import type { SignedIn } from '../../bench/server-process.ts';

const patchSchema = z.tuple([
  z.literal('patch'),
  z.object({ events: z.array(z.object({ seq: z.int(), event: z.looseObject({ type: z.string() }) })) }),
]);
type Told = z.infer<typeof patchSchema>[1]['events'][number]['event'];

/** What is waited for was told within this time, or something is wrong. */
const TOLD_WITHIN_MS = 20_000;
const PATCH = '42["patch"';

/** The tables of the staff: each command goes over the next line, since one person presses only so fast. */
export class StaffLines {
  readonly #conference: ConferenceId;
  readonly #lines: SeatSocket[] = [];
  readonly #told: Told[] = [];
  #next = 0;
  seq = 0;

  private constructor(conference: ConferenceId) {
    this.#conference = conference;
  }

  static async open(origin: string, conference: ConferenceId, seats: readonly SignedIn[]): Promise<StaffLines> {
    const staff = new StaffLines(conference);
    for (const [index, { cookie }] of seats.entries()) {
      const onEvent = (text: Buffer): void => {
        if (index === 0) staff.#hear(text);
      };
      staff.#lines.push(await SeatSocket.open({ origin, cookie, onEvent }));
    }
    await staff.#lines[0]?.ask('hello', { conference, since: {} });
    return staff;
  }

  /** Resolves to the seq; null: it was refused, which a long day has room for. */
  async act(command: Command): Promise<number | null> {
    const envelope = { id: randomUUID(), conference: this.#conference, command };
    for (;;) {
      this.#next = (this.#next + 1) % this.#lines.length;
      const ack = commandAckSchema.parse(
        JSON.parse((await this.#lines[this.#next]?.ask('command', envelope)) ?? 'null'),
      );
      if (ack.ok) {
        this.seq = Math.max(this.seq, ack.seq);
        return ack.seq;
      }
      if (ack.code !== 'too-many-commands') return null;
      await pause(100);
    }
  }

  /** The first event of the type that nobody has asked for yet. */
  async told(type: string): Promise<Told> {
    for (const since = performance.now(); performance.now() - since < TOLD_WITHIN_MS; await pause(5)) {
      const at = this.#told.findIndex((event) => event.type === type);
      if (at !== -1) return this.#told.splice(at, 1)[0] ?? { type };
    }
    throw new Error(`nobody told of ${type}`);
  }

  close(): void {
    for (const line of this.#lines) line.close();
  }

  #hear(text: Buffer): void {
    if (text.toString('latin1', 0, PATCH.length) !== PATCH) return;
    const [, { events }] = patchSchema.parse(JSON.parse(text.toString('utf8', 2)));
    const wanted = events.filter(({ event }) => WANTED.has(event.type));
    this.#told.push(...wanted.map(({ event }) => event));
  }
}

const WANTED: ReadonlySet<string> = new Set(['speechRegistered', 'ballotPrepared']);
