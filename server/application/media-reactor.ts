import { SYSTEM } from '../../shared/domain/actor.ts';
import { speechesOnFloor } from '../../shared/domain/floor/floor.ts';
import { commandIdSchema } from '../../shared/domain/ids.ts';
import { bridgeOfIdentity } from '../../shared/views/media-identity.ts';
import type { MediaGateway, Participant } from '../media/media-gateway.ts';
import { type MediaCall, mediaCalls, roomOf } from '../media/room-plan.ts';
import type { ConferenceDesk } from './conference-desk.ts';

export interface MediaReactorOptions {
  /** Null while LiveKit is not there; asked anew for each look. */
  readonly gateway: () => MediaGateway | null;
  readonly newId: () => string;
  readonly onFault: (cause: unknown) => void;
}

const LOOK_EVERY_MS = 3_000;
/** LiveKit refreshes a removed guest's token for ten minutes: as long it is thrown out again. */
const BANNED_MS = 15 * 60_000;

/**
 * Makes the conference's room what the journal wants, again and again: after each commit from what was seen last, and
 * after a webhook, a start of LiveKit and every few seconds from a fresh look. A lost call, a missed webhook and a
 * LiveKit that was restarted are all the same case. It changes the conference by commands of the system seat alone.
 */
export class MediaReactor {
  readonly #desk: ConferenceDesk;
  readonly #options: MediaReactorOptions;
  readonly #banned = new Map<string, number>();
  readonly #stops: (() => void)[];
  #seen = new Map<string, Participant>();
  #looking: Promise<void> | null = null;
  #lookAgain = false;

  constructor(desk: ConferenceDesk, options: MediaReactorOptions) {
    this.#desk = desk;
    this.#options = options;
    const timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    timer.unref();
    this.#stops = [() => clearInterval(timer), desk.onCommitted(() => this.#follow())];
    this.look();
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  /** Reads the room and mends it. While one look is on, a second is remembered, not started. */
  look(): void {
    if (this.#looking !== null) {
      this.#lookAgain = true;
      return;
    }
    this.#looking = this.#lookOnce()
      .catch(this.#options.onFault)
      .finally(() => {
        this.#looking = null;
        if (this.#lookAgain) {
          this.#lookAgain = false;
          this.look();
        }
      });
  }

  /** Keeps an identity out, though its token still opens the door. */
  ban(identity: string): void {
    this.#banned.set(identity, Date.now() + BANNED_MS);
    this.#agree();
  }

  /** A link was given out again for the same identity. */
  unban(identity: string): void {
    this.#banned.delete(identity);
  }

  async #lookOnce(): Promise<void> {
    const gateway = this.#options.gateway();
    if (gateway === null) {
      this.#seen = new Map();
      return;
    }
    await gateway.ensureRoom(roomOf(this.#desk.id));
    const participants = await gateway.participants(roomOf(this.#desk.id));
    this.#seen = new Map(participants.map((participant) => [participant.identity, participant]));
    this.#follow();
  }

  #follow(): void {
    this.#agree();
    this.#hear();
  }

  #agree(): void {
    const gateway = this.#options.gateway();
    if (gateway === null) return;
    const calls = mediaCalls(this.#desk.state, [...this.#seen.values()], (identity) => this.#isBanned(identity));
    // Each call stands for itself: one absent bridge (three seconds of silence from LiveKit) must not hold the others.
    for (const call of calls) this.#make(gateway, call).catch(this.#options.onFault);
  }

  async #make(gateway: MediaGateway, call: MediaCall): Promise<void> {
    const room = roomOf(this.#desk.id);
    const { identity } = call;
    const before = this.#seen.get(identity);
    if (call.kind === 'remove') {
      this.#seen.delete(identity);
      await gateway.remove(room, identity);
      return;
    }
    // Remembered before the answer, so that the next commit does not repeat the call; a failure forgets it.
    if (before !== undefined) this.#seen.set(identity, { ...before, permission: call.permission });
    try {
      await gateway.permit(room, identity, call.permission);
    } catch (cause) {
      this.#seen.delete(identity);
      throw cause;
    }
  }

  /** A called bridge is heard: its speech begins. Microphones inform; only the journal decides. */
  #hear(): void {
    const called = speechesOnFloor(this.#desk.state.floor).filter(({ stage }) => stage.status === 'called');
    if (called.length === 0) return;
    const live = [...this.#seen.values()].filter(({ microphoneLive }) => microphoneLive);
    const heard = new Set(live.map(({ identity }) => bridgeOfIdentity(identity)));
    for (const { speechId, bridgeId } of called) {
      if (!heard.has(bridgeId)) continue;
      const id = commandIdSchema.parse(this.#options.newId());
      void this.#desk.execute(SYSTEM, { id, conference: this.#desk.id, command: { type: 'beginSpeech', speechId } });
    }
  }

  #isBanned(identity: string): boolean {
    const until = this.#banned.get(identity);
    return until !== undefined && until > Date.now();
  }
}
