import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import {
  awardIdSchema,
  type BridgeId,
  ballotIdSchema,
  citationIdSchema,
  documentIdSchema,
  incidentIdSchema,
  proposalIdSchema,
  reportPointIdSchema,
  type SpeechId,
  taskIdSchema,
} from '../../shared/domain/ids.ts';
import { conferenceId, delegateId, details } from './builders.ts';
import { about, award, ballot, citation, incident, paperHead, point, proposal, task } from './records-builders.ts';

const proposalId = proposalIdSchema.parse('kien-nghi-1');
const taskId = taskIdSchema.parse('nhiem-vu-1');
const awardId = awardIdSchema.parse('khen-1');
const pointId = reportPointIdSchema.parse('so-lieu-1');
const incidentId = incidentIdSchema.parse('su-co-1');
const ballotId = ballotIdSchema.parse('bieu-quyet-1');
const documentId = documentIdSchema.parse('tai-lieu-1');
const settlement = {
  status: 'accepted',
  competence: null,
  competentBody: null,
  answer: null,
  answeredBy: null,
} as const;

export const ofSeries = {
  createSuccessor: {
    type: 'createSuccessor' as const,
    follows: { conference: conferenceId('ky-truoc'), title: details.title, date: details.date },
    details,
    bridges: [],
    items: [],
    rules: DEFAULT_RULES,
    head: null,
    tasks: [],
  },
};

export const ofMinutes = (speechId: SpeechId) => ({
  nameOfficials: { type: 'nameOfficials' as const, officials: [] },
  writePaperHead: { type: 'writePaperHead' as const, head: paperHead() },
  writeNote: {
    type: 'writeNote' as const,
    about: { kind: 'speech' as const, speechId },
    text: 'Tóm tắt',
    expectedRevision: 0,
  },
  signMinutes: { type: 'signMinutes' as const },
  reopenMinutes: { type: 'reopenMinutes' as const, reason: 'Sót một ý kiến' },
});

export const ofFollowUp = (bridgeId: BridgeId, speechId: SpeechId) => ({
  registerProposal: { type: 'registerProposal' as const, ...proposal({ bridgeId, speechId }) },
  correctProposal: { type: 'correctProposal' as const, proposalId, proposal: proposal({ bridgeId }) },
  groupProposal: { type: 'groupProposal' as const, proposalId, duplicateOf: null },
  settleProposal: { type: 'settleProposal' as const, proposalId, settlement },
  removeProposal: { type: 'removeProposal' as const, proposalId },
  assignTask: { type: 'assignTask' as const, task: task() },
  correctTask: { type: 'correctTask' as const, taskId, task: task() },
  followUpTask: { type: 'followUpTask' as const, taskId, state: 'done' as const, remark: null },
  removeTask: { type: 'removeTask' as const, taskId },
  planAward: { type: 'planAward' as const, award: award() },
  correctAward: { type: 'correctAward' as const, awardId, award: award() },
  moveAward: { type: 'moveAward' as const, awardId, beforeAwardId: null },
  presentAward: { type: 'presentAward' as const, awardId },
  removeAward: { type: 'removeAward' as const, awardId },
  addReportPoint: { type: 'addReportPoint' as const, point: point() },
  correctReportPoint: { type: 'correctReportPoint' as const, pointId, point: point() },
  removeReportPoint: { type: 'removeReportPoint' as const, pointId },
  openIncident: { type: 'openIncident' as const, incident: incident({ bridgeId }) },
  correctIncident: { type: 'correctIncident' as const, incidentId, incident: incident({ bridgeId }) },
  mendIncident: { type: 'mendIncident' as const, incidentId, remedy: null },
  citeDocument: { type: 'citeDocument' as const, citation: citation() },
  removeCitation: { type: 'removeCitation' as const, citationId: citationIdSchema.parse('van-ban-1') },
  giveFeedback: { type: 'giveFeedback' as const, delegateId: delegateId('db-1'), text: 'Tiếng nhỏ' },
  keepPeople: { type: 'keepPeople' as const, days: 365 },
  recordErasure: { type: 'recordErasure' as const, people: 1, by: 'request' as const },
});

export const ofLibrary = (speechId: SpeechId) => ({
  describeDocument: { type: 'describeDocument' as const, documentId, about: about() },
  attachPaper: { type: 'attachPaper' as const, documentId, speechId },
  releaseDocument: { type: 'releaseDocument' as const, documentId, to: { kind: 'delegates' as const }, at: null },
  releaseDue: { type: 'releaseDue' as const, documentId },
  withdrawDocument: { type: 'withdrawDocument' as const, documentId },
});

export const ofBallots = (bridgeId: BridgeId) => ({
  prepareBallot: { type: 'prepareBallot' as const, ballot: ballot() },
  correctBallot: { type: 'correctBallot' as const, ballotId, ballot: ballot() },
  removeBallot: { type: 'removeBallot' as const, ballotId },
  openBallot: { type: 'openBallot' as const, ballotId },
  countHands: { type: 'countHands' as const, ballotId, bridgeId, counts: [3, 1, 0] },
  castVote: { type: 'castVote' as const, ballotId, delegateId: delegateId('db-1'), option: 0 },
  closeBallot: { type: 'closeBallot' as const, ballotId },
  publishBallot: { type: 'publishBallot' as const, ballotId },
  hideBallot: { type: 'hideBallot' as const, ballotId },
  annulBallot: { type: 'annulBallot' as const, ballotId, reason: 'Sai nội dung' },
});
