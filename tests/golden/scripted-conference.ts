import { SYSTEM } from '../../shared/domain/actor.ts';
import {
  bridgeInput,
  conferenceId,
  deadline,
  details,
  HOLD,
  importId,
  itemPlan,
  lasting,
  MINUTE,
  moderator,
  NOW,
  operatorOf,
  secretariat,
} from '../support/builders.ts';
import { Script } from './script.ts';
import { takeTheRoll } from './scripted-attendance.ts';
import { runTheFloor } from './scripted-floor.ts';
import { keepTheRecord, signTheMinutes } from './scripted-records.ts';
import { runTheLines } from './scripted-technical.ts';

/** A conference in which every fact there is comes to pass, but for the beginning of a rehearsal. */
export function scriptedConference(): Script {
  const script = new Script();
  prepare(script);
  takeTheRoll(script);
  writeTheAgenda(script);
  rehearse(script);
  script.give(moderator, { type: 'openConference' });
  runTheAgenda(script);
  runTheFloor(script);
  runTheLines(script);
  keepTheRecord(script);
  showPictures(script);
  for (const type of ['adjournConference', 'resumeConference', 'closeConference'] as const) {
    script.give(moderator, { type });
  }
  signTheMinutes(script);
  script.give(secretariat, { type: 'archiveConference' });
  return script;
}

function prepare(script: Script): void {
  const technician = { fullName: 'Kỹ thuật viên', positions: ['Chuyên viên'], phone: '0900 000 001' };
  const chair = { fullName: null, positions: ['Ủy viên Ban Thường vụ', 'Trưởng Ban Tổ chức Tỉnh ủy'] };
  script.give(secretariat, { type: 'createConference', details });
  script.give(secretariat, { type: 'correctConferenceDetails', details: { ...details, periodPlanned: null } });
  script.give(secretariat, {
    type: 'addBridges',
    bridges: [
      bridgeInput('Trung ương', { central: true, chairs: [chair] }),
      bridgeInput('An Giang', { technician }),
      bridgeInput('Quảng Bình', { region: 'Bắc Trung Bộ' }),
      bridgeInput('Nhầm'),
    ],
  });
  script.give(secretariat, {
    type: 'addBridges',
    bridges: [bridgeInput('Châu Đốc', { parentId: script.bridge('An Giang') })],
  });
  const quangBinh = script.bridge('Quảng Bình');
  script.give(secretariat, {
    type: 'renameBridge',
    bridgeId: quangBinh,
    name: 'Điểm cầu tỉnh Quảng Bình',
    shortName: 'Quảng Bình',
  });
  script.give(secretariat, {
    type: 'assignBridgeStaff',
    bridgeId: quangBinh,
    room: 'Phòng họp số 1',
    chairs: [chair],
    technician,
  });
  script.give(secretariat, { type: 'removeBridge', bridgeId: script.bridge('Nhầm'), accepting: [] });
  const anGiang = script.bridge('An Giang');
  script.give(secretariat, { type: 'countToRegion', bridgeId: anGiang, region: 'Đồng bằng sông Cửu Long' });
  script.give(secretariat, { type: 'startPreparation' });
  for (const link of ['online', 'lost', 'online'] as const) {
    script.give(SYSTEM, { type: 'reportBridgeLink', bridgeId: anGiang, link, since: script.now });
  }
  for (const name of ['Trung ương', 'Quảng Bình', 'Châu Đốc']) {
    script.give(SYSTEM, { type: 'reportBridgeLink', bridgeId: script.bridge(name), link: 'online', since: script.now });
  }
}

function writeTheAgenda(script: Script): void {
  const kinds = ['opening', 'report', 'video', 'discussion', 'closing'] as const;
  const presenter = { fullName: null, positions: ['Phó Trưởng Ban'] };
  script.give(secretariat, {
    type: 'addAgendaItems',
    beforeItemId: null,
    items: kinds.map((kind, index) => ({
      plan: itemPlan({ kind, title: `Mục ${index + 1}`, start: NOW + index * 20 * MINUTE, soft: index > 0 }),
      presenter: kind === 'report' ? presenter : null,
    })),
  });
  const [report, video, closing] = [script.item(1), script.item(2), script.item(4)];
  script.give(secretariat, {
    type: 'addAgendaItems',
    beforeItemId: report,
    items: [
      { plan: { row: 'group', title: 'Phần thứ nhất', targetMs: 60 * MINUTE }, presenter: null },
      { plan: { row: 'note', title: 'Đại biểu ổn định chỗ ngồi' }, presenter: null },
      {
        plan: itemPlan({
          kind: 'recess',
          title: 'Nghỉ trưa',
          start: NOW + 90 * MINUTE,
          span: deadline(NOW + 300 * MINUTE),
        }),
        presenter: null,
      },
    ],
  });
  const plan = itemPlan({ title: 'Báo cáo', soft: true, span: lasting(15 * MINUTE) });
  script.give(secretariat, { type: 'correctAgendaItem', itemId: report, plan, presenter: null });
  script.give(moderator, { type: 'moveAgendaItem', itemId: video, beforeItemId: report });
  script.give(moderator, { type: 'skipAgendaItem', itemId: video, accepting: [] });
  script.give(moderator, { type: 'restoreAgendaItem', itemId: video });
  script.give(moderator, { type: 'skipAgendaItem', itemId: video, accepting: [] });
  script.give(secretariat, { type: 'removeAgendaItem', itemId: closing });
  const file = { importId: importId('tep-chuong-trinh'), name: 'Chương trình.xlsx' };
  const rows = [{ plan: itemPlan({ title: 'Từ tệp', soft: true }), presenter }];
  script.give(secretariat, { type: 'addAgendaItems', beforeItemId: null, items: rows, file });
  script.give(secretariat, { type: 'undoImport', importId: file.importId, accepting: [] });
  const says = 'Xin mời {điểm cầu} phát biểu.';
  script.give(moderator, {
    type: 'scriptCues',
    itemId: report,
    cues: [{ who: 'Người dẫn chương trình', does: 'Mời phát biểu', says, source: { kind: 'floor' } }],
  });
}

function rehearse(script: Script): void {
  const rehearsal = conferenceId('tong-duyet');
  const bridgeId = script.bridge('An Giang');
  script.give(SYSTEM, { type: 'recordRehearsal', rehearsal, phase: 'started' });
  script.give(operatorOf(bridgeId), { type: 'reportDefect', sentence: 'Tiếng bị vọng', bridgeId });
  script.give(SYSTEM, { type: 'recordRehearsal', rehearsal, phase: 'ended' });
  const [defect] = script.state.records.defects;
  if (defect === undefined) throw new Error('no defect');
  script.give(moderator, { type: 'mendDefect', defectId: defect.defectId });
  script.give(SYSTEM, { type: 'recordTakeover', seat: 'moderator' });
}

function runTheAgenda(script: Script): void {
  const [opening] = [script.item(0)];
  const report = script.state.agenda.items.find(({ plan }) => plan.row === 'item' && plan.kind === 'report')?.itemId;
  if (report === undefined) throw new Error('no report');
  script.give(moderator, { type: 'startAgendaItem', itemId: opening, expectedLive: null, accepting: [] });
  script.give(moderator, { type: 'pauseAgendaItem', itemId: opening });
  script.give(moderator, { type: 'continueAgendaItem', itemId: opening });
  script.give(moderator, { type: 'addAgendaItemTime', itemId: opening, byMs: 2 * MINUTE });
  script.give(moderator, { type: 'announceDelay', delayMs: 15 * MINUTE });
  script.give(moderator, { type: 'revokeDelay' });
  script.give(moderator, { type: 'announceDelay', delayMs: 10 * MINUTE });
  script.give(moderator, { type: 'makeDelayPermanent' });
  script.give(moderator, { type: 'demandEnd', endsBy: NOW + 400 * MINUTE });
  script.give(moderator, { type: 'startAgendaItem', itemId: report, expectedLive: opening, accepting: [] });
  script.give(moderator, { type: 'finishAgendaItem', itemId: report, accepting: [] });
}

function showPictures(script: Script): void {
  const source = { kind: 'bridge', bridgeId: script.bridge('Quảng Bình') } as const;
  const expectedProgram = { kind: 'bridge', bridgeId: script.bridge('Trung ương') } as const;
  script.give(moderator, { type: 'armSource', source });
  script.give(moderator, { type: 'takeSource', source, expectedProgram });
  script.give(moderator, { type: 'armSource', source: HOLD });
  script.give(moderator, { type: 'disarmSource' });
  script.give(moderator, { type: 'followFloor' });
}
