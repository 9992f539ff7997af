import { SYSTEM } from '../../shared/domain/actor.ts';
import { speechesOnFloor } from '../../shared/domain/floor/floor.ts';
import { type BridgeId, commandIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { bridgeOfIdentity } from '../../shared/views/media-identity.ts';
import type { MediaGateway, Participant, Permission } from '../media/media-gateway.ts';
import {
  desiredPermission,
  identitiesStaying,
  isRoomOf,
  type MediaCall,
  mediaCalls,
  type Place,
  roomOf,
  voicesAmong,
  wantedPlaces,
} from '../media/room-plan.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import { DenyList } from './deny-list.ts';

export interface MediaReactorOptions {
  /** Null while LiveKit is not there; asked anew for each look. */
  readonly gateway: () => MediaGateway | null;
  readonly newId: () => string;
  readonly onFault: (cause: unknown) => void;
  /** Outlives this server where it is given. */
  readonly denied?: DenyList;
}

interface Room {
  readonly place: Place;
  readonly seen: Map<string, Participant>;
}

interface NamedRoom {
  readonly name: string;
  readonly seen: Room['seen'];
}

interface Wanted extends Pick<ConferenceState, 'conference' | 'lines' | 'messages'> {
  readonly rooms: ReadonlyMap<string, Place>;
}

const LOOK_EVERY_MS = 3_000;

/**
 * Makes the conference's rooms what the journal wants, again and again: after each commit from what was seen last, and
 * after a webhook, a start of LiveKit and every few seconds from a fresh look. A lost call, a missed webhook and a
 * LiveKit that was restarted are all the same case. It changes the conference by commands of the system seat alone.
 */
export class MediaReactor {
  readonly #desk: ConferenceDesk;
  readonly #options: MediaReactorOptions;
  readonly #denied: DenyList;
  readonly #stops: (() => void)[];
  /** The rooms that are open as far as is known, with whom was seen in them. */
  #rooms = new Map<string, Room>();
  #wanted: Wanted | null = null;
  /** Rooms may be left over from before this start, or from before LiveKit went. */
  #mustSweep = true;
  #looking: Promise<void> | null = null;
  #lookAgain = false;

  constructor(desk: ConferenceDesk, options: MediaReactorOptions) {
    this.#desk = desk;
    this.#options = options;
    this.#denied = options.denied ?? new DenyList(null, Date.now);
    const timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    timer.unref();
    this.#stops = [() => clearInterval(timer), desk.onCommitted(() => this.#onCommitted())];
    this.look();
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }

  /** Reads the rooms and mends them. While one look is on, a second is remembered, not started. */
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
    this.#denied.add(this.#desk.id, identity);
    this.#agree();
  }

  /** A link was given out again for the same identity. */
  unban(identity: string): void {
    this.#denied.lift(this.#desk.id, identity);
  }

  /** What somebody who comes in now may do in the room; null: nothing there. */
  permissionFor(place: Place, identity: string): Permission | null {
    const { state } = this.#desk;
    return desiredPermission(state, place, identity, voicesAmong(state, [...this.#staying(), identity]));
  }

  /** Everybody who was seen in the rooms. */
  present(): readonly string[] {
    return [...this.#rooms.values()].flatMap(({ seen }) => [...seen.keys()]);
  }

  /** The machine that is the bridge's voice among those that were seen; null: none was. */
  voiceOf(bridgeId: BridgeId): string | null {
    return voicesAmong(this.#desk.state, this.#staying())(bridgeId);
  }

  #onCommitted(): void {
    this.#agree();
    this.#hear();
    const names = this.#wantedRooms();
    const isAsWanted = this.#rooms.size === names.size && [...names.keys()].every((name) => this.#rooms.has(name));
    if (!isAsWanted) this.look();
  }

  /** By name; most facts change nothing about it, and a country has thousands of lines. */
  #wantedRooms(): ReadonlyMap<string, Place> {
    const { state, id } = this.#desk;
    const { conference, lines, messages } = state;
    const known = this.#wanted;
    if (known?.conference === conference && known.lines === lines && known.messages === messages) return known.rooms;
    const rooms = new Map(wantedPlaces(state).map((place) => [roomOf(id, place), place]));
    this.#wanted = { conference, lines, messages, rooms };
    return rooms;
  }

  async #lookOnce(): Promise<void> {
    const gateway = this.#options.gateway();
    if (gateway === null) {
      this.#rooms = new Map();
      this.#mustSweep = true;
      return;
    }
    // A call that failed may have been done all the same: a room may be there that nobody here knows of.
    const sweeps = this.#mustSweep;
    this.#mustSweep = true;
    await this.#closeUnwanted(gateway, sweeps);
    for (const [name, place] of this.#wantedRooms()) {
      await gateway.ensureRoom(name);
      const participants = await gateway.participants(name);
      const seen = new Map(participants.map((participant) => [participant.identity, participant]));
      this.#rooms.set(name, { place, seen });
    }
    this.#mustSweep = false;
    this.#agree();
    this.#hear();
  }

  /** A room that is not there cannot be walked into, not even with a token that is still young. */
  async #closeUnwanted(gateway: MediaGateway, sweeps: boolean): Promise<void> {
    const isUnwanted = (name: string): boolean => !this.#wantedRooms().has(name);
    if (!sweeps && ![...this.#rooms.keys()].some(isUnwanted)) return;
    const there = (await gateway.rooms()).filter((name) => isRoomOf(this.#desk.id, name));
    for (const name of there.filter(isUnwanted)) await gateway.closeRoom(name);
    for (const name of [...this.#rooms.keys()].filter(isUnwanted)) this.#rooms.delete(name);
  }

  #agree(): void {
    const gateway = this.#options.gateway();
    if (gateway === null) return;
    const isBanned = (identity: string): boolean => this.#isBanned(identity);
    const voice = voicesAmong(this.#desk.state, this.#staying());
    for (const [name, { place, seen }] of this.#rooms) {
      const calls = mediaCalls(this.#desk.state, { place, actual: [...seen.values()] }, isBanned, voice);
      // Each call stands for itself: one absent bridge (three seconds of silence from LiveKit) must not hold the others.
      for (const call of calls) this.#make(gateway, { name, seen }, call).catch(this.#options.onFault);
    }
  }

  async #make(gateway: MediaGateway, { name, seen }: NamedRoom, call: MediaCall): Promise<void> {
    const { identity } = call;
    const before = seen.get(identity);
    if (call.kind === 'remove') {
      seen.delete(identity);
      await gateway.remove(name, identity);
      return;
    }
    if (before === undefined) return;
    // Remembered before the answer, so that the next commit does not repeat the call.
    const after = { ...before, permission: call.permission };
    seen.set(identity, after);
    try {
      await gateway.permit(name, identity, call.permission);
    } catch (cause) {
      // As it was, not forgotten: whoever is forgotten would leave the voice to the next machine.
      if (seen.get(identity) === after) seen.set(identity, before);
      throw cause;
    }
  }

  /** A called bridge is heard: its speech begins. Microphones inform; only the journal decides. */
  #hear(): void {
    const called = speechesOnFloor(this.#desk.state.floor).filter(({ stage }) => stage.status === 'called');
    if (called.length === 0) return;
    const live = [...this.#onStage().values()].filter(({ microphoneLive }) => microphoneLive);
    const heard = new Set(live.map(({ identity }) => bridgeOfIdentity(identity)));
    for (const { speechId, bridgeId } of called) {
      if (!heard.has(bridgeId)) continue;
      const id = commandIdSchema.parse(this.#options.newId());
      void this.#desk.execute(SYSTEM, { id, conference: this.#desk.id, command: { type: 'beginSpeech', speechId } });
    }
  }

  #onStage(): Room['seen'] {
    return this.#rooms.get(roomOf(this.#desk.id))?.seen ?? new Map<string, Participant>();
  }

  /** The stage before the private rooms: who has the voice there has it everywhere. */
  #staying(): readonly string[] {
    const isBanned = (identity: string): boolean => this.#isBanned(identity);
    const elsewhere = [...this.#rooms.values()].filter(({ place }) => place.kind === 'private');
    return [this.#onStage(), ...elsewhere.map(({ seen }) => seen)].flatMap((seen) =>
      identitiesStaying([...seen.values()], isBanned),
    );
  }

  #isBanned(identity: string): boolean {
    return this.#denied.has(this.#desk.id, identity);
  }
}
