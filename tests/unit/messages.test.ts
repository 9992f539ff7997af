import { describe, expect, test } from 'vitest';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { callIdSchema, messageIdSchema } from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { MAX_MESSAGES_OF_BRIDGE, RING_MS, replyOf } from '../../shared/domain/messages/message.ts';
import {
  anGiang,
  central,
  chauDoc,
  director,
  LIVE,
  NOW,
  nowhere,
  operatorOf,
  PREPARING,
  quangBinh,
  secretariat,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { called, paper } from '../support/speech-builders.ts';

const at = NOW;
const messageId = messageIdSchema.parse('tin');
const callId = callIdSchema.parse('goi');
const phone = deviceSchema.parse('phone-1');
const hall = deviceSchema.parse('hall-1');

const written = (
  to: readonly (typeof anGiang)[] | null,
  from: typeof anGiang | null = null,
): EventOf<'messageSent'> => ({
  type: 'messageSent',
  at,
  message: { messageId, from, to: to === null ? null : [...to], text: 'Đề nghị bật camera', answers: ['Đã rõ'] },
});
const rung: EventOf<'bridgeRung'> = { type: 'bridgeRung', at, bridgeId: anGiang, callId };
const talking: ConferenceEvent = { type: 'callAnswered', at, bridgeId: anGiang, callId, device: hall };

describe('messages', () => {
  test('[TEC20] to all name every bridge there is, so that one added later was not written to', () => {
    const words = { text: 'Đề nghị bật camera', answers: [] };
    given(PREPARING)
      .when({ type: 'messageBridges', to: { kind: 'all' }, ...words })
      .emits({
        type: 'messageSent',
        at,
        message: {
          messageId: messageIdSchema.parse('new-1'),
          from: null,
          to: [central, anGiang, quangBinh, chauDoc],
          ...words,
        },
      });
    given(PREPARING)
      .when({ type: 'messageBridges', to: { kind: 'bridges', bridgeIds: [anGiang, nowhere] }, ...words })
      .refuses('bridge-unknown');
  });

  test('[TEC21] are seen and answered by whom they were written to, and by nobody else', () => {
    const seen = { type: 'markMessageSeen', bridgeId: anGiang, messageId } as const;
    const sent = given(PREPARING, written([anGiang]));
    sent.when(seen, { by: operatorOf(anGiang) }).emits({ type: 'messageSeen', at, bridgeId: anGiang, messageId });
    sent.when(seen, { by: director }).refuses('not-permitted');
    sent.when({ ...seen, bridgeId: quangBinh }, { by: operatorOf(quangBinh) }).refuses('message-unknown');
    const fromHall = given(PREPARING, written(null, anGiang));
    fromHall.when(seen, { by: director }).happens();
    fromHall.when(seen, { by: operatorOf(anGiang) }).refuses('not-permitted');
  });

  test('[TEC22] an answer says that it was seen, and may be given anew', () => {
    const answer = (words: string) => ({ type: 'answerMessage', bridgeId: anGiang, messageId, answer: words }) as const;
    const state = given(PREPARING, written([anGiang]))
      .when(answer('Đã rõ'), { by: operatorOf(anGiang) })
      .happens();
    expect(replyOf(state.messages, messageId, anGiang)).toEqual({ seenAt: at, answer: 'Đã rõ', answeredAt: at });
    const once: ConferenceEvent = { type: 'messageAnswered', at, bridgeId: anGiang, messageId, answer: 'Đã rõ' };
    const again = given(PREPARING, written([anGiang]), once);
    again.when(answer('Đã rõ'), { by: operatorOf(anGiang) }).refuses('nothing-to-change');
    again.when(answer('Chưa rõ'), { by: operatorOf(anGiang) }).happens();
  });

  test('[TEC23] of one bridge have an end', () => {
    const many = Array.from({ length: MAX_MESSAGES_OF_BRIDGE }, (_, index): ConferenceEvent => {
      const sent = written(null, anGiang);
      return { ...sent, message: { ...sent.message, messageId: messageIdSchema.parse(`tin-${index}`) } };
    });
    const write = (bridgeId: typeof anGiang) => ({ type: 'messageCentre', bridgeId, text: 'Mất tiếng' }) as const;
    given(PREPARING, many)
      .when(write(anGiang), { by: operatorOf(anGiang) })
      .refuses('too-many-messages', { max: MAX_MESSAGES_OF_BRIDGE });
    given(PREPARING, many)
      .when(write(quangBinh), { by: operatorOf(quangBinh) })
      .happens();
  });
});

describe('help', () => {
  test('[TEC24] is called with one key, stands until it is taken up, and may change its matter', () => {
    const call = (matter: 'sound' | 'line') => ({ type: 'callForHelp', bridgeId: anGiang, matter }) as const;
    const standing: ConferenceEvent = { type: 'helpCalled', at, bridgeId: anGiang, matter: 'sound' };
    given(PREPARING).when(call('sound')).emits(standing);
    given(PREPARING, standing).when(call('sound')).refuses('nothing-to-change');
    given(PREPARING, standing).when(call('line')).happens();
    given(PREPARING, standing)
      .when({ type: 'settleHelp', bridgeId: anGiang })
      .emits({ type: 'helpSettled', at, bridgeId: anGiang });
    given(PREPARING).when({ type: 'settleHelp', bridgeId: anGiang }).refuses('nothing-to-change');
  });
});

describe('a call', () => {
  const answer = (device = hall) => ({ type: 'answerCall', bridgeId: anGiang, callId, device }) as const;

  test('[TEC25] rings one bridge once at a time', () => {
    given(PREPARING)
      .when({ type: 'ringBridge', bridgeId: anGiang })
      .emits({ ...rung, callId: callIdSchema.parse('new-1') });
    given(PREPARING, rung).when({ type: 'ringBridge', bridgeId: anGiang }).refuses('call-running');
    given(PREPARING, rung, talking).when({ type: 'ringBridge', bridgeId: anGiang }).refuses('call-running');
    given(PREPARING, rung).when({ type: 'ringBridge', bridgeId: quangBinh }).happens();
  });

  test('[TEC26] that nobody answers is missed after a minute, not before', () => {
    const miss = { type: 'missCall', bridgeId: anGiang, callId } as const;
    given(PREPARING, rung)
      .when(miss, { at: NOW + RING_MS - 1 })
      .refuses('call-over');
    given(PREPARING, rung)
      .when(miss, { at: NOW + RING_MS })
      .emits({ type: 'callEnded', at: NOW + RING_MS, bridgeId: anGiang, callId, ending: 'missed' });
    given(PREPARING, rung, talking)
      .when(miss, { at: NOW + RING_MS })
      .refuses('call-over');
  });

  test('[TEC27] a hall that everybody hears answers on its technician’s phone alone', () => {
    const an = speechId('an');
    const onFloor = given(LIVE, paper(an, anGiang), called(an), rung);
    onFloor.when(answer(hall)).refuses('heard-by-all');
    onFloor.when(answer(phone)).emits({ type: 'callAnswered', at, bridgeId: anGiang, callId, device: phone });
    given(LIVE, rung).when(answer(hall)).happens();
  });

  test('[TEC28] is declined by the bridge while it rings, hung up by either side afterwards, and over then', () => {
    const end = { type: 'endCall', bridgeId: anGiang, callId } as const;
    const ended = (ending: 'declined' | 'hungUp') =>
      ({ type: 'callEnded', at, bridgeId: anGiang, callId, ending }) as const;
    given(PREPARING, rung)
      .when(end, { by: operatorOf(anGiang) })
      .emits(ended('declined'));
    given(PREPARING, rung).when(end, { by: secretariat }).emits(ended('hungUp'));
    given(PREPARING, rung, talking)
      .when(end, { by: operatorOf(anGiang) })
      .emits(ended('hungUp'));
    given(PREPARING, rung, ended('hungUp')).when(answer()).refuses('call-over');
    given(PREPARING, rung)
      .when({ ...end, callId: callIdSchema.parse('cu') })
      .refuses('call-over');
  });
});
