import { entriesOf } from '../../shared/base/persistent-map.ts';
import { BASES, type Ballot, MANNERS, openBallots } from '../../shared/domain/ballots/ballot.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import { SECRECY } from '../../shared/domain/documents/document.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import {
  awardIdSchema,
  ballotIdSchema,
  bridgeIdSchema,
  citationIdSchema,
  documentIdSchema,
  incidentIdSchema,
  proposalIdSchema,
  reportPointIdSchema,
  taskIdSchema,
} from '../../shared/domain/ids.ts';
import type { NoteSubject } from '../../shared/domain/records/minutes.ts';
import { noteOf } from '../../shared/domain/records/minutes.ts';
import { AN_GIANG_FACTS, CENTRAL_FACTS, conferenceId, delegateId, details, item, itemId } from './builders.ts';
import { type Choice, oneOf, pickFrom, UNKNOWN } from './random-choice.ts';
import { about, award, ballot, citation, incident, paperHead, point, proposal, task } from './records-builders.ts';
import type { TestRolls } from './test-rolls.ts';

/** What nobody but the staff may read. */
const secret = (pick: number): string => `bí mật ${pick % 7}`;
const official = (pick: number) => ({
  person: { fullName: secret(pick), positions: [] },
  offices: ['chair' as const],
  bridgeId: null,
  homeUnit: null,
});

const ofMinutes = ({ state, picks: [a, b, c], speech, item: anItem }: Choice) => {
  const subjects = (): readonly NoteSubject[] => [
    { kind: 'speech', speechId: speech(a) },
    { kind: 'item', itemId: anItem(a) },
    { kind: 'conclusion' },
    { kind: 'opening' },
  ];
  return {
    nameOfficials: () => ({ type: 'nameOfficials', officials: a % 3 === 0 ? [] : [official(a), official(b)] }) as const,
    writePaperHead: (): CommandOf<'writePaperHead'> => ({
      type: 'writePaperHead',
      head: paperHead({ issuer: secret(a), signer: b % 2 === 0 ? 'chair' : 'concluder' }),
    }),
    writeNote: (): CommandOf<'writeNote'> => {
      const subject = oneOf(subjects(), b);
      const revision = noteOf(state.records.minutes, subject)?.revision ?? 0;
      const text = c % 5 === 0 ? null : secret(c);
      return { type: 'writeNote', about: subject, text, expectedRevision: revision + (c % 9 === 0 ? 1 : 0) };
    },
    signMinutes: () => ({ type: 'signMinutes' }) as const,
    reopenMinutes: () => ({ type: 'reopenMinutes', reason: secret(a) }) as const,
  };
};

const ofProposals = ({ state, picks: [a, b, c], bridge, speech }: Choice) => {
  const ids = () => state.records.proposals.map(({ proposalId }) => proposalId);
  const proposalId = (pick: number) => pickFrom(ids(), pick, proposalIdSchema.parse(UNKNOWN));
  const input = () =>
    proposal({
      text: secret(a),
      bridgeId: b % 4 === 0 ? null : bridge(b),
      speechId: c % 4 === 0 ? speech(c) : null,
    });
  return {
    registerProposal: () => ({ type: 'registerProposal', ...input() }) as const,
    correctProposal: (): CommandOf<'correctProposal'> => {
      const id = proposalId(c);
      const owner = state.records.proposals.find((one) => one.proposalId === id)?.bridgeId ?? null;
      return { type: 'correctProposal', proposalId: id, proposal: { ...input(), bridgeId: owner, speechId: null } };
    },
    groupProposal: () =>
      ({ type: 'groupProposal', proposalId: proposalId(a), duplicateOf: c % 3 === 0 ? null : proposalId(b) }) as const,
    settleProposal: (): CommandOf<'settleProposal'> => ({
      type: 'settleProposal',
      proposalId: proposalId(a),
      settlement: {
        status: oneOf(['accepted', 'forwarded', 'answered', 'returned'], b),
        competence: oneOf(['within', 'outside', null], c),
        competentBody: null,
        answer: secret(c),
        answeredBy: null,
      },
    }),
    removeProposal: () => ({ type: 'removeProposal', proposalId: proposalId(a) }) as const,
  };
};

const ofTasks = ({ state, picks: [a, b, c] }: Choice) => {
  const ids = () => state.records.tasks.map(({ taskId }) => taskId);
  const taskId = () => pickFrom(ids(), a, taskIdSchema.parse(UNKNOWN));
  return {
    assignTask: () => ({ type: 'assignTask', task: task({ text: secret(a) }) }) as const,
    correctTask: () => ({ type: 'correctTask', taskId: taskId(), task: task({ text: secret(b) }) }) as const,
    followUpTask: (): CommandOf<'followUpTask'> => ({
      type: 'followUpTask',
      taskId: taskId(),
      state: oneOf(['open', 'underway', 'done', 'dropped'], b),
      remark: c % 2 === 0 ? null : secret(c),
    }),
    removeTask: () => ({ type: 'removeTask', taskId: taskId() }) as const,
  };
};

const ofAwards = ({ state, picks: [a, b] }: Choice) => {
  const ids = () => state.records.awards.map(({ awardId }) => awardId);
  const awardId = (pick: number) => pickFrom(ids(), pick, awardIdSchema.parse(UNKNOWN));
  const person = { kind: 'person' as const, person: { fullName: secret(a), positions: ['Nguyên Trưởng Ban'] } };
  const input = () => award(a % 2 === 0 ? { name: secret(a) } : { recipients: person });
  return {
    planAward: () => ({ type: 'planAward', award: input() }) as const,
    correctAward: () => ({ type: 'correctAward', awardId: awardId(a), award: input() }) as const,
    moveAward: () =>
      ({ type: 'moveAward', awardId: awardId(a), beforeAwardId: b % 4 === 0 ? null : awardId(b) }) as const,
    presentAward: () => ({ type: 'presentAward', awardId: awardId(a) }) as const,
    removeAward: () => ({ type: 'removeAward', awardId: awardId(a) }) as const,
  };
};

const ofFindings = ({ state, picks: [a, b], bridge, item: anItem }: Choice) => {
  const { points, incidents, citations } = state.records;
  const itemOfIt = () => (b % 3 === 0 ? anItem(b) : null);
  const pointId = () =>
    pickFrom(
      points.map((one) => one.pointId),
      a,
      reportPointIdSchema.parse(UNKNOWN),
    );
  const incidentId = () =>
    pickFrom(
      incidents.map((one) => one.incidentId),
      a,
      incidentIdSchema.parse(UNKNOWN),
    );
  const bridgeId = b % 2 === 0 ? null : bridge(b);
  return {
    addReportPoint: () => ({ type: 'addReportPoint', point: point({ text: secret(a), itemId: itemOfIt() }) }) as const,
    correctReportPoint: () =>
      ({ type: 'correctReportPoint', pointId: pointId(), point: point({ text: secret(b) }) }) as const,
    removeReportPoint: () => ({ type: 'removeReportPoint', pointId: pointId() }) as const,
    openIncident: () => ({ type: 'openIncident', incident: incident({ text: secret(a), bridgeId }) }) as const,
    correctIncident: () =>
      ({ type: 'correctIncident', incidentId: incidentId(), incident: incident({ text: secret(b) }) }) as const,
    mendIncident: () => ({ type: 'mendIncident', incidentId: incidentId(), remedy: secret(b) }) as const,
    citeDocument: () =>
      ({ type: 'citeDocument', citation: citation({ title: secret(a), itemId: itemOfIt() }) }) as const,
    removeCitation: (): CommandOf<'removeCitation'> => ({
      type: 'removeCitation',
      citationId: pickFrom(
        citations.map((one) => one.citationId),
        a,
        citationIdSchema.parse(UNKNOWN),
      ),
    }),
    giveFeedback: () => ({ type: 'giveFeedback', delegateId: delegateId(`db-${a % 5}`), text: secret(b) }) as const,
    keepPeople: () => ({ type: 'keepPeople', days: a % 3 === 0 ? null : 1 + (b % 400) }) as const,
    recordErasure: () => ({ type: 'recordErasure', people: a % 9, by: 'time' }) as const,
  };
};

const ofLibrary = ({ state, picks: [a, b, c], bridge, speech, item: anItem }: Choice) => {
  const ids = () => state.documents.list.map(({ file }) => file.documentId);
  const documentId = () => pickFrom(ids(), a, documentIdSchema.parse(UNKNOWN));
  const { conference } = state;
  return {
    describeDocument: (): CommandOf<'describeDocument'> => ({
      type: 'describeDocument',
      documentId: documentId(),
      about: about({
        title: secret(b),
        itemId: b % 3 === 0 ? anItem(b) : null,
        secrecy: c % 5 === 0 ? oneOf(SECRECY, b) : 'none',
      }),
    }),
    attachPaper: () =>
      ({ type: 'attachPaper', documentId: documentId(), speechId: c % 4 === 0 ? null : speech(b) }) as const,
    releaseDocument: (): CommandOf<'releaseDocument'> => ({
      type: 'releaseDocument',
      documentId: documentId(),
      to: oneOf(
        [
          { kind: 'delegates' as const },
          { kind: 'bridges' as const, bridgeIds: null },
          { kind: 'bridges' as const, bridgeIds: [bridge(b)] },
        ],
        b,
      ),
      at: c % 3 === 0 ? (conference.openedAt ?? 0) + c * 100 : null,
    }),
    releaseDue: () => ({ type: 'releaseDue', documentId: documentId() }) as const,
    withdrawDocument: () => ({ type: 'withdrawDocument', documentId: documentId() }) as const,
  };
};

const ofBallots = ({ state, picks: [a, b, c], bridge }: Choice, rolls: TestRolls) => {
  const ids = () => state.ballots.list.map(({ ballotId }) => ballotId);
  // Few at a time, so that the same one is opened, answered and closed.
  const ballotId = () => pickFrom(ids().slice(-4), a, ballotIdSchema.parse(UNKNOWN));
  const among = (is: (one: Ballot) => boolean) =>
    pickFrom(
      state.ballots.list.filter(is).map(({ ballotId: id }) => id),
      a,
      ballotId(),
    );
  const byHands = () =>
    openBallots(state.ballots).flatMap(({ manner, ballotId: id }) => (manner === 'hands' ? [id] : []));
  const reporting = () => entriesOf(state.attendance.byBridge).map(([id]) => bridgeIdSchema.parse(id));
  const input = () =>
    ballot({
      question: secret(a),
      manner: oneOf(['hands', ...MANNERS], b),
      base: oneOf(BASES, c),
      quorumPercent: c % 3 === 0 ? 100 : 0,
    });
  const voter = () => pickFrom([...rolls.rows.keys()], b, delegateId(UNKNOWN));
  return {
    prepareBallot: () => ({ type: 'prepareBallot', ballot: input() }) as const,
    correctBallot: () => ({ type: 'correctBallot', ballotId: ballotId(), ballot: input() }) as const,
    removeBallot: () => ({ type: 'removeBallot', ballotId: ballotId() }) as const,
    openBallot: () => ({ type: 'openBallot', ballotId: ballotId() }) as const,
    countHands: (): CommandOf<'countHands'> => ({
      type: 'countHands',
      ballotId: pickFrom(byHands(), a, ballotIdSchema.parse(UNKNOWN)),
      bridgeId: pickFrom(reporting(), b, bridge(b)),
      counts: [c % 2, 0, 0],
    }),
    castVote: () => ({ type: 'castVote', ballotId: ballotId(), delegateId: voter(), option: c % 4 }) as const,
    closeBallot: () => ({ type: 'closeBallot', ballotId: ballotId() }) as const,
    publishBallot: () =>
      ({ type: 'publishBallot', ballotId: among(({ stage }) => stage.status === 'closed') }) as const,
    hideBallot: () => ({ type: 'hideBallot', ballotId: among(({ publishedAt }) => publishedAt !== null) }) as const,
    annulBallot: () => ({ type: 'annulBallot', ballotId: ballotId(), reason: secret(c) }) as const,
  };
};

const ofSeries = ({ picks: [a] }: Choice) => ({
  createSuccessor: (): CommandOf<'createSuccessor'> => ({
    type: 'createSuccessor',
    follows: { conference: conferenceId('ky-truoc'), title: details.title, date: details.date },
    details,
    bridges: [CENTRAL_FACTS, AN_GIANG_FACTS],
    items: [{ item: item(itemId(`muc-${a}`)), cues: [] }],
    rules: DEFAULT_RULES,
    head: a % 2 === 0 ? null : paperHead({ issuer: secret(a) }),
    tasks: [
      {
        taskId: taskIdSchema.parse(`nhiem-vu-${a}`),
        text: secret(a),
        assignees: ['Ban'],
        deadline: null,
        assigner: null,
        carriedFrom: { conference: conferenceId('ky-truoc'), title: details.title, date: details.date },
      },
    ],
  }),
});

export const recordsSlices = [ofMinutes, ofProposals, ofTasks, ofAwards, ofFindings, ofLibrary, ofBallots, ofSeries];
