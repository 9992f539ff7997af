import { setTimeout as pause } from 'node:timers/promises';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import type { Given } from '../desk/check-journal.ts';
import type { DeskFault } from '../desk/desk-job.ts';
import { DeskLine } from '../desk/desk-line.ts';
import { idOf, type Marked, markedCommand, numberOf } from '../desk/marked-commands.ts';
import type { Chance } from '../desk/seeded-chance.ts';

export interface KillJob {
  /** The bundled child. */
  readonly child: string;
  readonly file: string;
  readonly conference: ConferenceId;
  readonly marked: Marked;
  readonly fault: DeskFault;
  readonly chance: Chance;
}

const IN_FLIGHT = 32;
const SOONEST_MS = 5;
const LATEST_MS = 125;
const SNAPSHOT_EVERY = 40;
/** A machine that is busy with other things is slow, and not wrong: how long a start takes is a figure of its own. */
const START_WITHIN_MS = 600_000;

/** Gives commands to a desk that is killed again and again, and remembers what it was told. */
export class KillCycles {
  readonly #job: KillJob;
  readonly #acknowledged = new Map<number, number>();
  readonly #unanswered = new Set<number>();
  readonly #complaints: string[] = [];
  readonly restartsMs: number[] = [];
  #given = 0;
  #resent = 0;

  constructor(job: KillJob) {
    this.#job = job;
  }

  get given(): Given {
    const { conference, marked } = this.#job;
    return { conference, marked, acknowledged: this.#acknowledged };
  }

  /** Repeats of commands whose answer a blow has cut off. */
  get resent(): number {
    return this.#resent;
  }

  /** A command that was refused, an answer that changed, a start that went back behind what was acknowledged. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  /** Started, fed, killed in the middle. */
  async blow(): Promise<void> {
    const line = await this.#start();
    await pause(this.#job.chance.between(SOONEST_MS, LATEST_MS));
    await line.kill();
  }

  /** A last start without a blow: every command is answered at the end of it. */
  async settle(): Promise<void> {
    const line = await this.#start(0);
    const patience = Date.now() + START_WITHIN_MS;
    while (this.#unanswered.size > 0 && Date.now() < patience) await pause(5);
    if (this.#unanswered.size > 0) this.#complaints.push(`${this.#unanswered.size} commands were never answered`);
    await line.end();
  }

  /** Resolves when the desk has opened its journal and has been given what it did not answer before. */
  #start(inFlight = IN_FLIGHT): Promise<DeskLine> {
    const { child, file, conference, fault } = this.#job;
    const begun = performance.now();
    const before = Math.max(0, ...this.#acknowledged.values());
    return new Promise((resolve, reject) => {
      const fail = (what: string): void => reject(new Error(`${what}: ${line.complaints}`));
      const late = setTimeout(() => fail('no start'), START_WITHIN_MS);
      const line = new DeskLine(
        child,
        { file, conference, fault, snapshotEvery: SNAPSHOT_EVERY },
        {
          onReady: (seq) => {
            clearTimeout(late);
            this.restartsMs.push(performance.now() - begun);
            if (seq < before) this.#complaints.push(`started at ${seq}, though ${before} was acknowledged`);
            this.#feed(line, inFlight);
            resolve(line);
          },
          onAck: (id, seq) => {
            this.#note(numberOf(id), seq);
            if (this.#unanswered.size < inFlight) this.#give(line);
          },
          onRefused: (id, code) => {
            this.#unanswered.delete(numberOf(id));
            this.#complaints.push(`${id} was refused: ${code} ${line.complaints}`);
          },
        },
      );
      line.onEnd(() => fail('the desk ended by itself'));
    });
  }

  #note(n: number, seq: number): void {
    this.#unanswered.delete(n);
    const before = this.#acknowledged.get(n);
    if (before !== undefined && before !== seq) this.#complaints.push(`${idOf(n)} was ${before} and is ${seq}`);
    this.#acknowledged.set(n, seq);
  }

  /** What was cut off comes again under the same id, and once in a while what was answered long ago. */
  #feed(line: DeskLine, inFlight: number): void {
    const { conference, marked, chance } = this.#job;
    const again = [...this.#unanswered];
    const old = [...this.#acknowledged.keys()];
    const repeat = old[chance.between(0, Math.max(0, old.length - 1))];
    if (repeat !== undefined) again.push(repeat);
    for (const n of again) line.give(markedCommand(conference, marked, n));
    this.#resent += again.length;
    while (this.#unanswered.size < inFlight) this.#give(line);
  }

  #give(line: DeskLine): void {
    const { conference, marked } = this.#job;
    this.#given += 1;
    this.#unanswered.add(this.#given);
    line.give(markedCommand(conference, marked, this.#given));
  }
}
