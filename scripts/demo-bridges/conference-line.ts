import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Command } from '../../shared/domain/command.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { type ConferenceId, commandIdSchema } from '../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { type CommandAck, type CommandEnvelope, commandAckSchema } from '../../shared/protocol/command.ts';
import { clockAckSchema } from '../../shared/protocol/hello.ts';
import type { MediaState } from '../../shared/protocol/media-state.ts';
import type { Patch, Snapshot } from '../../shared/protocol/patch.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '../../shared/protocol/socket-events.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import type { StreamName } from '../../shared/protocol/stream.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';

export interface ConferenceLineOptions {
  readonly origin: string;
  readonly ca: string | undefined;
  readonly cookie: string;
  readonly conference: ConferenceId;
  /** The stream that `state` is read from. */
  readonly stream: StreamName;
  readonly onState: () => void;
  readonly onMediaState: (state: MediaState) => void;
  readonly onSignedOut: () => void;
}

const HELLO_MS = 8_000;
const ANSWER_MS = 4_000;
const TRIES = 3;
const REFUSED_AGAIN_MS = 3_000;

/** A seat's live line: it greets, folds what it is told, comes back for ever, and repeats a command under its id. */
export class ConferenceLine {
  readonly #options: ConferenceLineOptions;
  readonly #socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  #state: ConferenceState = initialState;
  #seq: number | null = null;
  #retry: NodeJS.Timeout | undefined;

  constructor(options: ConferenceLineOptions) {
    this.#options = options;
    this.#socket = io(options.origin, {
      transports: ['websocket'],
      extraHeaders: { cookie: options.cookie, origin: options.origin },
      ...(options.ca === undefined ? {} : { ca: options.ca }),
      reconnectionDelay: 500,
      reconnectionDelayMax: 4_000,
      forceNew: true,
    });
    this.#listen();
  }

  /** Everything hidden from the stream's audience is missing; before the first snapshot all of it. */
  get state(): ConferenceState {
    return this.#state;
  }

  get isLoaded(): boolean {
    return this.#seq !== null;
  }

  /** Null when no answer came: what the state says then tells whether it happened. */
  async send(command: Command): Promise<CommandAck | null> {
    const id = commandIdSchema.parse(randomUUID());
    const envelope: CommandEnvelope = { id, conference: this.#options.conference, command };
    for (let attempt = 0; attempt < TRIES; attempt++) {
      try {
        return commandAckSchema.parse(await this.#socket.timeout(ANSWER_MS).emitWithAck('command', envelope));
      } catch {
        // Silence: the same command under the same id, to which the server gives the first answer again.
      }
    }
    return null;
  }

  /** How long the way to the server and back takes, and how far its clock is ahead; null when no answer came. */
  async askClock(): Promise<{ readonly roundTripMs: number; readonly offsetMs: number } | null> {
    const sentAt = Date.now();
    const asked: Promise<unknown> = this.#socket.timeout(ANSWER_MS).emitWithAck('clock');
    const answer = clockAckSchema.safeParse(await asked.catch(() => null)).data;
    if (answer === undefined) return null;
    const roundTripMs = Date.now() - sentAt;
    return { roundTripMs, offsetMs: Math.round(answer.now - sentAt - roundTripMs / 2) };
  }

  sendTelemetry(telemetry: Telemetry): void {
    if (this.#socket.connected) this.#socket.volatile.emit('telemetry', telemetry);
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#socket.removeAllListeners().disconnect();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => void this.#greet());
    // Not asked for in bytes, so it comes as it is.
    socket.on('snapshot', (snapshot) => 'state' in snapshot && this.#adopt(snapshot));
    socket.on('patch', (patch) => this.#fold(patch));
    socket.on('beat', ({ stream, seq }) => {
      if (stream === this.#options.stream && this.#seq !== null && seq > this.#seq) void this.#greet();
    });
    socket.on('mediaState', (state) => this.#options.onMediaState(state));
    socket.on('signedOut', () => {
      this.close();
      this.#options.onSignedOut();
    });
    // The two cases in which the library does not come back by itself: the server hung up, or refused the greeting.
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') socket.connect();
    });
    socket.on('connect_error', () => {
      if (!socket.active) this.#retry = setTimeout(() => socket.connect(), REFUSED_AGAIN_MS);
    });
  }

  async #greet(): Promise<void> {
    const { conference, stream } = this.#options;
    const since = this.#seq === null ? {} : { [stream]: this.#seq };
    await this.#socket
      .timeout(HELLO_MS)
      .emitWithAck('hello', { conference, since })
      .catch(() => this.#socket.disconnect().connect());
  }

  #adopt({ stream, seq, state }: Snapshot): void {
    if (stream !== this.#options.stream) return;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: our own server wrote it with state-codec.ts
    this.#state = decodeState(state as EncodedState);
    this.#seq = seq;
    this.#options.onState();
  }

  #fold({ stream, after, through, events }: Patch): void {
    if (stream !== this.#options.stream || this.#seq === null || through <= this.#seq) return;
    if (after > this.#seq) return void this.#greet();
    const known = this.#seq;
    this.#state = events
      .filter(({ seq }) => seq > known)
      .reduce((state, { event }) => evolve(state, event), this.#state);
    this.#seq = through;
    this.#options.onState();
  }
}
