import type { CheckInWay, DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId, CommandId, ConferenceId, DelegateId } from '../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import type { BadgeReading } from '../../../shared/protocol/attendance.ts';
import type { ReadBadge } from '../../parts/badge-text.ts';
import { personLines } from '../../parts/person-words.ts';
import { type Cell, createCell, type Readable } from '../../sync/cell.ts';
import type { Fetched } from '../../sync/http.ts';
import type { CommandLine, SendOutcome } from '../../sync/send-command.ts';
import type { NotedCheckIn, Refusal } from './check-in-queue.ts';
import { CheckInStore, type Keeping } from './check-in-queue.ts';
import { CheckInSender } from './check-in-sender.ts';
import type { DoorRoll } from './door-roll.ts';
import { verdictOf } from './scan-verdict.ts';

export interface Seen {
  readonly head: string;
  readonly rest: string;
  readonly seat: string | null;
}

/** The last scan as the door shows it. */
export type Shown =
  | { readonly kind: 'checkedIn'; readonly seen: Seen; readonly id: CommandId; readonly recordedAt: number | null }
  | {
      readonly kind: 'already';
      readonly seen: Seen;
      readonly since: number | null;
      readonly way: CheckInWay | null;
    }
  | { readonly kind: 'wrongBridge'; readonly who: string | null; readonly bridge: string | null }
  | { readonly kind: 'substituted'; readonly seen: Seen }
  | { readonly kind: 'refused'; readonly seen: Seen; readonly refusal: Refusal }
  | { readonly kind: 'closed' | 'notOpen' | 'unknown' | 'unchecked' | 'asking' };

export interface DoorOptions {
  readonly conference: ConferenceId;
  readonly bridgeId: BridgeId;
  readonly line: CommandLine;
  readonly state: () => ConferenceState;
  /** The server's clock as it is known here. */
  readonly now: () => number;
  readonly roll: DoorRoll;
  readonly keeping: Keeping;
  readonly ask: (badge: string) => Promise<Fetched<BadgeReading>>;
}

interface Here {
  readonly seenAt: number;
  readonly way: CheckInWay;
  /** When the server answered; from the next reading of the list on, the list says it. */
  readonly settledAt: number | null;
}

/** What was shown goes when nobody comes after: a name does not stand at a door for an hour. */
const STANDS_MS = 20_000;

/** One door: a scan is answered from the own list at once, noted, and sent whenever there is a line. */
export class Door {
  readonly sender: CheckInSender;
  readonly #options: DoorOptions;
  readonly #shown: Cell<Shown | null> = createCell<Shown | null>(null);
  readonly #here = new Map<DelegateId, Here>();
  readonly #unsubscribe: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DoorOptions) {
    const { conference, bridgeId, line, keeping, roll } = options;
    this.#options = options;
    const store = new CheckInStore(keeping, conference, bridgeId);
    for (const { delegateId, seenAt, way, refusal } of store.all()) {
      if (refusal === null) this.#here.set(delegateId, { seenAt, way, settledAt: null });
    }
    this.sender = new CheckInSender({
      line,
      store,
      conference,
      bridgeId,
      onSettled: (noted, outcome) => this.#onSettled(noted, outcome),
    });
    this.#unsubscribe = roll.status.subscribe(() => this.#onRoll());
  }

  get shown(): Readable<Shown | null> {
    return this.#shown;
  }

  /** What the camera, a hand-held scanner or the field has read; null: it is no badge. */
  scan(read: ReadBadge | null): void {
    if (read === null) return this.#show({ kind: 'unknown' });
    const { roll, state } = this.#options;
    const row = roll.ofBadge(read.badge);
    const here = row === undefined ? undefined : this.#here.get(row.delegateId);
    const verdict = verdictOf(state().conference.phase, row, here);
    switch (verdict.kind) {
      case 'checkIn':
        return this.#checkIn(verdict.row, seenOf(verdict.row), read.way);
      case 'already':
        return this.#show({ kind: 'already', seen: seenOf(verdict.row), since: verdict.since, way: verdict.way });
      case 'substituted':
        return this.#show({ kind: 'substituted', seen: seenOf(verdict.row) });
      case 'offList':
        return void this.#askAbout(read);
      default:
        return this.#show({ kind: verdict.kind });
    }
  }

  close(): void {
    this.#unsubscribe();
    this.sender.close();
    clearTimeout(this.#timer);
  }

  #checkIn({ delegateId }: Pick<DelegateRow, 'delegateId'>, seen: Seen, way: CheckInWay): void {
    const seenAt = Math.round(this.#options.now());
    this.#here.set(delegateId, { seenAt, way, settledAt: null });
    const { id } = this.sender.note({ delegateId, who: seen.head, way, seenAt });
    this.#show({ kind: 'checkedIn', seen, id, recordedAt: null });
  }

  /** Not on the own list, or the list is still being read: only the server knows. */
  async #askAbout({ badge, way }: ReadBadge): Promise<void> {
    const { line, ask, bridgeId, state } = this.#options;
    if (line.status.get().status !== 'online') return this.#show({ kind: 'unchecked' });
    const asking: Shown = { kind: 'asking' };
    this.#show(asking);
    const answer = await ask(badge);
    if (answer.kind === 'ok' && answer.value.bridgeId === bridgeId) {
      return this.#onOwn(answer.value, way);
    }
    // Meanwhile somebody else may stand before the camera.
    if (this.#shown.get() !== asking) return;
    if (answer.kind === 'ok') {
      const bridge = bridgeOf(state().bridges, answer.value.bridgeId)?.name ?? null;
      return this.#show({ kind: 'wrongBridge', who: answer.value.fullName, bridge });
    }
    const isUnknown = answer.kind === 'refused' && answer.status === 404;
    return this.#show({ kind: isUnknown ? 'unknown' : 'unchecked' });
  }

  #onOwn({ delegateId, fullName }: BadgeReading, way: CheckInWay): void {
    const here = this.#here.get(delegateId);
    const seen: Seen = { head: fullName ?? '', rest: '', seat: null };
    if (here === undefined) return this.#checkIn({ delegateId }, seen, way);
    return this.#show({ kind: 'already', seen, since: here.seenAt, way: here.way });
  }

  #onSettled({ id, delegateId, seenAt, way }: NotedCheckIn, outcome: SendOutcome): void {
    const { now } = this.#options;
    const refusal = outcome.kind === 'refused' ? outcome : null;
    if (refusal === null || refusal.code === 'already-present') {
      this.#here.set(delegateId, { seenAt, way, settledAt: performance.now() });
    } else {
      this.#here.delete(delegateId);
    }
    const shown = this.#shown.get();
    if (shown?.kind !== 'checkedIn' || shown.id !== id) return;
    this.#show(refusal === null ? { ...shown, recordedAt: now() } : refusedAs(shown.seen, refusal));
  }

  #onRoll(): void {
    const { state, readFrom } = this.#options.roll.status.get();
    if (state !== 'ready') return;
    for (const [delegateId, { settledAt }] of this.#here) {
      if (settledAt !== null && settledAt < readFrom) this.#here.delete(delegateId);
    }
  }

  #show(shown: Shown): void {
    this.#shown.set(shown);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#shown.set(null), STANDS_MS);
  }
}

const seenOf = (row: DelegateRow): Seen => ({ ...personLines(row), seat: row.seat });

/** The list of the door was older than the server's: what the server says stands. */
function refusedAs(seen: Seen, { code, params }: Refusal): Shown {
  const { since, way, bridge } = params;
  if (code === 'already-present') {
    return {
      kind: 'already',
      seen,
      since: typeof since === 'number' ? since : null,
      way: WAYS.find((one) => one === way) ?? null,
    };
  }
  if (code === 'wrong-bridge') {
    return { kind: 'wrongBridge', who: seen.head, bridge: typeof bridge === 'string' ? bridge : null };
  }
  if (code === 'has-substitute') return { kind: 'substituted', seen };
  return { kind: 'refused', seen, refusal: { code, params } };
}

const WAYS: readonly CheckInWay[] = ['list', 'badge', 'phone', 'code', 'report'];
