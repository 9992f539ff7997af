import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import type { AgendaItem } from '../../shared/domain/agenda/agenda.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { type Command, commandSchema } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { queuedSpeeches, requestedSpeeches, type Speech, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { DelegateId } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import {
  bridgeInput,
  counts,
  details,
  HOLD,
  MINUTE,
  moderator,
  NOW,
  operatorOf,
  secretariat,
} from '../support/builders.ts';
import { applyRows, type Rows } from '../support/random.ts';

export interface Line {
  readonly actor: Actor;
  readonly event: ConferenceEvent;
}

/** Holds a whole conference by command after command, a minute between two, with ids that count. */
export class Script {
  readonly lines: Line[] = [];
  readonly rows: Rows = new Map();
  state: ConferenceState = initialState;
  #minute = 0;
  #last = 0;

  give(actor: Actor, wish: Command): void {
    const command = commandSchema.parse(wish);
    if (!mayIssue(actor, command, this.state)) throw new Error(`${actor.seat} may not ${command.type}`);
    const moment = { now: NOW + ++this.#minute * MINUTE, newId: () => `id-${++this.#last}` };
    const decided = decide(this.state, command, moment, (id) => this.rows.get(id));
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.error.code}`);
    for (const event of decided.value.events) {
      this.lines.push({ actor, event });
      this.state = evolve(this.state, event);
    }
    applyRows(this.rows, decided.value.delegates);
  }

  bridge(shortName: string) {
    const found = bridgesInOrder(this.state.bridges).find((bridge) => bridge.shortName === shortName);
    if (found === undefined) throw new Error(`no bridge ${shortName}`);
    return found.bridgeId;
  }

  item(index: number): AgendaItem['itemId'] {
    const found = this.state.agenda.items[index];
    if (found === undefined) throw new Error(`no item ${index}`);
    return found.itemId;
  }

  delegate(index: number): DelegateId {
    const found = [...this.rows.keys()][index];
    if (found === undefined) throw new Error(`no delegate ${index}`);
    return found;
  }

  speechId(speech: Speech | undefined): Speech['speechId'] {
    if (speech === undefined) throw new Error('no speech');
    return speech.speechId;
  }
}

/** A conference in which every fact there is comes to pass. */
export function scriptedConference(): Script {
  const script = new Script();
  prepare(script);
  takeTheRoll(script);
  runTheAgenda(script);
  speak(script);
  showPictures(script);
  for (const type of ['adjournConference', 'resumeConference', 'closeConference'] as const) {
    script.give(moderator, { type });
  }
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
      bridgeInput('Quảng Bình'),
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
  script.give(secretariat, { type: 'removeBridge', bridgeId: script.bridge('Nhầm') });
  script.give(secretariat, { type: 'startPreparation' });
  for (const link of ['online', 'lost', 'online'] as const) {
    script.give(SYSTEM, { type: 'reportBridgeLink', bridgeId: script.bridge('An Giang'), link });
  }
}

function takeTheRoll(script: Script): void {
  const bridgeId = script.bridge('An Giang');
  const operator = operatorOf(bridgeId);
  const names = ['Lê Thị Hoa', 'Trần Văn An', 'Nguyễn Văn Bình'];
  const delegates = names.map((fullName) => ({
    fullName,
    positions: ['Tỉnh ủy viên'],
    category: 'Cấp ủy',
    homeUnit: 'Tỉnh ủy An Giang',
  }));
  script.give(operator, { type: 'registerDelegates', bridgeId, delegates });
  const delegateId = script.delegate(0);
  const other = script.delegate(1);
  script.give(operator, { type: 'checkInDelegate', bridgeId, delegateId });
  script.give(operator, {
    type: 'markDelegateAbsent',
    bridgeId,
    delegateId: other,
    excused: true,
    reason: 'Đi công tác',
  });
  script.give(operator, { type: 'clearDelegateMark', bridgeId, delegateId });
  script.give(operator, { type: 'checkInDelegate', bridgeId, delegateId });
  script.give(secretariat, { type: 'removeDelegate', bridgeId, delegateId: script.delegate(2) });
  script.give(operatorOf(script.bridge('Quảng Bình')), {
    type: 'reportHeadcount',
    bridgeId: script.bridge('Quảng Bình'),
    categories: [counts(40, 38, 'Cấp ủy'), counts(10, 12, 'Khách mời')].map((row) => ({
      ...row,
      absentExcused: Math.max(0, row.absentExcused),
    })),
    note: 'Hai đồng chí đi công tác',
  });
}

function runTheAgenda(script: Script): void {
  const kinds = ['opening', 'report', 'video', 'discussion', 'closing'] as const;
  for (const [index, kind] of kinds.entries()) {
    const plan = { kind, title: `Mục ${index + 1}`, plannedStart: NOW + index * 20 * MINUTE, durationMs: 20 * MINUTE };
    const presenter = kind === 'report' ? { fullName: null, positions: ['Phó Trưởng Ban'] } : null;
    script.give(secretariat, { type: 'addAgendaItem', plan, presenter, beforeItemId: null });
  }
  const [opening, report, video] = [script.item(0), script.item(1), script.item(2)];
  const plan = { kind: 'report', title: 'Báo cáo', plannedStart: NOW, durationMs: 15 * MINUTE } as const;
  script.give(secretariat, { type: 'correctAgendaItem', itemId: report, plan, presenter: null });
  script.give(moderator, { type: 'moveAgendaItem', itemId: video, beforeItemId: report });
  script.give(moderator, { type: 'skipAgendaItem', itemId: video });
  script.give(moderator, { type: 'restoreAgendaItem', itemId: video });
  script.give(moderator, { type: 'skipAgendaItem', itemId: video });
  script.give(secretariat, { type: 'removeAgendaItem', itemId: script.item(4) });
  script.give(moderator, { type: 'openConference' });
  script.give(moderator, { type: 'startAgendaItem', itemId: opening, expectedLive: null });
  script.give(moderator, { type: 'startAgendaItem', itemId: report, expectedLive: opening });
  script.give(moderator, { type: 'finishAgendaItem', itemId: report });
}

function speak(script: Script): void {
  const [anGiang, quangBinh, chauDoc] = [
    script.bridge('An Giang'),
    script.bridge('Quảng Bình'),
    script.bridge('Châu Đốc'),
  ];
  const wish = { subject: 'Sắp xếp đơn vị hành chính', speaker: { fullName: null, positions: ['Trưởng Ban Tổ chức'] } };
  const first = () => script.speechId(queuedSpeeches(script.state.floor)[0]);
  const asked = () => script.speechId(requestedSpeeches(script.state.floor)[0]);
  script.give(secretariat, { type: 'registerPaper', bridgeId: anGiang, ...wish, allottedMs: 7 * MINUTE });
  script.give(operatorOf(quangBinh), { type: 'requestSpeech', bridgeId: quangBinh, ...wish });
  script.give(moderator, { type: 'acceptSpeech', speechId: asked(), allottedMs: 5 * MINUTE });
  script.give(operatorOf(chauDoc), { type: 'requestSpeech', bridgeId: chauDoc, ...wish });
  script.give(moderator, { type: 'declineSpeech', speechId: asked() });
  script.give(operatorOf(chauDoc), { type: 'requestSpeech', bridgeId: chauDoc, ...wish });
  script.give(operatorOf(chauDoc), { type: 'withdrawSpeech', speechId: asked() });
  script.give(moderator, { type: 'moveSpeech', speechId: first(), beforeSpeechId: null });
  script.give(moderator, { type: 'callSpeaker', speechId: first(), expectedOnFloor: null });
  const onFloor = () => script.speechId(speechOnFloor(script.state.floor));
  script.give(SYSTEM, { type: 'beginSpeech', speechId: onFloor() });
  script.give(moderator, { type: 'extendSpeech', speechId: onFloor(), byMs: 2 * MINUTE });
  script.give(moderator, { type: 'openChairMicrophone' });
  script.give(moderator, { type: 'callSpeaker', speechId: first(), expectedOnFloor: onFloor() });
  script.give(moderator, { type: 'endSpeech', speechId: onFloor() });
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
