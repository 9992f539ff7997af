import { unreachable } from '../../base/assert.ts';
import type { MinutesEvent, RecordsEvent } from './events.ts';
import { NOT_SETTLED, type Proposal } from './proposal.ts';
import type { Records } from './records.ts';

type FollowUpEvent = Exclude<
  RecordsEvent,
  MinutesEvent | { type: 'defectFound' | 'defectMended' | 'feedbackGiven' | 'peopleKept' | 'peopleErased' }
>;

/** What the conference decided and handed out: proposals, tasks, awards, points, incidents, documents cited. */
export function evolveFollowUp(records: Records, event: FollowUpEvent): Records {
  switch (event.type) {
    case 'proposalRegistered':
    case 'proposalCorrected':
    case 'proposalGrouped':
    case 'proposalSettled':
    case 'proposalRemoved':
      return { ...records, proposals: evolveProposals(records.proposals, event) };
    case 'taskAssigned':
    case 'taskCorrected':
    case 'taskFollowedUp':
    case 'taskRemoved':
      return { ...records, tasks: evolveTasks(records.tasks, event) };
    case 'awardPlanned':
    case 'awardCorrected':
    case 'awardMoved':
    case 'awardPresented':
    case 'awardRemoved':
      return { ...records, awards: evolveAwards(records.awards, event) };
    case 'reportPointAdded':
      return { ...records, points: [...records.points, event.point] };
    case 'reportPointCorrected':
      return {
        ...records,
        points: changed(records.points, ({ pointId }) => pointId === event.point.pointId, event.point),
      };
    case 'reportPointRemoved':
      return { ...records, points: records.points.filter(({ pointId }) => pointId !== event.pointId) };
    case 'incidentOpened':
      return { ...records, incidents: [...records.incidents, { ...event.incident, mendedAt: null, remedy: null }] };
    case 'incidentCorrected':
      return {
        ...records,
        incidents: changed(records.incidents, isIncident(event.incident.incidentId), event.incident),
      };
    case 'incidentMended': {
      const { incidentId, at, remedy } = event;
      return { ...records, incidents: changed(records.incidents, isIncident(incidentId), { mendedAt: at, remedy }) };
    }
    case 'documentCited':
      return { ...records, citations: [...records.citations, event.citation] };
    case 'citationRemoved':
      return { ...records, citations: records.citations.filter(({ citationId }) => citationId !== event.citationId) };
    default:
      return unreachable(event);
  }
}

const isTask =
  (id: string) =>
  ({ taskId }: { readonly taskId: string }): boolean =>
    taskId === id;
const isIncident =
  (id: string) =>
  ({ incidentId }: { readonly incidentId: string }): boolean =>
    incidentId === id;

function changed<T>(list: readonly T[], is: (one: T) => boolean, change: Partial<T>): readonly T[] {
  return list.map((one) => (is(one) ? { ...one, ...change } : one));
}

type ProposalEvent = Extract<FollowUpEvent, { type: `proposal${string}` }>;
function evolveProposals(proposals: readonly Proposal[], event: ProposalEvent): readonly Proposal[] {
  switch (event.type) {
    case 'proposalRegistered':
      return [...proposals, { ...event.proposal, ...NOT_SETTLED, registeredAt: event.at, duplicateOf: null }];
    case 'proposalCorrected':
      return changed(proposals, ({ proposalId }) => proposalId === event.proposal.proposalId, event.proposal);
    case 'proposalGrouped': {
      const { duplicateOf } = event;
      return changed(proposals, ({ proposalId }) => proposalId === event.proposalId, { duplicateOf });
    }
    case 'proposalSettled':
      return changed(proposals, ({ proposalId }) => proposalId === event.proposalId, event.settlement);
    case 'proposalRemoved':
      return proposals.filter(({ proposalId }) => proposalId !== event.proposalId);
    default:
      return unreachable(event);
  }
}

type TaskEvent = Extract<FollowUpEvent, { type: `task${string}` }>;
function evolveTasks(tasks: Records['tasks'], event: TaskEvent): Records['tasks'] {
  switch (event.type) {
    case 'taskAssigned':
      return [...tasks, { ...event.task, state: 'open', remark: null, followedUpAt: null }];
    case 'taskCorrected':
      return changed(tasks, isTask(event.task.taskId), event.task);
    case 'taskFollowedUp': {
      const { taskId, state, remark, at } = event;
      return changed(tasks, isTask(taskId), { state, remark, followedUpAt: at });
    }
    case 'taskRemoved':
      return tasks.filter((task) => !isTask(event.taskId)(task));
    default:
      return unreachable(event);
  }
}

type AwardEvent = Extract<FollowUpEvent, { type: `award${string}` }>;
function evolveAwards(awards: Records['awards'], event: AwardEvent): Records['awards'] {
  switch (event.type) {
    case 'awardPlanned':
      return [...awards, { ...event.award, presentedAt: null }];
    case 'awardCorrected':
      return changed(awards, ({ awardId }) => awardId === event.award.awardId, event.award);
    case 'awardMoved': {
      const moved = awards.filter(({ awardId }) => awardId === event.awardId);
      const others = awards.filter(({ awardId }) => awardId !== event.awardId);
      const at = others.findIndex(({ awardId }) => awardId === event.beforeAwardId);
      return at === -1 ? [...others, ...moved] : others.toSpliced(at, 0, ...moved);
    }
    case 'awardPresented':
      return changed(awards, ({ awardId }) => awardId === event.awardId, { presentedAt: event.at });
    case 'awardRemoved':
      return awards.filter(({ awardId }) => awardId !== event.awardId);
    default:
      return unreachable(event);
  }
}
