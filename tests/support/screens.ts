import { isDeepStrictEqual } from 'node:util';
import { fold, fromSnapshot, isBehind, type Replica, remedyAfter } from '../../client/sync/replica.ts';
import type { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { resume } from '../../server/application/resume.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { type Audience, audiencesOf, redactState } from '../../shared/domain/audience.ts';
import type { Beat, Patch, Snapshot } from '../../shared/protocol/patch.ts';
import { type StreamName, streamOf } from '../../shared/protocol/stream.ts';

/** The two places of the way back where a test can plant a fault. */
export interface Reading {
  readonly resume: typeof resume;
  readonly fold: typeof fold;
}
export const HONEST_READING: Reading = { resume, fold };

export type Message =
  | { readonly kind: 'patch'; readonly patch: Patch }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'beat'; readonly beat: Beat };

export interface Followed {
  readonly audience: Audience;
  replica: Replica | null;
  fruitless: number;
  /** Asked, and no answer yet: one asking at a time. */
  asking: boolean;
}

/** One screen as conference-sync.ts runs it, on a line that a test holds in its hands. */
export class TestScreen {
  readonly actor: Actor;
  readonly streams: ReadonlyMap<StreamName, Followed>;
  /** What is under way to the screen, in order; null while the line is cut. */
  inbox: Message[] | null = null;
  readonly #reading: Reading;

  constructor(actor: Actor, reading: Reading) {
    this.actor = actor;
    this.#reading = reading;
    this.streams = new Map(
      audiencesOf(actor).map((audience) => [
        streamOf(audience),
        { audience, replica: null, fruitless: 0, asking: false },
      ]),
    );
  }

  connect(desk: ConferenceDesk): void {
    this.inbox = [];
    for (const one of this.streams.values()) {
      one.asking = false;
      this.#hello(one, desk);
    }
  }

  cut(): void {
    this.inbox = null;
  }

  /** What the server sends to everyone on the stream; it arrives when the test lets it. */
  send(stream: StreamName, message: Message): void {
    if (this.streams.has(stream)) this.inbox?.push(JSON.parse(JSON.stringify(message)) as Message);
  }

  /** Lets the oldest message arrive. */
  receive(desk: ConferenceDesk): void {
    const message = this.inbox?.shift();
    if (message === undefined) return;
    if (message.kind === 'patch') this.#onPatch(message.patch, desk);
    if (message.kind === 'snapshot') this.#onSnapshot(message.snapshot);
    if (message.kind === 'beat') this.#onBeat(message.beat, desk);
  }

  /** The streams on which this screen does not show what the server would show it. */
  differsFrom({ state }: ConferenceDesk): readonly StreamName[] {
    return [...this.streams].flatMap(([name, { audience, replica }]) => {
      // Maps are the same in whatever order their entries came.
      return replica !== null && isDeepStrictEqual(replica.state, redactState(audience, state)) ? [] : [name];
    });
  }

  #onPatch(patch: Patch, desk: ConferenceDesk): void {
    const one = this.streams.get(patch.stream);
    if (one?.replica == null) return;
    const folded = this.#reading.fold(one.replica, patch);
    if (folded.kind === 'applied') this.#become(one, folded.replica);
    if (folded.kind === 'gap') this.#ask(one, desk);
  }

  #onSnapshot(snapshot: Snapshot): void {
    const one = this.streams.get(snapshot.stream);
    if (one !== undefined) this.#become(one, fromSnapshot(snapshot));
  }

  #onBeat(beat: Beat, desk: ConferenceDesk): void {
    const one = this.streams.get(beat.stream);
    if (one === undefined) return;
    one.asking = false;
    if (one.replica === null || isBehind(one.replica, beat)) this.#ask(one, desk);
  }

  #become(one: Followed, replica: Replica): void {
    one.replica = replica;
    one.fruitless = 0;
    one.asking = false;
  }

  #ask(one: Followed, desk: ConferenceDesk): void {
    if (one.asking) return;
    one.asking = true;
    if (remedyAfter(one.fruitless) === 'reload') {
      one.replica = null;
      one.fruitless = 0;
    }
    this.#hello(one, desk);
    one.fruitless += 1;
  }

  #hello(one: Followed, desk: ConferenceDesk): void {
    const wantsAll = one.replica === null || remedyAfter(one.fruitless) === 'snapshot';
    const resumed = this.#reading.resume(desk, one.audience, wantsAll ? undefined : one.replica?.seq);
    this.send(streamOf(one.audience), resumed);
  }
}
