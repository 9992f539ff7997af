import { SYSTEM } from '../../shared/domain/actor.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { type BridgeId, commandIdSchema } from '../../shared/domain/ids.ts';
import { kindOfDevice } from '../../shared/domain/lines/device.ts';
import { LINE_FAULTS, lineOf } from '../../shared/domain/lines/line.ts';
import { openMicrophones } from '../../shared/domain/onair/microphones.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import { type Finding, findings, STALE_MS, UNWATCHED, type Watched, watchLine } from '../../shared/views/line-watch.ts';
import { privateTalkOf } from '../../shared/views/media-plan.ts';
import type { ConferenceDesk } from './conference-desk.ts';

export interface LineWatchOptions {
  readonly newId: () => string;
  /** The machine that is the bridge's voice; null: not known. */
  readonly voiceOf: (bridgeId: BridgeId) => string | null;
}

interface Line {
  readonly device: string;
  watched: Watched;
}

/** Judges what the bridges' screens measure of themselves, and tells the journal, debounced, as the system. */
export class LineWatch {
  readonly #desk: ConferenceDesk;
  readonly #options: LineWatchOptions;
  readonly #lines = new Map<BridgeId, Line>();
  /** Told and not yet answered: the state does not have them yet. */
  readonly #told = new Set<string>();

  constructor(desk: ConferenceDesk, options: LineWatchOptions) {
    this.#desk = desk;
    this.#options = options;
  }

  observe(bridgeId: BridgeId, telemetry: Telemetry): void {
    const { state, now } = this.#desk;
    if (bridgeOf(state.bridges, bridgeId) === undefined) return;
    const line = this.#judged(bridgeId, telemetry.device, now);
    if (line === null) return;
    const isOpen = openMicrophones(state).includes(bridgeId) || privateTalkOf(state, bridgeId)?.kind === 'check';
    line.watched = watchLine(line.watched, { at: now, telemetry, isOpen });
    this.#lines.set(bridgeId, line);
    const { faults } = lineOf(state.lines, bridgeId);
    const standing = new Set(LINE_FAULTS.filter((fault) => faults[fault] !== undefined));
    for (const finding of findings(line.watched, standing)) this.#tell(bridgeId, finding);
  }

  /** One machine of the hall is judged: its voice, else the one that has been reporting. null: this report is another's. */
  #judged(bridgeId: BridgeId, device: string, now: number): Line | null {
    if (kindOfDevice(device) !== 'hall') return null;
    const line = this.#lines.get(bridgeId);
    if (line?.device === device) return line;
    const isFree = line === undefined || now - line.watched.lastAt > STALE_MS;
    return isFree || this.#options.voiceOf(bridgeId) === device ? { device, watched: UNWATCHED } : null;
  }

  #tell(bridgeId: BridgeId, { fault, stands, since }: Finding): void {
    const key = `${bridgeId} ${fault} ${stands}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const id = commandIdSchema.parse(this.#options.newId());
    const command = { type: 'reportLineFault', bridgeId, fault, stands, since } as const;
    // A refusal leaves nothing to do: what still stands is told with the next report.
    void this.#desk.execute(SYSTEM, { id, conference: this.#desk.id, command }).finally(() => this.#told.delete(key));
  }
}
