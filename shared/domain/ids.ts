import { z } from 'zod';

/** Ids are branded: a bridge's id cannot be passed for a speech's. They are made by the server and mean nothing. */
const id = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);

export const conferenceIdSchema = id.brand<'ConferenceId'>();
export const bridgeIdSchema = id.brand<'BridgeId'>();
export const personIdSchema = id.brand<'PersonId'>();
export const delegateIdSchema = id.brand<'DelegateId'>();
export const agendaItemIdSchema = id.brand<'AgendaItemId'>();
export const cueIdSchema = id.brand<'CueId'>();
export const defectIdSchema = id.brand<'DefectId'>();
export const speechIdSchema = id.brand<'SpeechId'>();
export const importIdSchema = id.brand<'ImportId'>();
export const checkGroupIdSchema = id.brand<'CheckGroupId'>();
export const messageIdSchema = id.brand<'MessageId'>();
export const callIdSchema = id.brand<'CallId'>();
export const documentIdSchema = id.brand<'DocumentId'>();
export const proposalIdSchema = id.brand<'ProposalId'>();
export const taskIdSchema = id.brand<'TaskId'>();
export const awardIdSchema = id.brand<'AwardId'>();
export const reportPointIdSchema = id.brand<'ReportPointId'>();
export const incidentIdSchema = id.brand<'IncidentId'>();
export const citationIdSchema = id.brand<'CitationId'>();
export const feedbackIdSchema = id.brand<'FeedbackId'>();
export const ballotIdSchema = id.brand<'BallotId'>();
export const recordingIdSchema = id.brand<'RecordingId'>();
export const commandIdSchema = id.brand<'CommandId'>();

export type ConferenceId = z.infer<typeof conferenceIdSchema>;
export type BridgeId = z.infer<typeof bridgeIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type DelegateId = z.infer<typeof delegateIdSchema>;
export type AgendaItemId = z.infer<typeof agendaItemIdSchema>;
export type SpeechId = z.infer<typeof speechIdSchema>;
export type ImportId = z.infer<typeof importIdSchema>;
export type MessageId = z.infer<typeof messageIdSchema>;
export type DocumentId = z.infer<typeof documentIdSchema>;
export type ProposalId = z.infer<typeof proposalIdSchema>;
export type TaskId = z.infer<typeof taskIdSchema>;
export type AwardId = z.infer<typeof awardIdSchema>;
export type BallotId = z.infer<typeof ballotIdSchema>;
export type RecordingId = z.infer<typeof recordingIdSchema>;
export type CommandId = z.infer<typeof commandIdSchema>;
