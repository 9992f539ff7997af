import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import { bridgeIdentity, bridgeOfIdentity } from '../../shared/views/media-identity.ts';
import { MAX_MACHINES_OF_BRIDGE } from '../media/room-plan.ts';

/** A way in opens the door for a minute: so long it takes a place though nobody came. */
const GIVEN_MS = 60_000;

/** A machine that asks for a way in, and who was seen in the rooms. */
export interface PlaceWish {
  readonly conference: ConferenceId;
  readonly bridgeId: BridgeId;
  readonly device: string;
  readonly present: readonly string[];
}

/** A link serves every machine of its hall, and machines name themselves: so that names do not grow without end. */
export class DevicePlaces {
  /** By conference and bridge: which names were given a way in, and when. */
  readonly #given = new Map<string, Map<string, number>>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Whether there is a place; a machine that has one keeps it. */
  take({ conference, bridgeId, device, present }: PlaceWish): boolean {
    const key = `${conference} ${bridgeId}`;
    const given = this.#given.get(key) ?? new Map<string, number>();
    for (const [identity, at] of given) if (at + GIVEN_MS <= this.#now()) given.delete(identity);
    const identity = bridgeIdentity(bridgeId, device);
    const inRooms = present.filter((one) => bridgeOfIdentity(one) === bridgeId);
    const taken = new Set([...inRooms, ...given.keys()]);
    if (!taken.has(identity) && taken.size >= MAX_MACHINES_OF_BRIDGE) return false;
    this.#given.set(key, given.set(identity, this.#now()));
    return true;
  }
}
