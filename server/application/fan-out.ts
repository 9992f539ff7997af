import { valuesOf } from '../../shared/base/persistent-map.ts';
import {
  type Audience,
  bridgesConcernedBy,
  doorsConcernedBy,
  isUrgent,
  PUBLIC,
  STAFF,
  tell,
} from '../../shared/domain/audience.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import type { Patch } from '../../shared/protocol/patch.ts';
import { type StreamName, streamOf } from '../../shared/protocol/stream.ts';
import type { Recorded } from '../store/journal.ts';
import type { Committed, ConferenceDesk } from './conference-desk.ts';

/** Where patches go: everyone in the room of a conference's stream. */
export interface Broadcast {
  patch(patch: Patch): void;
  beat(conference: ConferenceId, stream: StreamName, seq: number): void;
}

/**
 * Frames are the price, not bytes: what may wait goes in one frame per tick. The public is the largest audience and
 * waits longest; a person cannot follow figures that change more often.
 */
const TICK_MS = 150;
const PUBLIC_TICK_MS = 1_000;
const BEAT_MS = 5_000;

interface Stream {
  readonly audience: Audience;
  /** The last seq that was sent. */
  sent: number;
  pending: Recorded[];
  tick: NodeJS.Timeout | null;
}

/** Turns what a desk commits into one patch per audience. */
export class FanOut {
  readonly #desk: ConferenceDesk;
  readonly #broadcast: Broadcast;
  readonly #streams = new Map<StreamName, Stream>();
  readonly #stops: (() => void)[];
  /** Nothing older was ever sent, so a stream's first patch covers everything since. */
  #start: number;

  constructor(desk: ConferenceDesk, broadcast: Broadcast) {
    this.#desk = desk;
    this.#broadcast = broadcast;
    this.#start = desk.seq;
    const beat = setInterval(() => this.#beat(), BEAT_MS);
    beat.unref();
    this.#stops = [desk.onCommitted((committed) => this.#collect(committed)), () => clearInterval(beat)];
  }

  close(): void {
    for (const stop of this.#stops) stop();
    for (const { tick } of this.#streams.values()) if (tick !== null) clearTimeout(tick);
  }

  #collect({ recorded }: Committed): void {
    if (recorded.some(({ event }) => event.type === 'peopleErased')) {
      this.#beginAgain();
      return;
    }
    const urgent = new Set<StreamName>();
    for (const one of recorded) {
      for (const audience of audiencesFor(one)) this.#add(audience, one, urgent);
    }
    for (const name of urgent) this.#flush(name);
  }

  /** No patch takes a name back: every screen is told that it is behind, and asks for the whole. */
  #beginAgain(): void {
    for (const { tick } of this.#streams.values()) if (tick !== null) clearTimeout(tick);
    this.#streams.clear();
    this.#start = this.#desk.seq;
    this.#beat();
  }

  #add(audience: Audience, one: Recorded, urgent: Set<StreamName>): void {
    const name = streamOf(audience);
    const stream = this.#streams.get(name) ?? { audience, sent: this.#start, pending: [], tick: null };
    this.#streams.set(name, stream);
    stream.pending.push(one);
    if (isUrgent(one.event)) urgent.add(name);
    else stream.tick ??= setTimeout(() => this.#flush(name), audience === PUBLIC ? PUBLIC_TICK_MS : TICK_MS);
  }

  /** What is told is worded now: facts that moved the same counts many times are told once. */
  #flush(name: StreamName): void {
    const stream = this.#streams.get(name);
    if (stream === undefined) return;
    if (stream.tick !== null) clearTimeout(stream.tick);
    stream.tick = null;
    const { sent: after, pending } = stream;
    stream.pending = [];
    const events = tell(stream.audience, pending, this.#desk.state);
    const through = events.at(-1)?.seq ?? after;
    if (events.length === 0) return;
    stream.sent = through;
    this.#broadcast.patch({ conference: this.#desk.id, stream: name, after, through, events });
  }

  /** Also for streams on which nothing was sent yet: what was lost may have been the answer to a hello. */
  #beat(): void {
    const bridges = [...valuesOf(this.#desk.state.bridges.byId)].flatMap(({ bridgeId }) => [
      ofBridge(bridgeId),
      ofDoor(bridgeId),
    ]);
    const followed = [STAFF, PUBLIC, ...bridges].map(streamOf);
    for (const name of new Set([...followed, ...this.#streams.keys()])) {
      this.#broadcast.beat(this.#desk.id, name, this.#streams.get(name)?.sent ?? this.#start);
    }
  }
}

const ofDoor = (bridgeId: BridgeId): Audience => ({ kind: 'door', bridgeId });
const ofBridge = (bridgeId: BridgeId): Audience => ({ kind: 'bridge', bridgeId });

const audiencesFor = ({ event }: Recorded): readonly Audience[] => [
  STAFF,
  PUBLIC,
  ...bridgesConcernedBy(event).map(ofBridge),
  ...doorsConcernedBy(event).map(ofDoor),
];
