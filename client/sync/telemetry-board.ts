import type { BridgeId } from '../../shared/domain/ids.ts';
import { type Device, kindOfDevice } from '../../shared/domain/lines/device.ts';
import type { BridgeTelemetry, Telemetry } from '../../shared/protocol/telemetry.ts';
import { type Cell, createCell, type Readable } from './cell.ts';

interface Entry {
  readonly cell: Cell<Telemetry | null>;
  /** The last one that counted, also when it is stale. */
  from: Device | null;
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

  /** A bridge may have several machines: the hall's own speaks for it, a companion while no other does. */
  heard({ bridgeId, telemetry }: BridgeTelemetry): void {
    const entry = this.#entry(bridgeId);
    const now = performance.now();
    const isFree = entry.from === null || entry.from === telemetry.device || now - entry.heardAt > STALE_MS;
    const outranks =
      entry.from !== null && kindOfDevice(entry.from) !== 'hall' && kindOfDevice(telemetry.device) === 'hall';
    if (!isFree && !outranks) return;
    entry.from = telemetry.device;
    entry.heardAt = now;
    entry.cell.set(telemetry);
  }

  stop(): void {
    clearInterval(this.#sweep);
  }

  #entry(bridgeId: BridgeId): Entry {
    const found = this.#entries.get(bridgeId);
    if (found !== undefined) return found;
    const entry: Entry = { cell: createCell<Telemetry | null>(null), from: null, heardAt: 0 };
    this.#entries.set(bridgeId, entry);
    return entry;
  }

  #forgetStale(): void {
    const limit = performance.now() - STALE_MS;
    for (const { cell, heardAt } of this.#entries.values()) if (heardAt < limit) cell.set(null);
  }
}
