import { valuesOf } from '../../shared/base/persistent-map.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import type { MediaGateway } from '../media/media-gateway.ts';
import { desiredPermission, MAX_SUB_BRIDGES_ON_STAGE, roomOf, watcherIdentity } from '../media/room-plan.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { MediaReactor } from './media-reactor.ts';
import { actorOf, type SeatSession } from './seats.ts';

/** The gate to the rooms: who may join is asked here, and a sign-in that ended is thrown out and kept out. */
export class MediaDoor {
  readonly #gateway: () => MediaGateway | null;
  readonly #reactorOf: (desk: ConferenceDesk) => MediaReactor;
  readonly #identities = new Map<string, Map<string, MediaReactor>>();

  constructor(gateway: () => MediaGateway | null, reactorOf: (desk: ConferenceDesk) => MediaReactor) {
    this.#gateway = gateway;
    this.#reactorOf = reactorOf;
  }

  /** A token for the seat's device, or why there is none. */
  async admit(
    session: SeatSession,
    desk: ConferenceDesk,
    device: string,
  ): Promise<{ ok: true; token: string } | { ok: false; code: 'media-unavailable' | 'not-permitted' }> {
    const gateway = this.#gateway();
    if (gateway === null) return { ok: false, code: 'media-unavailable' };
    const { bridgeId, seat } = session;
    if (seat === 'viewer' || seat === 'kiosk' || !hasPlace(desk, session)) return { ok: false, code: 'not-permitted' };
    const identity = bridgeId === null ? watcherIdentity(actorOf(session), device) : bridgeIdentity(bridgeId, device);
    const permission = desiredPermission(desk.state, identity);
    if (permission === null) return { ok: false, code: 'not-permitted' };
    const reactor = this.#reactorOf(desk);
    reactor.unban(identity);
    this.#remember(session, identity, reactor);
    const name = bridgeId === null ? seat : (bridgeOf(desk.state.bridges, bridgeId)?.name ?? seat);
    return { ok: true, token: await gateway.joinToken({ room: roomOf(desk.id), identity, name, permission }) };
  }

  /** The sign-ins ended: their devices leave the room at once, and come in again with no token that is still young. */
  shut(sessionIds: readonly string[]): void {
    for (const id of sessionIds) {
      for (const [identity, reactor] of this.#identities.get(id) ?? []) reactor.ban(identity);
      this.#identities.delete(id);
    }
  }

  #remember({ id }: SeatSession, identity: string, reactor: MediaReactor): void {
    const known = this.#identities.get(id) ?? new Map<string, MediaReactor>();
    this.#identities.set(id, known.set(identity, reactor));
  }
}

/** Sub-bridges take places of the stage up to a number; beyond it their screen says that only text reaches it. */
function hasPlace({ state }: ConferenceDesk, { bridgeId }: SeatSession): boolean {
  const bridge = bridgeId === null ? undefined : bridgeOf(state.bridges, bridgeId);
  if (bridge === undefined || bridge.tier <= 1) return true;
  const before = [...valuesOf(state.bridges.byId)].filter(({ tier, order }) => tier > 1 && order < bridge.order);
  return before.length < MAX_SUB_BRIDGES_ON_STAGE;
}
