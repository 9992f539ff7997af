import { entriesOf } from '../../shared/base/persistent-map.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import type { DocumentFile } from '../../shared/domain/documents/document.ts';
import {
  bridgeIdSchema,
  callIdSchema,
  documentIdSchema,
  messageIdSchema,
  recordingIdSchema,
} from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { CHECK_POINTS, CHECK_SIDES, LINE_FAULTS, VERDICTS } from '../../shared/domain/lines/line.ts';
import { HELP_MATTERS, isOpen } from '../../shared/domain/messages/message.ts';
import { DEVICE_PARTS, FRAMES, LIMITS } from '../../shared/domain/onair/onair.ts';
import { runningRecording } from '../../shared/domain/recording/recording.ts';
import { NOW } from './builders.ts';
import { type Choice, oneOf, pickFrom, UNKNOWN } from './random-choice.ts';

const device = (pick: number) => deviceSchema.parse(`${oneOf(['hall', 'camera', 'phone'], pick)}-${pick % 3}`);

const ofLines = ({ state, picks: [a, b, c], bridge }: Choice) => {
  const checked = entriesOf(state.lines.byBridge).flatMap(([id, { check }]) =>
    check === null ? [] : [bridgeIdSchema.parse(id)],
  );
  const inCheck = (pick: number) => (checked.length === 0 ? bridge(pick) : oneOf(checked, pick));
  return {
    scheduleLineChecks: (): CommandOf<'scheduleLineChecks'> => ({
      type: 'scheduleLineChecks',
      groups: [bridge(a), bridge(b)]
        .slice(0, c % 3)
        .map((bridgeId, index) => ({ name: `Nhóm ${index}`, startsAt: NOW, minutesEach: 5, bridgeIds: [bridgeId] })),
    }),
    startLineCheck: (): CommandOf<'startLineCheck'> => ({
      type: 'startLineCheck',
      bridgeId: bridge(a),
      accepting: b % 4 === 0 ? [] : ['leaves-program'],
    }),
    answerCheckPoint: (): CommandOf<'answerCheckPoint'> => ({
      type: 'answerCheckPoint',
      bridgeId: inCheck(a),
      side: oneOf(CHECK_SIDES, b),
      point: oneOf(CHECK_POINTS, c),
      yes: oneOf([true, true, false, null], b + c),
    }),
    finishLineCheck: (): CommandOf<'finishLineCheck'> => ({
      type: 'finishLineCheck',
      bridgeId: inCheck(a),
      verdict: oneOf(VERDICTS, b),
      remark: c % 3 === 0 ? null : `bí mật ${c}`,
      tester: 'Tổ kỹ thuật',
      measured: null,
    }),
    abandonLineCheck: () => ({ type: 'abandonLineCheck', bridgeId: inCheck(a) }) as const,
    reportLineFault: (): CommandOf<'reportLineFault'> => ({
      type: 'reportLineFault',
      bridgeId: bridge(a),
      // Few kinds, so that what stands is found again.
      fault: oneOf(LINE_FAULTS, b % 2),
      stands: c % 2 === 0,
      since: NOW,
    }),
  };
};

const ofMessages = ({ state, picks: [a, b, c], bridge }: Choice) => {
  const { sent } = state.messages;
  const open = entriesOf(state.messages.calls).flatMap(([id, call]) =>
    isOpen(call) ? [{ bridgeId: bridgeIdSchema.parse(id), callId: call.callId }] : [],
  );
  const call = pickFrom(open, a, { bridgeId: bridge(b), callId: callIdSchema.parse(UNKNOWN) });
  const message = sent.length === 0 ? undefined : oneOf(sent, a);
  const reply = {
    bridgeId: message?.from ?? (message?.to?.length ? oneOf(message.to, b) : bridge(b)),
    messageId: message?.messageId ?? messageIdSchema.parse(UNKNOWN),
  };
  return {
    messageBridges: (): CommandOf<'messageBridges'> => ({
      type: 'messageBridges',
      to: c % 3 === 0 ? { kind: 'all' } : { kind: 'bridges', bridgeIds: [bridge(a), bridge(b)] },
      text: `bí mật ${c}`,
      answers: ['Đã rõ'],
    }),
    messageCentre: () => ({ type: 'messageCentre', bridgeId: bridge(a), text: `bí mật ${b}` }) as const,
    markMessageSeen: () => ({ type: 'markMessageSeen', ...reply }) as const,
    answerMessage: () => ({ type: 'answerMessage', ...reply, answer: `bí mật ${c % 4}` }) as const,
    callForHelp: (): CommandOf<'callForHelp'> => ({
      type: 'callForHelp',
      bridgeId: bridge(a),
      matter: oneOf(HELP_MATTERS, b),
    }),
    settleHelp: () => ({ type: 'settleHelp', bridgeId: bridge(a) }) as const,
    ringBridge: () => ({ type: 'ringBridge', bridgeId: bridge(a) }) as const,
    answerCall: () => ({ type: 'answerCall', ...call, device: device(c) }) as const,
    endCall: () => ({ type: 'endCall', ...call }) as const,
    missCall: () => ({ type: 'missCall', ...call }) as const,
  };
};

const fileOf = (pick: number, bridgeId: DocumentFile['bridgeId']): DocumentFile => {
  const facts = {
    documentId: documentIdSchema.parse(`tai-lieu-${pick}`),
    name: `bí mật ${pick}`,
    bridgeId,
    bytes: pick,
    hash: null,
  };
  return pick % 3 === 0
    ? { kind: 'clip', ...facts, durationMs: 60_000, ratio: 1.78 }
    : { kind: 'slides', ...facts, pages: 3 + (pick % 5), ratio: 1.33 };
};

const ofDocuments = ({ state, picks: [a, b, c], bridge }: Choice) => {
  const { document } = state.onair;
  const anyFile = (pick: number) =>
    pickFrom(
      state.documents.list.map(({ file }) => file.documentId),
      pick,
      documentIdSchema.parse(UNKNOWN),
    );
  const onDesk = document === null || document.kind === 'share' ? anyFile(a) : document.documentId;
  const presenter = b % 2 === 0 ? null : bridge(b);
  const page = document?.kind === 'slides' ? document.page : 1;
  return {
    addDocument: () => ({ type: 'addDocument', file: fileOf(a, b % 2 === 0 ? null : bridge(b)) }) as const,
    removeDocument: () => ({ type: 'removeDocument', documentId: anyFile(a) }) as const,
    layDocument: (): CommandOf<'layDocument'> => ({
      type: 'layDocument',
      document:
        c % 4 === 0 ? { kind: 'share', bridgeId: bridge(a) } : { kind: 'file', documentId: anyFile(a), presenter },
    }),
    clearDesk: () => ({ type: 'clearDesk' }) as const,
    turnPage: () =>
      ({ type: 'turnPage', documentId: onDesk, page: 1 + (b % 6), expectedPage: c % 7 === 0 ? 9 : page }) as const,
    handSlides: () => ({ type: 'handSlides', documentId: onDesk, presenter }) as const,
    playClip: () => ({ type: 'playClip', documentId: onDesk, fromMs: b }) as const,
    pauseClip: () => ({ type: 'pauseClip', documentId: onDesk }) as const,
    frameProgram: (): CommandOf<'frameProgram'> => ({ type: 'frameProgram', frame: oneOf(FRAMES, a) }),
    limitPictures: (): CommandOf<'limitPictures'> => ({ type: 'limitPictures', limit: oneOf(LIMITS, a) }),
    chooseDevice: (): CommandOf<'chooseDevice'> => ({
      type: 'chooseDevice',
      bridgeId: bridge(a),
      part: oneOf(DEVICE_PARTS, b),
      device: c % 3 === 0 ? null : device(c),
    }),
  };
};

const ofRecording = ({ state, picks: [a, b] }: Choice) => ({
  decideRecording: () => ({ type: 'decideRecording', allowed: a % 3 !== 0 }) as const,
  startRecording: () => ({ type: 'startRecording' }) as const,
  stopRecording: () => ({ type: 'stopRecording' }) as const,
  keepRecordings: () => ({ type: 'keepRecordings', days: a % 3 === 0 ? null : 1 + (b % 90) }) as const,
  eraseRecording: (): CommandOf<'eraseRecording'> => ({
    type: 'eraseRecording',
    recordingId: pickFrom(
      state.recordings.list.map(({ recordingId }) => recordingId),
      a,
      runningRecording(state.recordings)?.recordingId ?? recordingIdSchema.parse(UNKNOWN),
    ),
  }),
  beginClassified: () => ({ type: 'beginClassified' }) as const,
  endClassified: () => ({ type: 'endClassified' }) as const,
});

export const technicalSlices = [ofLines, ofMessages, ofDocuments, ofRecording];
