/**
 * What a door has noted and the server has not answered yet. Every scan has an id that is made once and kept with it: a
 * repeat, after a silence or after the page was loaded again, carries the same id, and the server gives the first
 * answer again instead of counting twice.
 */
import { z } from 'zod';
import { checkInWaySchema } from '../../../shared/domain/attendance/delegate.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { type BridgeId, type ConferenceId, commandIdSchema, delegateIdSchema } from '../../../shared/domain/ids.ts';
import { instant } from '../../../shared/domain/instant.ts';
import type { CommandEnvelope } from '../../../shared/protocol/command.ts';
import type { SendOutcome } from '../../sync/send-command.ts';

const checkInSchema = z.strictObject({
  id: commandIdSchema,
  delegateId: delegateIdSchema,
  /** Whom the door saw, for the line that says what the server did not accept. */
  who: z.string(),
  way: checkInWaySchema,
  seenAt: instant,
  refusal: z
    .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
});
export type NotedCheckIn = z.infer<typeof checkInSchema>;
export type Refusal = NonNullable<NotedCheckIn['refusal']>;

/** What the queue needs of the browser's storage. */
export type Keeping = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

export const envelopeOf = (
  { id, delegateId, way, seenAt }: NotedCheckIn,
  conference: ConferenceId,
  bridgeId: BridgeId,
): CommandEnvelope => {
  const command: Command = { type: 'checkInDelegate', bridgeId, delegateId, way, online: false, seenAt };
  return { id, conference, command };
};

/** What an answer means for a scan: it is done, it is to be sent again, or a person must know. */
export type Settlement = 'done' | 'again' | 'refused';

/** These say nothing of the scan: the same one may be accepted a moment later. */
const PASSING: ReadonlySet<string> = new Set(['too-many-commands', 'journal-unavailable', 'protocol-outdated']);

export function settlementOf(outcome: SendOutcome): Settlement {
  if (outcome.kind === 'accepted') return 'done';
  if (outcome.kind !== 'refused' || PASSING.has(outcome.code)) return 'again';
  // Somebody was faster, at the other door or on the list: the delegate is there, which is all a scan says.
  return outcome.code === 'already-present' ? 'done' : 'refused';
}

/**
 * The scans of one door, in the order in which they were seen. Each stands under a key of its own, so that two pages of
 * the same door neither lose nor overwrite each other's.
 */
export class CheckInStore {
  readonly #prefix: string;
  readonly #keeping: Keeping;
  readonly #unkept = new Map<string, NotedCheckIn>();

  constructor(keeping: Keeping, conference: ConferenceId, bridgeId: BridgeId) {
    this.#keeping = keeping;
    this.#prefix = `diemcau.checkIn.${conference}.${bridgeId}.`;
  }

  /** False: the browser keeps nothing (full, or private), and the scan lives as long as the page. */
  put(noted: NotedCheckIn): boolean {
    try {
      this.#keeping.setItem(this.#prefix + noted.id, JSON.stringify(noted));
      this.#unkept.delete(noted.id);
      return true;
    } catch {
      this.#unkept.set(noted.id, noted);
      return false;
    }
  }

  remove({ id }: NotedCheckIn): void {
    this.#unkept.delete(id);
    this.#keeping.removeItem(this.#prefix + id);
  }

  all(): readonly NotedCheckIn[] {
    const kept = this.#keys().flatMap((key) => read(this.#keeping.getItem(key)));
    return [...kept, ...this.#unkept.values()].toSorted((a, b) => a.seenAt - b.seenAt);
  }

  #keys(): readonly string[] {
    return Array.from({ length: this.#keeping.length }, (_, index) => this.#keeping.key(index) ?? '').filter((key) =>
      key.startsWith(this.#prefix),
    );
  }
}

/** What another release wrote, or somebody by hand, is left where it is and not sent. */
function read(kept: string | null): readonly NotedCheckIn[] {
  try {
    const parsed = checkInSchema.safeParse(JSON.parse(kept ?? 'null'));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
