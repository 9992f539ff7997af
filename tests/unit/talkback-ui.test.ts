import { describe, expect, test } from 'vitest';
import { screenOn } from '../../client/parts/screen-here.ts';
import { partAfter } from '../../client/parts/talkback/centre-call.ts';
import { logLines, logWords } from '../../client/parts/talkback/log-words.ts';
import { isHeardByAll, ringShown } from '../../client/screens/bridge/talk/ring-view.ts';
import { codeGroups, typedCode } from '../../client/screens/pair/code-groups.ts';
import { ASK_EVERY_MS, afterAsking, afterClaim, REFUSED_MS } from '../../client/screens/pair/pairing-state.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { type BridgeId, callIdSchema, messageIdSchema } from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { type Call, callOf, RING_MS } from '../../shared/domain/messages/message.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { anGiang, LIVE, NOW, operatorOf, quangBinh, secretariat, speechId, stateAfter } from '../support/builders.ts';
import { began, called, paper } from '../support/speech-builders.ts';

const callId = callIdSchema.parse('goi');
const device = deviceSchema.parse('hall-1');
const rung: EventOf<'bridgeRung'> = { type: 'bridgeRung', at: NOW, bridgeId: anGiang, callId };
const over: ConferenceEvent = { type: 'callEnded', at: NOW, bridgeId: anGiang, callId, ending: 'hungUp' };

const calm = stateAfter(LIVE, rung);
const heard = stateAfter(LIVE, paper(speechId('s-1'), anGiang), called(speechId('s-1')), began(speechId('s-1')), rung);

const shown = (state: ConferenceState, kind: 'hall' | 'phone', now = NOW) =>
  ringShown({ messages: state.messages, isHeard: isHeardByAll(state, anGiang), own: anGiang, kind, now })?.how ?? null;

describe('a ring', () => {
  test('[TLK6] covers the screen of the hall and of the phone, and is over after its minute whatever the line says', () => {
    expect(shown(calm, 'hall')).toBe('whole');
    expect(shown(calm, 'phone')).toBe('whole');
    expect(shown(calm, 'hall', NOW + RING_MS - 1)).toBe('whole');
    expect(shown(calm, 'hall', NOW + RING_MS)).toBeNull();
    expect(shown(stateAfter(LIVE, rung, over), 'hall')).toBeNull();
  });

  test('[TLK7] in a hall that everybody hears neither sounds nor covers, while the phone rings', () => {
    expect(isHeardByAll(calm, anGiang)).toBe(false);
    expect(isHeardByAll(heard, anGiang)).toBe(true);
    expect(shown(heard, 'hall')).toBe('quiet');
    expect(shown(heard, 'phone')).toBe('whole');
  });
});

describe('the part of a page of the centre in a call', () => {
  const open: Call = { callId, since: NOW, stage: { status: 'ringing' } };
  const talking: Call = { ...open, stage: { status: 'talking', device, since: NOW } };
  const ended: Call = { ...open, stage: { status: 'over', ending: 'missed', at: NOW } };
  const rang = { bridgeId: anGiang, callId: null, rang: true } as const;

  test('[TLK8] is the call that it rang, from when the state shows it until it is over', () => {
    expect(partAfter(rang, undefined)).toBe(rang);
    const part = partAfter(rang, open);
    expect(part).toEqual({ bridgeId: anGiang, callId, rang: true });
    expect(partAfter(part, talking)).toBe(part);
    expect(partAfter(part, ended)).toBeNull();
  });

  test('[TLK8] is not the next call, which somebody else rings', () => {
    const part = { bridgeId: anGiang, callId, rang: true };
    expect(partAfter(part, { ...open, callId: callIdSchema.parse('goi-2') })).toBeNull();
    expect(partAfter(null, open)).toBeNull();
  });

  test('[TLK8] waits past an earlier call that is over for the one it rang', () => {
    expect(partAfter(rang, ended)).toBe(rang);
  });
});

describe('the technical log', () => {
  const { bridges } = stateAfter(LIVE);
  const messageId = messageIdSchema.parse('tin');
  const seen = (seq: number, bridgeId: BridgeId, message = messageId) => ({
    seq,
    actor: operatorOf(bridgeId),
    event: { type: 'messageSeen', at: NOW, bridgeId, messageId: message } as const,
  });

  test('[TLK10] says seen by many once, and another message apart', () => {
    const other = messageIdSchema.parse('tin-2');
    const lines = logLines([seen(4, anGiang), seen(3, quangBinh), seen(2, anGiang, other)]);
    expect(lines.map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([[4, 3], [2]]);
  });

  test('[TLK10] says who answered whom, and by which machine a call was taken', () => {
    const answered = { type: 'messageAnswered', at: NOW, bridgeId: anGiang, messageId, answer: 'Đã rõ' } as const;
    expect(logWords({ seq: 1, actor: operatorOf(anGiang), event: answered }, bridges)).toBe(
      'tỉnh An Giang trả lời: Đã rõ',
    );
    expect(logWords({ seq: 1, actor: secretariat, event: answered }, bridges)).toBe('Trả lời tỉnh An Giang: Đã rõ');
    const phone = deviceSchema.parse('phone-1');
    const taken = { type: 'callAnswered', at: NOW, bridgeId: anGiang, callId, device: phone } as const;
    expect(logWords({ seq: 1, actor: operatorOf(anGiang), event: taken }, bridges)).toBe(
      'tỉnh An Giang nhận cuộc gọi bằng điện thoại kỹ thuật',
    );
    const missed = { type: 'callEnded', at: NOW, bridgeId: anGiang, callId, ending: 'missed' } as const;
    expect(logWords({ seq: 1, actor: SYSTEM, event: missed }, bridges)).toBe(
      'Cuộc gọi với tỉnh An Giang: không có người nhận',
    );
  });
});

describe('pairing a screen', () => {
  const pairing = { code: 'ABCD2345', secret: 's', expiresAt: NOW };
  const refused = (status: number) => ({ kind: 'refused', status, code: 'code-invalid', params: {} }) as const;

  test('[PAI20] a code is read out in two groups and typed in any case, with spaces or a dash', () => {
    expect(codeGroups('ABCD2345')).toBe('ABCD 2345');
    for (const typed of ['abcd2345', ' ABCD 2345 ', 'abcd-2345']) expect(typedCode(typed)).toBe('ABCD2345');
  });

  test('[PAI21] the code stands while the server is away, and goes when the server knows it no more', () => {
    const kept = afterClaim({ kind: 'offline' }, pairing, false);
    expect(kept.state).toEqual({ kind: 'code', pairing, isOffline: true, isRenewed: false });
    expect(afterClaim(refused(500), pairing, false).state.kind).toBe('code');
    expect(afterClaim(refused(429), pairing, false)).toMatchObject({ state: { kind: 'code' }, waitMs: REFUSED_MS });
    expect(afterClaim(refused(410), pairing, false)).toEqual({ state: { kind: 'asking', problem: null }, waitMs: 0 });
  });

  test('[PAI21] a new code says that it is a new one', () => {
    const fresh = afterAsking({ kind: 'ok', value: pairing }, true);
    expect(fresh.state).toMatchObject({ kind: 'code', isRenewed: true });
    const waiting = afterClaim({ kind: 'ok', value: { state: 'waiting', expiresAt: NOW } }, pairing, true);
    expect(waiting).toMatchObject({ state: { kind: 'code', isOffline: false, isRenewed: true }, waitMs: ASK_EVERY_MS });
  });

  test('[PAI21] who asks too often asks again half a minute later', () => {
    expect(afterAsking(refused(429), false)).toEqual({
      state: { kind: 'asking', problem: 'tooMany' },
      waitMs: REFUSED_MS,
    });
    expect(afterAsking({ kind: 'offline' }, false).state).toEqual({ kind: 'asking', problem: 'offline' });
  });

  test("[TLK11] a bridge's link opens the technician's page on a telephone, and the hall's screen elsewhere", () => {
    expect(screenOn('/c/h-1/bridge/b-1', true)).toBe('/c/h-1/phone/b-1');
    expect(screenOn('/c/h-1/bridge/b-1', false)).toBe('/c/h-1/bridge/b-1');
    expect(screenOn('/c/h-1/chair', true)).toBe('/c/h-1/chair');
  });
});

test('[TLK6] a ring is that of the own bridge alone', () => {
  expect(callOf(calm.messages, quangBinh)).toBeUndefined();
  const { messages } = calm;
  expect(ringShown({ messages, isHeard: false, own: quangBinh, kind: 'hall', now: NOW })).toBeNull();
});
