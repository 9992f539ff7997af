import { z } from 'zod';
import {
  awardIdSchema,
  bridgeIdSchema,
  citationIdSchema,
  defectIdSchema,
  incidentIdSchema,
  proposalIdSchema,
  reportPointIdSchema,
  taskIdSchema,
} from '../ids.ts';
import { instant } from '../instant.ts';
import { personSchema } from '../person.ts';
import { line, lines } from '../text.ts';
import { awardFactsSchema } from './award.ts';
import { citationSchema } from './citation.ts';
import { feedbackFactsSchema } from './feedback.ts';
import { incidentFactsSchema } from './incident.ts';
import { noteSubjectSchema, noteText, officialSchema, paperHeadSchema } from './minutes.ts';
import { proposalFactsSchema, settlementSchema } from './proposal.ts';
import { defectFactsSchema } from './records.ts';
import { reportPointSchema } from './report-point.ts';
import { taskFactsSchema, taskStateSchema } from './task.ts';

const at = instant;
/** Whose proposal it is: that bridge hears of it. */
const ofProposal = { at, proposalId: proposalIdSchema, owner: bridgeIdSchema.nullable() };

export const recordsEvents = [
  z.strictObject({ type: z.literal('defectFound'), at, defect: defectFactsSchema }),
  z.strictObject({ type: z.literal('defectMended'), at, defectId: defectIdSchema }),
  z.strictObject({ type: z.literal('officialsNamed'), at, officials: z.array(officialSchema) }),
  z.strictObject({ type: z.literal('paperHeadWritten'), at, head: paperHeadSchema }),
  z.strictObject({
    type: z.literal('noteWritten'),
    at,
    about: noteSubjectSchema,
    text: noteText.nullable(),
    revision: z.int(),
  }),
  z.strictObject({
    type: z.literal('minutesSigned'),
    at,
    version: z.int(),
    position: z.int(),
    signer: personSchema.nullable(),
    recorder: personSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('minutesReopened'), at, reason: line(300) }),
  z.strictObject({ type: z.literal('proposalRegistered'), at, proposal: proposalFactsSchema }),
  z.strictObject({
    type: z.literal('proposalCorrected'),
    at,
    proposal: proposalFactsSchema,
    owner: bridgeIdSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('proposalGrouped'), ...ofProposal, duplicateOf: proposalIdSchema.nullable() }),
  z.strictObject({ type: z.literal('proposalSettled'), ...ofProposal, settlement: settlementSchema }),
  z.strictObject({ type: z.literal('proposalRemoved'), ...ofProposal }),
  z.strictObject({ type: z.literal('taskAssigned'), at, task: taskFactsSchema }),
  z.strictObject({ type: z.literal('taskCorrected'), at, task: taskFactsSchema }),
  z.strictObject({
    type: z.literal('taskFollowedUp'),
    at,
    taskId: taskIdSchema,
    state: taskStateSchema,
    remark: lines(1_000).nullable(),
  }),
  z.strictObject({ type: z.literal('taskRemoved'), at, taskId: taskIdSchema }),
  z.strictObject({ type: z.literal('awardPlanned'), at, award: awardFactsSchema }),
  z.strictObject({ type: z.literal('awardCorrected'), at, award: awardFactsSchema }),
  z.strictObject({
    type: z.literal('awardMoved'),
    at,
    awardId: awardIdSchema,
    beforeAwardId: awardIdSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('awardPresented'), at, awardId: awardIdSchema }),
  z.strictObject({ type: z.literal('awardRemoved'), at, awardId: awardIdSchema }),
  z.strictObject({ type: z.literal('reportPointAdded'), at, point: reportPointSchema }),
  z.strictObject({ type: z.literal('reportPointCorrected'), at, point: reportPointSchema }),
  z.strictObject({ type: z.literal('reportPointRemoved'), at, pointId: reportPointIdSchema }),
  z.strictObject({ type: z.literal('incidentOpened'), at, incident: incidentFactsSchema }),
  z.strictObject({ type: z.literal('incidentCorrected'), at, incident: incidentFactsSchema }),
  z.strictObject({
    type: z.literal('incidentMended'),
    at,
    incidentId: incidentIdSchema,
    remedy: lines(1_000).nullable(),
  }),
  z.strictObject({ type: z.literal('documentCited'), at, citation: citationSchema }),
  z.strictObject({ type: z.literal('citationRemoved'), at, citationId: citationIdSchema }),
  z.strictObject({ type: z.literal('feedbackGiven'), at, feedback: feedbackFactsSchema }),
  z.strictObject({ type: z.literal('peopleKept'), at, days: z.int().min(1).max(36_500).nullable() }),
  z.strictObject({ type: z.literal('peopleErased'), at, people: z.int(), by: z.enum(['time', 'request']) }),
] as const;

export type RecordsEvent = z.infer<(typeof recordsEvents)[number]>;
export type MinutesEvent = Extract<
  RecordsEvent,
  { type: 'officialsNamed' | 'paperHeadWritten' | 'noteWritten' | 'minutesSigned' | 'minutesReopened' }
>;
