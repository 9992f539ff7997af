import { SYSTEM } from '../../shared/domain/actor.ts';
import { documentIdSchema } from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { CHECK_POINTS, CHECK_SIDES } from '../../shared/domain/lines/line.ts';
import { callOf } from '../../shared/domain/messages/message.ts';
import { runningRecording } from '../../shared/domain/recording/recording.ts';
import { chair, director, lineTechnician, NOW, operatorOf, secretariat } from '../support/builders.ts';
import type { Script } from './script.ts';

const phone = deviceSchema.parse('phone-1');

/** The technical side of the day: lines, talk, documents, recording, a classified hour. */
export function runTheLines(script: Script): void {
  checkTheLines(script);
  talk(script);
  showDocuments(script);
  record(script);
  script.give(chair, { type: 'beginClassified' });
  script.give(chair, { type: 'endClassified' });
}

function checkTheLines(script: Script): void {
  const [anGiang, quangBinh] = [script.bridge('An Giang'), script.bridge('Quảng Bình')];
  const group = { name: 'Nhóm 1', startsAt: NOW, minutesEach: 5 };
  script.give(lineTechnician, { type: 'scheduleLineChecks', groups: [{ ...group, bridgeIds: [anGiang, quangBinh] }] });
  script.give(lineTechnician, { type: 'scheduleLineChecks', groups: [{ ...group, bridgeIds: [anGiang] }] });
  script.give(lineTechnician, { type: 'startLineCheck', bridgeId: anGiang, accepting: ['leaves-program'] });
  for (const point of CHECK_POINTS) {
    for (const side of CHECK_SIDES) {
      const who = side === 'bridge' ? operatorOf(anGiang) : lineTechnician;
      script.give(who, { type: 'answerCheckPoint', bridgeId: anGiang, side, point, yes: true }, 1);
    }
  }
  script.give(lineTechnician, {
    type: 'finishLineCheck',
    bridgeId: anGiang,
    verdict: 'pass',
    remark: null,
    tester: 'Tổ kỹ thuật',
    measured: null,
  });
  script.give(lineTechnician, { type: 'startLineCheck', bridgeId: quangBinh, accepting: ['leaves-program'] });
  script.give(lineTechnician, { type: 'abandonLineCheck', bridgeId: quangBinh });
  for (const stands of [true, false]) {
    const fault = { bridgeId: quangBinh, fault: 'silentMicrophone', stands, since: script.now } as const;
    script.give(SYSTEM, { type: 'reportLineFault', ...fault });
  }
}

function talk(script: Script): void {
  const anGiang = script.bridge('An Giang');
  const operator = operatorOf(anGiang);
  script.give(director, { type: 'messageBridges', to: { kind: 'all' }, text: 'Đề nghị tắt micro', answers: ['Đã rõ'] });
  const messageId = script.state.messages.sent.at(-1)?.messageId;
  if (messageId === undefined) throw new Error('no message');
  script.give(operator, { type: 'markMessageSeen', bridgeId: anGiang, messageId });
  script.give(operator, { type: 'answerMessage', bridgeId: anGiang, messageId, answer: 'Đã rõ' });
  script.give(operator, { type: 'messageCentre', bridgeId: anGiang, text: 'Xin thử lại tiếng' });
  script.give(operator, { type: 'callForHelp', bridgeId: anGiang, matter: 'sound' });
  script.give(director, { type: 'settleHelp', bridgeId: anGiang });
  script.give(director, { type: 'ringBridge', bridgeId: anGiang });
  const callId = callOf(script.state.messages, anGiang)?.callId;
  if (callId === undefined) throw new Error('nobody rings');
  script.give(operator, { type: 'answerCall', bridgeId: anGiang, callId, device: phone });
  script.give(director, { type: 'endCall', bridgeId: anGiang, callId });
  script.give(operator, { type: 'chooseDevice', bridgeId: anGiang, part: 'picture', device: phone });
}

function showDocuments(script: Script): void {
  const anGiang = script.bridge('An Giang');
  const [slides, clip] = [documentIdSchema.parse('bao-cao'), documentIdSchema.parse('phim')];
  const facts = { name: 'Báo cáo', bridgeId: null, bytes: 9, hash: null, ratio: 1.5 };
  script.give(SYSTEM, { type: 'addDocument', file: { kind: 'slides', documentId: slides, pages: 9, ...facts } });
  script.give(SYSTEM, { type: 'addDocument', file: { kind: 'clip', documentId: clip, durationMs: 60_000, ...facts } });
  script.give(director, { type: 'layDocument', document: { kind: 'file', documentId: slides, presenter: null } });
  script.give(director, { type: 'handSlides', documentId: slides, presenter: anGiang });
  script.give(operatorOf(anGiang), { type: 'turnPage', documentId: slides, page: 2, expectedPage: 1 });
  script.give(director, { type: 'frameProgram', frame: 'withDocument' });
  script.give(director, { type: 'limitPictures', limit: 'noGrid' });
  script.give(director, { type: 'layDocument', document: { kind: 'file', documentId: clip, presenter: null } });
  script.give(director, { type: 'playClip', documentId: clip, fromMs: 0 });
  script.give(director, { type: 'pauseClip', documentId: clip }, 30);
  script.give(director, { type: 'clearDesk' });
  script.give(director, { type: 'removeDocument', documentId: clip });
}

function record(script: Script): void {
  script.give(chair, { type: 'decideRecording', allowed: true });
  script.give(director, { type: 'startRecording' });
  const recordingId = runningRecording(script.state.recordings)?.recordingId;
  if (recordingId === undefined) throw new Error('nothing is recorded');
  script.give(director, { type: 'stopRecording' });
  script.give(secretariat, { type: 'keepRecordings', days: 30 });
  script.give(secretariat, { type: 'eraseRecording', recordingId });
}
