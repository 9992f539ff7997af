import { join } from 'node:path';
import type { RecordingId } from '../../shared/domain/ids.ts';
import { runningRecording } from '../../shared/domain/recording/recording.ts';
import type { RecorderState } from '../../shared/protocol/technical.ts';
import type { ConferenceDesk } from '../application/conference-desk.ts';
import { type EgressPort, isRefusal, type RunningEgress } from './egress-port.ts';

export interface EgressOptions {
  readonly egress: EgressPort;
  /** Where Egress writes, on its own machine. */
  readonly folder: string;
  /** A page that a recorder's seat opens: made for one start, and shut when the recording is over. */
  readonly pageFor: (desk: ConferenceDesk) => Promise<EgressPage>;
  readonly onFault: (cause: unknown) => void;
}

export interface EgressPage {
  readonly url: string;
  readonly shut: () => Promise<void>;
}

const LOOK_MS = 5_000;

/**
 * Holds LiveKit Egress to the state: it records the recorder's page while a recording runs, and nothing else. What it
 * does is asked of it each time, so neither a restart of this server nor of Egress is a case of its own.
 */
export class RecordingEgress {
  readonly #desk: ConferenceDesk;
  readonly #options: EgressOptions;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | null = null;
  #state: NonNullable<RecorderState['egress']> = 'idle';
  #page: EgressPage | null = null;
  #looking = false;
  #again = false;
  #closed = false;

  constructor(desk: ConferenceDesk, options: EgressOptions) {
    this.#desk = desk;
    this.#options = options;
    this.#unsubscribe = desk.onCommitted(() => {
      if (this.#isWanted !== this.#isBusy) this.look();
    });
    this.look();
  }

  get state(): NonNullable<RecorderState['egress']> {
    return this.#state;
  }

  /** Compares and acts; while it does, another look waits. */
  look(): void {
    if (this.#closed) return;
    this.#again = this.#looking;
    if (this.#looking) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#looking = true;
    void this.#reconcile().finally(() => {
      this.#looking = false;
      if (this.#again) this.look();
      else if (!this.#closed && (this.#isWanted || this.#isBusy)) this.#lookLater();
    });
  }

  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  get #wanted(): RecordingId | null {
    return runningRecording(this.#desk.state.recordings)?.recordingId ?? null;
  }

  get #isWanted(): boolean {
    return this.#wanted !== null;
  }

  get #isBusy(): boolean {
    return this.#state !== 'idle';
  }

  #lookLater(): void {
    this.#timer = setTimeout(() => this.look(), LOOK_MS);
    this.#timer.unref();
  }

  async #reconcile(): Promise<void> {
    const { egress } = this.#options;
    try {
      const own = (await egress.running()).filter(({ filepath }) => filepath.startsWith(this.#pathOf('')));
      const wanted = this.#wanted;
      const isOf = ({ filepath }: RunningEgress) => wanted !== null && filepath.startsWith(this.#pathOf(wanted));
      for (const run of own) if (!isOf(run)) await egress.stop(run.egressId);
      if (wanted === null) await this.#rest();
      else await this.#hold(wanted, own.find(isOf));
    } catch (cause) {
      if (this.#state === 'idle' && !this.#isWanted) return;
      this.#state = isRefusal(cause) ? 'refused' : 'unreachable';
      this.#options.onFault(cause);
    }
  }

  async #hold(wanted: RecordingId, running: RunningEgress | undefined): Promise<void> {
    const { egress, pageFor } = this.#options;
    if (running !== undefined) {
      this.#state = running.recording ? 'recording' : 'starting';
      return;
    }
    this.#state = 'starting';
    await this.#page?.shut();
    this.#page = await pageFor(this.#desk);
    // A name of its own: begun again after a crash, it must not write over what it wrote before.
    await egress.start(this.#page.url, `${this.#pathOf(wanted)}_${this.#desk.now}.mp4`);
  }

  async #rest(): Promise<void> {
    this.#state = 'idle';
    await this.#page?.shut();
    this.#page = null;
  }

  #pathOf(recording: RecordingId | ''): string {
    return join(this.#options.folder, `${this.#desk.id}_${recording}`);
  }
}
