import type { BridgeId } from '../../shared/domain/ids.ts';
import type { BridgeTelemetry, Telemetry } from '../../shared/protocol/telemetry.ts';
import { type Cell, createCell, type Readable } from './cell.ts';

interface Entry {
  readonly cell: Cell<Telemetry | null>;
  heardAt: number;
}

/** Measurements come each second; older than this they say nothing any more. */
const STALE_MS = 5_000;

/** The last measurement of each bridge; one cell a bridge, so that a level re-draws one row and no list. */
export class TelemetryBoard {
  readonly #entries = new Map<BridgeId, Entry>();
  readonly #sweep = setInterval(() => this.#forgetStale(), 1_000);

  of(bridgeId: BridgeId): Readable<Telemetry | null> {
    return this.#entry(bridgeId).cell;
  }

  heard({ bridgeId, telemetry }: BridgeTelemetry): void {
    const entry = this.#entry(bridgeId);
    entry.heardAt = performance.now();
    entry.cell.set(telemetry);
  }

  stop(): void {
    clearInterval(this.#sweep);
  }

  #entry(bridgeId: BridgeId): Entry {
    const found = this.#entries.get(bridgeId);
    if (found !== undefined) return found;
    const entry: Entry = { cell: createCell<Telemetry | null>(null), heardAt: 0 };
    this.#entries.set(bridgeId, entry);
    return entry;
  }

  #forgetStale(): void {
    const limit = performance.now() - STALE_MS;
    for (const { cell, heardAt } of this.#entries.values()) if (heardAt < limit) cell.set(null);
  }
}
