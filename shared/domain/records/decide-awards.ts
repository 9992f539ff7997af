import { unreachable } from '../../base/assert.ts';
import { itemOf } from '../agenda/agenda.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { type AwardId, awardIdSchema, personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import { type AwardFacts, type AwardInput, MAX_AWARDS } from './award.ts';
import type { RecordsCommand } from './commands.ts';

type Of<T extends RecordsCommand['type']> = Extract<RecordsCommand, { type: T }>;
type AwardCommand = Of<'planAward' | 'correctAward' | 'moveAward' | 'presentAward' | 'removeAward'>;

export function decideAwards(state: ConferenceState, command: AwardCommand, moment: Moment): Decided {
  const { awards } = state.records;
  const at = moment.now;
  if ('award' in command) {
    const { itemId, recipients } = command.award;
    if (itemId !== null && itemOf(state.agenda, itemId) === undefined) return refuse('item-unknown');
    const isTooLong = recipients.kind === 'collectives' && recipients.names.length > recipients.count;
    if (isTooLong) return refuse('more-names-than-count', { count: recipients.count });
  }
  if (command.type === 'planAward') {
    if (awards.length >= MAX_AWARDS) return refuse('too-many-items', { max: MAX_AWARDS });
    const awardId = awardIdSchema.parse(moment.newId());
    return emit({ type: 'awardPlanned', at, award: written(awardId, command.award, moment) });
  }
  const award = awards.find(({ awardId }) => awardId === command.awardId);
  if (award === undefined) return refuse('award-unknown');
  const { awardId } = award;
  switch (command.type) {
    case 'correctAward':
      return emit({ type: 'awardCorrected', at, award: written(awardId, command.award, moment) });
    case 'moveAward': {
      const { beforeAwardId } = command;
      const isThere = beforeAwardId === null || awards.some((one) => one.awardId === beforeAwardId);
      if (!isThere) return refuse('award-unknown');
      return beforeAwardId === awardId
        ? refuse('nothing-to-change')
        : emit({ type: 'awardMoved', at, awardId, beforeAwardId });
    }
    case 'presentAward':
      return award.presentedAt === null ? emit({ type: 'awardPresented', at, awardId }) : refuse('nothing-to-change');
    case 'removeAward':
      return award.presentedAt === null ? emit({ type: 'awardRemoved', at, awardId }) : refuse('award-presented');
    default:
      return unreachable(command);
  }
}

function written(awardId: AwardId, { presenter, recipients, ...rest }: AwardInput, { newId }: Moment): AwardFacts {
  const fresh = () => personIdSchema.parse(newId());
  return {
    ...rest,
    awardId,
    presenter: presenter && withPersonId(presenter, fresh()),
    recipients:
      recipients.kind === 'person' ? { kind: 'person', person: withPersonId(recipients.person, fresh()) } : recipients,
  };
}
