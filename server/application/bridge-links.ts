import { valuesOf } from '../../shared/base/persistent-map.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { type BridgeId, type CommandId, commandIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceDesk } from './conference-desk.ts';

/** A short gap is not a loss: a page reloads, a switch restarts. After a server's own restart everyone gets longer. */
const GRACE_MS = 5_000;
const GRACE_AFTER_START_MS = 20_000;

/** Which bridges have a screen on the line, told to the journal as the system's commands, debounced. */
export class BridgeLinks {
  readonly #desk: ConferenceDesk;
  readonly #newId: () => string;
  readonly #screens = new Map<BridgeId, number>();
  readonly #goodbyes = new Map<BridgeId, NodeJS.Timeout>();

  constructor(desk: ConferenceDesk, newId: () => string) {
    this.#desk = desk;
    this.#newId = newId;
    for (const { bridgeId, link } of valuesOf(desk.state.bridges.byId)) {
      if (link.status === 'online') this.#expectLoss(bridgeId, GRACE_AFTER_START_MS);
    }
  }

  /** A screen of the bridge came; call the answer when it goes. */
  join(bridgeId: BridgeId): () => void {
    this.#screens.set(bridgeId, (this.#screens.get(bridgeId) ?? 0) + 1);
    clearTimeout(this.#goodbyes.get(bridgeId));
    this.#goodbyes.delete(bridgeId);
    this.#report(bridgeId, 'online', this.#desk.now);
    return () => {
      const left = (this.#screens.get(bridgeId) ?? 1) - 1;
      this.#screens.set(bridgeId, left);
      if (left === 0) this.#expectLoss(bridgeId, GRACE_MS);
    };
  }

  close(): void {
    for (const timer of this.#goodbyes.values()) clearTimeout(timer);
  }

  /** The line is gone from now on, if nobody comes back: the clock of its speech has stood still since then. */
  #expectLoss(bridgeId: BridgeId, afterMs: number): void {
    const since = this.#desk.now;
    const timer = setTimeout(() => this.#report(bridgeId, 'lost', since), afterMs);
    timer.unref();
    this.#goodbyes.set(bridgeId, timer);
  }

  #report(bridgeId: BridgeId, link: 'online' | 'lost', since: number): void {
    if (bridgeOf(this.#desk.state.bridges, bridgeId)?.link.status === link) return;
    const id: CommandId = commandIdSchema.parse(this.#newId());
    // A refusal ("as before", "closed") leaves nothing to do; a failing journal is logged by the desk.
    void this.#desk.execute(SYSTEM, {
      id,
      conference: this.#desk.id,
      command: { type: 'reportBridgeLink', bridgeId, link, since },
    });
  }
}
