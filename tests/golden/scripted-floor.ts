import { SYSTEM } from '../../shared/domain/actor.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import { speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { DEFAULT_RULES, type SpeechKind } from '../../shared/domain/floor/rules.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { chair, MINUTE, moderator, operatorOf, secretariat } from '../support/builders.ts';
import type { Script } from './script.ts';

/** A discussion in which everything that can happen to a speech happens. */
export function runTheFloor(script: Script): void {
  layDownRules(script);
  comeIntoLine(script);
  putInOrder(script);
  speak(script);
  loseTheLine(script);
  endTheDiscussion(script);
}

const wish = (bridgeId: BridgeId, kind: SpeechKind, title: string): CommandOf<'requestSpeech'> => ({
  type: 'requestSpeech',
  bridgeId,
  kind,
  subject: 'Sắp xếp đơn vị hành chính',
  speaker: { fullName: null, positions: [title] },
  itemId: null,
  category: null,
});

const entry = (bridgeId: BridgeId, kind: SpeechKind, title: string): CommandOf<'registerSpeech'> => ({
  ...wish(bridgeId, kind, title),
  type: 'registerSpeech',
  allottedMs: 7 * MINUTE,
  override: null,
});

function layDownRules(script: Script): void {
  const rules = { ...DEFAULT_RULES, categories: ['Chương trình'] };
  script.give(moderator, {
    type: 'adoptFloorRules',
    rules: { ...rules, budget: { holder: 'region', grantedMs: 20 * MINUTE } },
  });
  script.give(moderator, { type: 'timeSpeakersList', itemId: null, times: { opinion: 4 * MINUTE } });
  script.give(moderator, { type: 'closeSpeakersList', itemId: null });
  script.give(secretariat, {
    ...entry(script.bridge('Trung ương'), 'paper', 'Vụ trưởng'),
    override: { reason: 'Đến muộn vì họp Ban Bí thư' },
  });
  script.give(moderator, { type: 'openSpeakersList', itemId: null, closesAt: script.now + 180 * MINUTE });
}

function comeIntoLine(script: Script): void {
  const [anGiang, quangBinh, chauDoc] = ['An Giang', 'Quảng Bình', 'Châu Đốc'].map((name) => script.bridge(name));
  if (anGiang === undefined || quangBinh === undefined || chauDoc === undefined) throw new Error('no halls');
  script.give(secretariat, entry(anGiang, 'paper', 'Trưởng Ban Tổ chức'));
  script.give(operatorOf(quangBinh), wish(quangBinh, 'opinion', 'Bí thư Huyện ủy'));
  script.give(moderator, { type: 'acceptSpeech', speechId: script.asked(), allottedMs: 5 * MINUTE, queue: true });
  script.give(operatorOf(chauDoc), wish(chauDoc, 'opinion', 'Bí thư Thành ủy'));
  const declined = script.asked();
  script.give(moderator, { type: 'declineSpeech', speechId: declined });
  script.give(moderator, { type: 'reinstateSpeeches', speechIds: [declined] }, 5);
  script.give(moderator, { type: 'acceptSpeech', speechId: declined, allottedMs: null, queue: false });
  script.give(moderator, { type: 'queueSpeech', speechId: declined });
  script.give(operatorOf(chauDoc), wish(chauDoc, 'reply', 'Phó Bí thư Thành ủy'));
  script.give(operatorOf(chauDoc), { type: 'withdrawSpeech', speechId: script.asked() });
  script.give(secretariat, entry(quangBinh, 'paper', 'Chánh Văn phòng'));
}

function putInOrder(script: Script): void {
  script.give(moderator, { type: 'moveSpeech', speechId: script.inLine(1), beforeSpeechId: script.inLine(0) });
  script.give(moderator, { type: 'swapSpeeches', speechId: script.inLine(1), withSpeechId: script.inLine(2) });
  const understudy = { fullName: null, positions: ['Phó Trưởng Ban'] };
  script.give(moderator, { type: 'nameUnderstudy', speechId: script.inLine(0), understudy });
  script.give(moderator, { type: 'seatUnderstudy', speechId: script.inLine(0) });
  script.give(moderator, { type: 'allotTime', speechIds: [script.inLine(1)], allottedMs: 6 * MINUTE });
}

function speak(script: Script): void {
  const quangBinh = script.bridge('Quảng Bình');
  script.give(chair, { type: 'callSpeaker', speechId: script.inLine(), expectedOnFloor: null, accepting: [] });
  const main = script.onFloor();
  script.give(SYSTEM, { type: 'beginSpeech', speechId: main }, 4);
  script.give(moderator, { type: 'extendSpeech', speechId: main, byMs: 2 * MINUTE });
  script.give(chair, { type: 'remindOfTime', speechId: main });
  script.give(moderator, { type: 'pauseSpeech', speechId: main });
  script.give(moderator, { type: 'continueSpeech', speechId: main });
  script.give(secretariat, { ...entry(quangBinh, 'question', 'Giám đốc Sở'), allottedMs: null });
  script.give(moderator, { type: 'callSpeaker', speechId: script.inLine(), expectedOnFloor: main, accepting: [] });
  const question = script.onFloor();
  script.give(SYSTEM, { type: 'beginSpeech', speechId: question }, 4);
  script.give(moderator, { type: 'endSpeech', speechId: question });
  script.give(moderator, { type: 'openChairMicrophone' });
  script.give(moderator, { type: 'closeChairMicrophone' });
  script.give(operatorOf(bridgeOnFloor(script)), { type: 'handBackFloor', speechId: main });
  script.give(moderator, { type: 'callBackSpeaker', speechId: main, allottedMs: MINUTE });
  script.give(secretariat, {
    type: 'correctLedger',
    bridgeId: quangBinh,
    byMs: -MINUTE,
    reason: 'Mất tiếng một phút',
  });
}

function loseTheLine(script: Script): void {
  script.give(moderator, { type: 'callSpeaker', speechId: script.inLine(), expectedOnFloor: null, accepting: [] });
  const speechId = script.onFloor();
  script.give(SYSTEM, { type: 'beginSpeech', speechId }, 4);
  const bridgeId = bridgeOnFloor(script);
  script.give(SYSTEM, { type: 'reportBridgeLink', bridgeId, link: 'lost', since: script.now }, 8);
  script.give(SYSTEM, { type: 'reportBridgeLink', bridgeId, link: 'online', since: script.now }, 8);
  script.give(SYSTEM, { type: 'reportBridgeLink', bridgeId, link: 'lost', since: script.now }, 8);
  script.give(SYSTEM, { type: 'releaseLostFloor', speechId }, 40);
}

function endTheDiscussion(script: Script): void {
  script.give(moderator, { type: 'handInWriting', speechIds: [script.inLine()] });
  script.give(moderator, { type: 'clearRequests', itemId: null });
}

function bridgeOnFloor({ state }: Script): BridgeId {
  const speech = speechOnFloor(state.floor);
  if (speech === undefined) throw new Error('nobody has the floor');
  return speech.bridgeId;
}
