import type { z } from 'zod';
import { valuesOf } from '../../shared/base/persistent-map.ts';
import { bridgeOf, isOnStage } from '../../shared/domain/bridges/bridge.ts';
import { mayUse } from '../../shared/domain/capabilities.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import type { mediaTokenRequestSchema } from '../../shared/protocol/http.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import type { MediaGateway } from '../media/media-gateway.ts';
import { MAX_SUB_BRIDGES_ON_STAGE, type Place, roomOf, STAGE, watcherIdentity } from '../media/room-plan.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import { DENIED_MS } from './deny-list.ts';
import { DevicePlaces } from './device-places.ts';
import type { MediaReactor } from './media-reactor.ts';
import { actorOf, type SeatSession } from './seats.ts';

type Wish = z.infer<typeof mediaTokenRequestSchema>;

export type Admission =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly code: 'media-unavailable' | 'not-permitted' | 'classified' | 'too-many-devices' };

const refused = (code: Extract<Admission, { ok: false }>['code']): Admission => ({ ok: false, code });

/** Under which name a machine goes into which room. */
export interface WayIn {
  readonly identity: string;
  readonly room: string;
}

/** The gate to the rooms: who may join is asked here, and a sign-in that ended is thrown out and kept out. */
export class MediaDoor {
  readonly #gateway: () => MediaGateway | null;
  readonly #reactorOf: (desk: ConferenceDesk) => MediaReactor;
  readonly #reactorIn: (room: string) => MediaReactor | null;
  /** Those of all open conferences. */
  readonly #reactors: () => readonly MediaReactor[];
  readonly #identities = new Map<string, Map<string, MediaReactor>>();
  readonly #places = new DevicePlaces();
  /** Sign-ins that ended, and when by the steady clock: what they had asked for just before is not given any more. */
  readonly #shut = new Map<string, number>();

  constructor(
    gateway: () => MediaGateway | null,
    reactorOf: (desk: ConferenceDesk) => MediaReactor,
    reactorIn: (room: string) => MediaReactor | null = () => null,
    reactors: () => readonly MediaReactor[] = () => [],
  ) {
    this.#gateway = gateway;
    this.#reactorOf = reactorOf;
    this.#reactorIn = reactorIn;
    this.#reactors = reactors;
  }

  /** A token for the seat's device, into the stage or the private room with a bridge, or why there is none. */
  async admit(session: SeatSession, desk: ConferenceDesk, { device, privateWith }: Wish): Promise<Admission> {
    if (desk.state.conference.classifiedSince !== null) return refused('classified');
    const gateway = this.#gateway();
    if (gateway === null) return refused('media-unavailable');
    if (!this.#mayCome(session, desk)) return refused('not-permitted');
    const identity = identityOf(session, device);
    const place: Place = privateWith === undefined ? STAGE : { kind: 'private', bridgeId: privateWith };
    const reactor = this.#reactorOf(desk);
    const permission = reactor.permissionFor(place, identity);
    if (permission === null) return refused('not-permitted');
    const { bridgeId } = session;
    const wish = { conference: desk.id, device, present: reactor.present() };
    if (bridgeId !== null && !this.#places.take({ ...wish, bridgeId })) return refused('too-many-devices');
    reactor.unban(identity);
    this.#remember(session, identity, reactor);
    const room = roomOf(desk.id, place);
    // A talk has just begun, and both come at once: the room is there before the way in is given out.
    if (place.kind === 'private') await gateway.ensureRoom(room);
    const token = await gateway.joinToken({ room, identity, name: nameOf(desk, session), permission });
    return this.#shut.has(session.id) ? refused('not-permitted') : { ok: true, token };
  }

  /**
   * A machine goes in, perhaps with a token from before a restart of this server, which forgot whose it was. It is
   * noted for the one of the browser's seats that it bears the name of.
   */
  noteJoin(held: readonly SeatSession[], { identity, room }: WayIn): void {
    const reactor = this.#reactorIn(room);
    const session = held.find((one) => joins(one) && bears(one, identity));
    if (reactor !== null && session !== undefined) this.#remember(session, identity, reactor);
  }

  /** The sign-ins ended: their devices leave the room at once, and come in again with no token that is still young. */
  shut(sessions: readonly SeatSession[]): void {
    const now = performance.now();
    for (const [id, at] of this.#shut) if (at + DENIED_MS < now) this.#shut.delete(id);
    for (const session of sessions) {
      this.#shut.set(session.id, now);
      for (const [identity, reactor] of this.#identities.get(session.id) ?? []) reactor.ban(identity);
      this.#identities.delete(session.id);
    }
    // After a restart it is not known whose machine each one is: those that bear the name and that nobody else owns go.
    const owned = new Set([...this.#identities.values()].flatMap((known) => [...known.keys()]));
    for (const reactor of this.#reactors()) {
      for (const identity of reactor.present()) {
        if (!owned.has(identity) && sessions.some((session) => bears(session, identity))) reactor.ban(identity);
      }
    }
  }

  #mayCome(session: SeatSession, desk: ConferenceDesk): boolean {
    return !this.#shut.has(session.id) && joins(session) && hasPlace(desk, session);
  }

  #remember({ id }: SeatSession, identity: string, reactor: MediaReactor): void {
    const known = this.#identities.get(id) ?? new Map<string, MediaReactor>();
    this.#identities.set(id, known.set(identity, reactor));
  }
}

/** Who reads the programme on a phone and who stands at a door need no pictures. */
const joins = (session: SeatSession): boolean => mayUse(session, 'enterStage');

const identityOf = (session: SeatSession, device: string): string =>
  session.bridgeId === null ? watcherIdentity(actorOf(session), device) : bridgeIdentity(session.bridgeId, device);

/** Whether the name is one that the seat gives its machines. */
function bears(session: SeatSession, identity: string): boolean {
  const prefix = identityOf(session, '');
  return identity.startsWith(prefix) && deviceSchema.safeParse(identity.slice(prefix.length)).success;
}

const nameOf = ({ state }: ConferenceDesk, { seat, bridgeId }: SeatSession): string =>
  (bridgeId === null ? undefined : bridgeOf(state.bridges, bridgeId)?.name) ?? seat;

/** Sub-bridges take places of the stage up to a number; beyond it their screen says that only text reaches it. */
function hasPlace({ state }: ConferenceDesk, { bridgeId }: SeatSession): boolean {
  const bridge = bridgeId === null ? undefined : bridgeOf(state.bridges, bridgeId);
  if (bridge === undefined || isOnStage(bridge)) return true;
  const before = [...valuesOf(state.bridges.byId)].filter(({ tier, order }) => tier > 1 && order < bridge.order);
  return before.length < MAX_SUB_BRIDGES_ON_STAGE;
}
