import { valuesOf } from '../../base/persistent-map.ts';
import { type BridgeId, personIdSchema } from '../ids.ts';
import { lineOf } from '../lines/line.ts';
import { callOf, isOpen } from '../messages/message.ts';
import type { Moment } from '../moment.ts';
import { isOnDesk } from '../onair/document-on-desk.ts';
import { type ContactInput, type PersonInput, withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import { type BridgeFacts, type Bridges, childrenOf } from './bridge.ts';

/** The place after the last one. */
export const nextOrder = ({ byId }: Bridges): number =>
  [...valuesOf(byId)].reduce((last, { order }) => Math.max(last, order), -1) + 1;

export function staffOf(
  { chairs, technician }: { chairs: readonly PersonInput[]; technician: ContactInput | null },
  moment: Moment,
): Pick<BridgeFacts, 'chairs' | 'technician'> {
  const personId = () => personIdSchema.parse(moment.newId());
  return {
    chairs: chairs.map((chair) => withPersonId(chair, personId())),
    technician: technician === null ? null : withPersonId(technician, personId()),
  };
}

/** A bridge with sub-bridges or words on the record stays, and one that is on the desk or on a line with the centre. `going` leave together with it. */
export function isInUse(
  { bridges, floor, onair, lines, messages }: ConferenceState,
  bridgeId: BridgeId,
  going: ReadonlySet<BridgeId>,
): boolean {
  const shown = [onair.armed, onair.mode.kind === 'manual' ? onair.mode.source : null];
  return (
    bridges.centralId === bridgeId ||
    childrenOf(bridges, bridgeId).some((id) => !going.has(id)) ||
    [...valuesOf(floor.speeches)].some((speech) => speech.bridgeId === bridgeId) ||
    shown.some((source) => source?.kind === 'bridge' && source.bridgeId === bridgeId) ||
    isOnDesk(onair, bridgeId) ||
    lineOf(lines, bridgeId).check !== null ||
    isOpen(callOf(messages, bridgeId))
  );
}
