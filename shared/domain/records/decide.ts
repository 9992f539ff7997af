import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { defectIdSchema, feedbackIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { RecordsCommand } from './commands.ts';
import { decideAwards } from './decide-awards.ts';
import { decideFindings } from './decide-findings.ts';
import { decideMinutes } from './decide-minutes.ts';
import { decideProposals } from './decide-proposals.ts';
import { decideTasks } from './decide-tasks.ts';
import { MAX_FEEDBACK, MAX_FEEDBACK_OF_DELEGATE } from './feedback.ts';
import { MAX_DEFECTS, MAX_DEFECTS_OF_BRIDGE } from './records.ts';

type Of<T extends RecordsCommand['type']> = Extract<RecordsCommand, { type: T }>;

export function decideRecords(state: ConferenceState, command: RecordsCommand, moment: Moment): Decided {
  switch (command.type) {
    case 'reportDefect':
      return decideDefect(state, command, moment);
    case 'mendDefect': {
      const defect = state.records.defects.find(({ defectId }) => defectId === command.defectId);
      if (defect === undefined) return refuse('defect-unknown');
      return defect.mendedAt === null
        ? emit({ type: 'defectMended', at: moment.now, defectId: command.defectId })
        : refuse('nothing-to-change');
    }
    case 'nameOfficials':
    case 'writePaperHead':
    case 'writeNote':
    case 'signMinutes':
    case 'reopenMinutes':
      return decideMinutes(state, command, moment);
    case 'registerProposal':
    case 'correctProposal':
    case 'groupProposal':
    case 'settleProposal':
    case 'removeProposal':
      return decideProposals(state, command, moment);
    case 'assignTask':
    case 'correctTask':
    case 'followUpTask':
    case 'removeTask':
      return decideTasks(state, command, moment);
    case 'planAward':
    case 'correctAward':
    case 'moveAward':
    case 'presentAward':
    case 'removeAward':
      return decideAwards(state, command, moment);
    case 'giveFeedback':
      return decideFeedback(state, command, moment);
    case 'keepPeople':
      return command.days === state.records.peopleKeptDays
        ? refuse('nothing-to-change')
        : emit({ type: 'peopleKept', at: moment.now, days: command.days });
    case 'recordErasure':
      return emit({ type: 'peopleErased', at: moment.now, people: command.people, by: command.by });
    default:
      return decideFindings(state, command, moment);
  }
}

function decideDefect({ records, bridges }: ConferenceState, command: Of<'reportDefect'>, moment: Moment): Decided {
  const { defects } = records;
  const { sentence, bridgeId } = command;
  if (bridgeId !== null && bridgeOf(bridges, bridgeId) === undefined) return refuse('bridge-unknown');
  if (defects.length >= MAX_DEFECTS) return refuse('too-many-items', { max: MAX_DEFECTS });
  const ofBridge = defects.filter((defect) => defect.bridgeId === bridgeId).length;
  if (moment.actor.seat === 'operator' && ofBridge >= MAX_DEFECTS_OF_BRIDGE) {
    return refuse('too-many-items', { max: MAX_DEFECTS_OF_BRIDGE });
  }
  const defectId = defectIdSchema.parse(moment.newId());
  return emit({ type: 'defectFound', at: moment.now, defect: { defectId, sentence, bridgeId } });
}

function decideFeedback(
  { records }: ConferenceState,
  command: Of<'giveFeedback'>,
  { now: at, newId }: Moment,
): Decided {
  const { delegateId, text } = command;
  const own = records.feedback.filter((one) => one.delegateId === delegateId).length;
  if (own >= MAX_FEEDBACK_OF_DELEGATE) return refuse('too-many-items', { max: MAX_FEEDBACK_OF_DELEGATE });
  if (records.feedback.length >= MAX_FEEDBACK) return refuse('too-many-items', { max: MAX_FEEDBACK });
  return emit({
    type: 'feedbackGiven',
    at,
    feedback: { feedbackId: feedbackIdSchema.parse(newId()), delegateId, text },
  });
}
