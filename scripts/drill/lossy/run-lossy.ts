import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { commandAckSchema } from '../../../shared/protocol/command.ts';
import type { Stage } from '../../bench/commander.ts';
import { SeatSocket } from '../../bench/seat-socket.ts';
import { seededChance } from '../desk/seeded-chance.ts';
import { type LineCount, type LineKind, LongLine } from './long-line.ts';

export interface LossyWish {
  readonly origin: string;
  /** Sign-ins of the staff: the first commands, the last looks on. */
  readonly cookies: readonly [string, ...string[]];
  readonly stage: Stage;
  /** What the conference has come to. */
  readonly seq: number;
  readonly line: LineKind;
  readonly commands: number;
  readonly everyMs: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

export interface LossyFindings {
  readonly answered: number;
  readonly refused: readonly string[];
  /** From the press at one end of the country to the picture at the other, of each command. */
  readonly visibleMs: readonly number[];
  readonly unseen: number;
  readonly gaps: number;
  readonly repeats: number;
  readonly line: LineCount;
}

/** A hall in the delta, and the centre: the screens of issue R4. */
export const FAR: LineKind = { roundTripMs: 150, lossPercent: 2, jitterMs: 30, bitsPerSecond: 1_000_000 };

/** What is told late is not waited for for ever. */
const LAST_ANSWERS_MS = 15_000;

const patchSchema = z.tuple([
  z.literal('patch'),
  z.object({ after: z.int(), through: z.int(), events: z.array(z.object({ seq: z.int() })) }),
]);
type Told = {
  readonly after: number;
  readonly through: number;
  readonly events: readonly { readonly seq: number }[];
};

/** What one screen was told: when each fact came, and whether one was left out or came twice. */
export class Seen {
  readonly at = new Map<number, number>();
  gaps = 0;
  repeats = 0;
  #through: number;

  constructor(seq: number) {
    this.#through = seq;
  }

  get through(): number {
    return this.#through;
  }

  tell({ after, through, events }: Told, now: number): void {
    if (after > this.#through) this.gaps += 1;
    if (after < this.#through) this.repeats += 1;
    this.#through = Math.max(this.#through, through);
    for (const { seq } of events) {
      if (this.at.has(seq)) this.repeats += 1;
      else this.at.set(seq, now);
    }
  }
}

/** One commands and one looks on, each at its own end of a long and lossy line. */
export async function runLossy(wish: LossyWish): Promise<LossyFindings> {
  const { origin, line: kind, stage, seq, seed } = wish;
  const line = await LongLine.to(origin, kind, seededChance(seed));
  const seen = new Seen(seq);
  const open: SeatSocket[] = [];
  try {
    const screen = await seat(line.origin, wish.cookies.at(-1) ?? '', (text) => hear(text, seen));
    open.push(screen);
    await screen.ask('hello', { conference: stage.conference, since: { staff: seq } });
    const moderator = await seat(line.origin, wish.cookies[0], () => undefined);
    open.push(moderator);
    return { ...(await press(wish, moderator, seen)), line: line.count };
  } finally {
    for (const socket of open) socket.close();
    line.close();
  }
}

const seat = (origin: string, cookie: string, onEvent: (text: Buffer) => void): Promise<SeatSocket> =>
  SeatSocket.open({ origin, cookie, onEvent });

const PATCH = '42["patch"';

function hear(text: Buffer, seen: Seen): void {
  if (text.toString('latin1', 0, PATCH.length) !== PATCH) return;
  const [, told] = patchSchema.parse(JSON.parse(text.toString('utf8', 2)));
  seen.tell(told, performance.now());
}

/** The next is pressed before the last is answered, as people do. */
async function press(
  { stage, commands, everyMs, signal }: LossyWish,
  moderator: SeatSocket,
  seen: Seen,
): Promise<Omit<LossyFindings, 'line'>> {
  const pressed: { readonly seq: number; readonly at: number }[] = [];
  const refused: string[] = [];
  const answers: Promise<unknown>[] = [];
  for (let turn = 0; turn < commands && !signal.aborted; turn++) {
    const at = performance.now();
    const answered = moderator.ask('command', commandOf(stage, turn)).then((answer) => {
      const ack = commandAckSchema.parse(JSON.parse(answer));
      if (ack.ok) pressed.push({ seq: ack.seq, at });
      else refused.push(ack.code);
    });
    answers.push(answered);
    await pause(everyMs);
  }
  const deadline = performance.now() + LAST_ANSWERS_MS;
  await Promise.race([Promise.all(answers), pause(LAST_ANSWERS_MS, undefined, { ref: false })]);
  const isUnseen = ({ seq }: { readonly seq: number }): boolean => !seen.at.has(seq);
  while (pressed.some(isUnseen) && performance.now() < deadline) await pause(20);
  return {
    answered: pressed.length,
    refused,
    visibleMs: pressed.flatMap(({ seq, at }) => (seen.at.get(seq) ?? Number.NaN) - at).filter(Number.isFinite),
    unseen: pressed.filter(isUnseen).length,
    gaps: seen.gaps,
    repeats: seen.repeats,
  };
}

const commandOf = ({ conference, bridges }: Stage, turn: number) => ({
  id: randomUUID(),
  conference,
  command: { type: 'armSource', source: { kind: 'bridge', bridgeId: bridges[turn % bridges.length] } },
});
