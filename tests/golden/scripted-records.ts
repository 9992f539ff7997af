import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import { isThere } from '../../shared/domain/attendance/mark.ts';
import type { BallotInput } from '../../shared/domain/ballots/ballot.ts';
import { documentIdSchema } from '../../shared/domain/ids.ts';
import type { AwardInput } from '../../shared/domain/records/award.ts';
import { noteOf } from '../../shared/domain/records/minutes.ts';
import { moderator, operatorOf, SECOND, secretariat } from '../support/builders.ts';
import {
  about,
  award,
  ballot,
  citation,
  incident,
  paperHead,
  point,
  proposal,
  task,
} from '../support/records-builders.ts';
import type { Script } from './script.ts';

const secretary: Actor = { seat: 'secretary', session: 'bien-ban', bridgeId: null };

/** What is written, decided, handed out and voted on while the conference runs. */
export function keepTheRecord(script: Script): void {
  writeMinutes(script);
  takeProposals(script);
  assignTasks(script);
  presentAwards(script);
  noteFindings(script);
  giveDocumentsOut(script);
  vote(script);
}

/** After the closing. */
export function signTheMinutes(script: Script): void {
  script.give(secretary, { type: 'signMinutes' });
  script.give(secretary, { type: 'reopenMinutes', reason: 'Sót một ý kiến' });
  script.give(secretary, { type: 'signMinutes' });
  script.give(secretariat, { type: 'keepPeople', days: 365 });
  script.give(SYSTEM, { type: 'recordErasure', people: 1, by: 'request' });
}

function last<T>(list: readonly T[]): T {
  const one = list.at(-1);
  if (one === undefined) throw new Error('nothing there');
  return one;
}

function writeMinutes(script: Script): void {
  const person = (fullName: string) => ({ fullName, positions: ['Ủy viên Trung ương Đảng'] });
  const official = { bridgeId: script.bridge('Trung ương'), homeUnit: 'Ban Tổ chức Trung ương' };
  script.give(secretary, { type: 'writePaperHead', head: paperHead() });
  script.give(secretary, {
    type: 'nameOfficials',
    officials: [
      { person: person('Mai Văn Chính'), offices: ['attending', 'chair'], ...official },
      { person: person('Người Ghi'), offices: ['recorder'], bridgeId: null, homeUnit: null },
    ],
  });
  const item = { kind: 'item', itemId: script.item(0) } as const;
  script.give(secretary, {
    type: 'writeNote',
    about: { kind: 'conclusion' },
    text: 'Thống nhất cao',
    expectedRevision: 0,
  });
  script.give(secretary, { type: 'writeNote', about: item, text: 'Ghi nhầm', expectedRevision: 0 });
  script.give(secretary, {
    type: 'writeNote',
    about: item,
    text: null,
    expectedRevision: noteOf(script.state.records.minutes, item)?.revision ?? 0,
  });
}

function takeProposals(script: Script): void {
  const anGiang = script.bridge('An Giang');
  const own = proposal({ bridgeId: anGiang });
  for (const text of ['Sớm ban hành văn bản', 'Ban hành sớm văn bản', 'Nhầm']) {
    script.give(operatorOf(anGiang), { type: 'registerProposal', ...own, text });
  }
  const [leader, duplicate, wrong] = script.state.records.proposals.map(({ proposalId }) => proposalId);
  if (leader === undefined || duplicate === undefined || wrong === undefined) throw new Error('three proposals');
  script.give(secretary, {
    type: 'correctProposal',
    proposalId: leader,
    proposal: { ...own, addressee: 'Ban Bí thư' },
  });
  script.give(secretary, { type: 'groupProposal', proposalId: duplicate, duplicateOf: leader });
  script.give(secretary, {
    type: 'settleProposal',
    proposalId: leader,
    settlement: {
      status: 'answered',
      competence: 'outside',
      competentBody: 'Ban Bí thư',
      answer: 'Đang nghiên cứu',
      answeredBy: 'Vụ Tổng hợp',
    },
  });
  script.give(secretary, { type: 'removeProposal', proposalId: wrong });
}

function assignTasks(script: Script): void {
  script.give(secretary, { type: 'assignTask', task: task() });
  const { taskId } = last(script.state.records.tasks);
  script.give(secretary, { type: 'correctTask', taskId, task: task({ deadline: { kind: 'year', year: 2021 } }) });
  script.give(secretary, { type: 'followUpTask', taskId, state: 'underway', remark: 'Đang làm' });
  script.give(secretary, { type: 'assignTask', task: task({ text: 'Nhầm', assigner: null }) });
  script.give(secretary, { type: 'removeTask', taskId: last(script.state.records.tasks).taskId });
}

function presentAwards(script: Script): void {
  const person: AwardInput['recipients'] = {
    kind: 'person',
    person: { fullName: 'Tô Huy Rứa', positions: ['Nguyên Trưởng Ban'] },
  };
  script.give(secretary, { type: 'planAward', award: award() });
  const { awardId } = last(script.state.records.awards);
  script.give(secretary, { type: 'planAward', award: award({ name: 'Huân chương Hồ Chí Minh', recipients: person }) });
  const { awardId: second } = last(script.state.records.awards);
  script.give(secretary, { type: 'correctAward', awardId, award: award({ onBehalfOf: null }) });
  script.give(secretary, { type: 'moveAward', awardId: second, beforeAwardId: awardId });
  script.give(secretary, { type: 'presentAward', awardId: second });
  script.give(secretary, { type: 'removeAward', awardId });
}

function noteFindings(script: Script): void {
  script.give(secretary, { type: 'addReportPoint', point: point() });
  const { pointId } = last(script.state.records.points);
  script.give(secretary, { type: 'correctReportPoint', pointId, point: point({ period: 'Năm 2021' }) });
  script.give(secretary, { type: 'addReportPoint', point: point({ text: 'Nhầm' }) });
  script.give(secretary, { type: 'removeReportPoint', pointId: last(script.state.records.points).pointId });
  const quangBinh = script.bridge('Quảng Bình');
  script.give(moderator, { type: 'openIncident', incident: incident({ bridgeId: quangBinh }) });
  const { incidentId } = last(script.state.records.incidents);
  const corrected = incident({ bridgeId: quangBinh, effect: 'Dừng 3 phút' });
  script.give(moderator, { type: 'correctIncident', incidentId, incident: corrected });
  script.give(moderator, { type: 'mendIncident', incidentId, remedy: 'Chuyển đường dự phòng' });
  script.give(secretary, { type: 'citeDocument', citation: citation({ itemId: script.item(0) }) });
  script.give(secretary, { type: 'citeDocument', citation: citation({ number: '74' }) });
  script.give(secretary, { type: 'removeCitation', citationId: last(script.state.records.citations).citationId });
  const delegateId = script.delegate(0);
  const phone: Actor = { seat: 'delegate', session: delegateId, bridgeId: null };
  script.give(phone, { type: 'giveFeedback', delegateId, text: 'Tiếng hơi nhỏ' });
}

function giveDocumentsOut(script: Script): void {
  const documentId = documentIdSchema.parse('quy-dinh');
  const facts = { name: 'Quy định.docx', bridgeId: null, bytes: 9, hash: 'a'.repeat(64) };
  script.give(SYSTEM, { type: 'addDocument', file: { kind: 'office', format: 'docx', documentId, ...facts } });
  script.give(secretary, { type: 'describeDocument', documentId, about: about({ itemId: script.item(0) }) });
  script.give(secretary, { type: 'releaseDocument', documentId, to: { kind: 'bridges', bridgeIds: null }, at: null });
  script.give(secretary, { type: 'releaseDocument', documentId, to: { kind: 'delegates' }, at: null });
  script.give(secretary, { type: 'withdrawDocument', documentId });
  const later = script.now + 90 * SECOND;
  script.give(secretary, { type: 'releaseDocument', documentId, to: { kind: 'delegates' }, at: later });
  script.give(SYSTEM, { type: 'releaseDue', documentId });
  const speechId = script.inLine();
  script.give(secretary, { type: 'attachPaper', documentId, speechId });
}

function vote(script: Script): void {
  const central = script.bridge('Trung ương');
  const row = [...script.rolls.rows.values()].find(({ mark }) => isThere(mark));
  if (row === undefined) throw new Error('nobody is there');
  const phone: Actor = { seat: 'delegate', session: row.delegateId, bridgeId: null };
  const put = (rest: Partial<BallotInput>) => {
    script.give(moderator, { type: 'prepareBallot', ballot: ballot(rest) });
    return last(script.state.ballots.list).ballotId;
  };
  const hands = put({ question: 'Nháp' });
  script.give(moderator, { type: 'correctBallot', ballotId: hands, ballot: ballot() });
  script.give(moderator, { type: 'openBallot', ballotId: hands });
  script.give(operatorOf(central), { type: 'countHands', ballotId: hands, bridgeId: central, counts: [1, 0, 0] });
  script.give(moderator, { type: 'closeBallot', ballotId: hands });
  script.give(moderator, { type: 'publishBallot', ballotId: hands });
  script.give(moderator, { type: 'hideBallot', ballotId: hands });
  for (const manner of ['open', 'secret'] as const) {
    const ballotId = put({ manner });
    script.give(moderator, { type: 'openBallot', ballotId });
    script.give(phone, { type: 'castVote', ballotId, delegateId: row.delegateId, option: 1 });
    script.give(moderator, { type: 'closeBallot', ballotId });
    script.give(
      moderator,
      manner === 'open'
        ? { type: 'annulBallot', ballotId, reason: 'Sai câu hỏi' }
        : { type: 'publishBallot', ballotId },
    );
  }
  script.give(moderator, { type: 'removeBallot', ballotId: put({}) });
}
