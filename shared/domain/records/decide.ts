import { unreachable } from '../../base/assert.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { defectIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { RecordsCommand } from './commands.ts';
import { MAX_DEFECTS, MAX_DEFECTS_OF_BRIDGE } from './records.ts';

export function decideRecords(state: ConferenceState, command: RecordsCommand, moment: Moment): Decided {
  const { now: at, newId, actor } = moment;
  const { defects } = state.records;
  switch (command.type) {
    case 'reportDefect': {
      const { sentence, bridgeId } = command;
      if (bridgeId !== null && bridgeOf(state.bridges, bridgeId) === undefined) return refuse('bridge-unknown');
      if (defects.length >= MAX_DEFECTS) return refuse('too-many-items', { max: MAX_DEFECTS });
      const ofBridge = defects.filter((defect) => defect.bridgeId === bridgeId).length;
      if (actor.seat === 'operator' && ofBridge >= MAX_DEFECTS_OF_BRIDGE) {
        return refuse('too-many-items', { max: MAX_DEFECTS_OF_BRIDGE });
      }
      const defectId = defectIdSchema.parse(newId());
      return emit({ type: 'defectFound', at, defect: { defectId, sentence, bridgeId } });
    }
    case 'mendDefect': {
      const defect = defects.find(({ defectId }) => defectId === command.defectId);
      if (defect === undefined) return refuse('defect-unknown');
      return defect.mendedAt === null
        ? emit({ type: 'defectMended', at, defectId: command.defectId })
        : refuse('nothing-to-change');
    }
    default:
      return unreachable(command);
  }
}
