import type { Command } from '../../../shared/domain/command.ts';
import { type BridgeId, type ConferenceId, commandIdSchema, type DelegateId } from '../../../shared/domain/ids.ts';
import type { CommandEnvelope } from '../../../shared/protocol/command.ts';
import { DETAILS } from './plain-conference.ts';

/** Who can be marked absent in the conference of a drill. */
export interface Marked {
  readonly bridgeId: BridgeId;
  readonly delegates: readonly DelegateId[];
}

/** Every fourth command changes a row of the table beside its fact. */
const ROW_EVERY = 4;
export const isRowCommand = (n: number): boolean => n % ROW_EVERY === 0;
export const idOf = (n: number) => commandIdSchema.parse(`lenh-${n}`);
export const numberOf = (id: string): number => Number(id.slice('lenh-'.length));
/** Stands in the fact, or in the row: by it a command is found again, and found twice if it was done twice. */
export const markerOf = (n: number): string => `Lệnh số ${n}.`;
export const delegateOf = ({ delegates }: Marked, n: number): DelegateId | undefined =>
  delegates[(n / ROW_EVERY) % delegates.length];

/** The nth command: each leaves exactly one fact, and the state stays as large as it was. */
export function markedCommand(conference: ConferenceId, marked: Marked, n: number): CommandEnvelope {
  const delegateId = isRowCommand(n) ? delegateOf(marked, n) : undefined;
  const command: Command =
    delegateId === undefined
      ? { type: 'correctConferenceDetails', details: { ...DETAILS, title: markerOf(n) } }
      : { type: 'markDelegateAbsent', bridgeId: marked.bridgeId, delegateId, excused: true, reason: markerOf(n) };
  return { id: idOf(n), conference, command };
}
