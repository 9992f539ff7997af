import { z } from 'zod';
import {
  awardIdSchema,
  bridgeIdSchema,
  citationIdSchema,
  defectIdSchema,
  delegateIdSchema,
  incidentIdSchema,
  proposalIdSchema,
  reportPointIdSchema,
  taskIdSchema,
} from '../ids.ts';
import { personInputSchema } from '../person.ts';
import { line, lines } from '../text.ts';
import { awardInputSchema } from './award.ts';
import { citationInputSchema } from './citation.ts';
import { incidentInputSchema } from './incident.ts';
import { MAX_OFFICIALS, noteSubjectSchema, noteText, officeShape, paperHeadSchema } from './minutes.ts';
import { proposalInputSchema, settlementSchema } from './proposal.ts';
import { reportPointInputSchema } from './report-point.ts';
import { taskInputSchema, taskStateSchema } from './task.ts';

const proposalId = proposalIdSchema;
const taskId = taskIdSchema;
const awardId = awardIdSchema;
const pointId = reportPointIdSchema;
const incidentId = incidentIdSchema;
export const officialInputSchema = z.strictObject({ person: personInputSchema, ...officeShape });

export const recordsCommands = [
  z.strictObject({ type: z.literal('reportDefect'), sentence: lines(600), bridgeId: bridgeIdSchema.nullable() }),
  z.strictObject({ type: z.literal('mendDefect'), defectId: defectIdSchema }),
  /** In place of those that were named before. */
  z.strictObject({ type: z.literal('nameOfficials'), officials: z.array(officialInputSchema).max(MAX_OFFICIALS) }),
  z.strictObject({ type: z.literal('writePaperHead'), head: paperHeadSchema }),
  /** `expectedRevision` is the one that the writer has read, 0 for the first; null as text takes the note out. */
  z.strictObject({
    type: z.literal('writeNote'),
    about: noteSubjectSchema,
    text: noteText.nullable(),
    expectedRevision: z.int().min(0),
  }),
  z.strictObject({ type: z.literal('signMinutes') }),
  z.strictObject({ type: z.literal('reopenMinutes'), reason: line(300) }),
  z.strictObject({ type: z.literal('registerProposal'), ...proposalInputSchema.shape }),
  z.strictObject({ type: z.literal('correctProposal'), proposalId, proposal: proposalInputSchema }),
  /** null: it stands for itself again. */
  z.strictObject({ type: z.literal('groupProposal'), proposalId, duplicateOf: proposalId.nullable() }),
  z.strictObject({ type: z.literal('settleProposal'), proposalId, settlement: settlementSchema }),
  z.strictObject({ type: z.literal('removeProposal'), proposalId }),
  z.strictObject({ type: z.literal('assignTask'), task: taskInputSchema }),
  z.strictObject({ type: z.literal('correctTask'), taskId, task: taskInputSchema }),
  z.strictObject({ type: z.literal('followUpTask'), taskId, state: taskStateSchema, remark: lines(1_000).nullable() }),
  z.strictObject({ type: z.literal('removeTask'), taskId }),
  z.strictObject({ type: z.literal('planAward'), award: awardInputSchema }),
  z.strictObject({ type: z.literal('correctAward'), awardId, award: awardInputSchema }),
  z.strictObject({ type: z.literal('moveAward'), awardId, beforeAwardId: awardId.nullable() }),
  z.strictObject({ type: z.literal('presentAward'), awardId }),
  z.strictObject({ type: z.literal('removeAward'), awardId }),
  z.strictObject({ type: z.literal('addReportPoint'), point: reportPointInputSchema }),
  z.strictObject({ type: z.literal('correctReportPoint'), pointId, point: reportPointInputSchema }),
  z.strictObject({ type: z.literal('removeReportPoint'), pointId }),
  z.strictObject({ type: z.literal('openIncident'), incident: incidentInputSchema }),
  z.strictObject({ type: z.literal('correctIncident'), incidentId, incident: incidentInputSchema }),
  z.strictObject({ type: z.literal('mendIncident'), incidentId, remedy: lines(1_000).nullable() }),
  z.strictObject({ type: z.literal('citeDocument'), citation: citationInputSchema }),
  z.strictObject({ type: z.literal('removeCitation'), citationId: citationIdSchema }),
  z.strictObject({ type: z.literal('giveFeedback'), delegateId: delegateIdSchema, text: lines(1_000) }),
  z.strictObject({ type: z.literal('keepPeople'), days: z.int().min(1).max(36_500).nullable() }),
  /** By the server, when what was kept of people has been erased from its tables. */
  z.strictObject({ type: z.literal('recordErasure'), people: z.int().min(0), by: z.enum(['time', 'request']) }),
] as const;

export type RecordsCommand = z.infer<(typeof recordsCommands)[number]>;
