import { describe, expect, test } from 'vitest';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { type BridgeId, callIdSchema, type MessageId, messageIdSchema } from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import type { Message } from '../../shared/domain/messages/message.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  countsOf,
  groupsOf,
  helpCalls,
  MOST_NAMED,
  membersOf,
  recipientsOf,
  standingWords,
  TOLD_MS,
  talkbackWaiting,
  threadsOf,
  threadWith,
  unreadFrom,
  unseenBy,
  wordsToMany,
} from '../../shared/views/talkback.ts';
import {
  anGiang,
  bridgeId,
  central,
  chauDoc,
  halls,
  linked,
  lost,
  MINUTE,
  NOW,
  PREPARING,
  quangBinh,
  stateAfter,
} from '../support/builders.ts';

const id = (name: string): MessageId => messageIdSchema.parse(name);

function sent(
  name: string,
  to: readonly BridgeId[] | null,
  { from = null, answers = [], at = NOW }: { from?: BridgeId | null; answers?: string[]; at?: number } = {},
): EventOf<'messageSent'> {
  const message = { messageId: id(name), from, to: to === null ? null : [...to], text: `Tin ${name}`, answers };
  return { type: 'messageSent', at, message };
}

const seen = (name: string, bridge: BridgeId, at = NOW): ConferenceEvent => ({
  type: 'messageSeen',
  at,
  bridgeId: bridge,
  messageId: id(name),
});
const answered = (name: string, bridge: BridgeId, answer: string): ConferenceEvent => ({
  type: 'messageAnswered',
  at: NOW,
  bridgeId: bridge,
  messageId: id(name),
  answer,
});
const help = (bridge: BridgeId, at: number): ConferenceEvent => ({
  type: 'helpCalled',
  at,
  bridgeId: bridge,
  matter: 'sound',
});

const after = (...events: readonly ConferenceEvent[]): ConferenceState => stateAfter(PREPARING, events);

function messageOf({ messages }: ConferenceState, name: string): Message {
  const found = messages.sent.find(({ messageId }) => messageId === id(name));
  if (found === undefined) throw new Error(`no message ${name}`);
  return found;
}

const ALL = [central, anGiang, quangBinh, chauDoc];

describe('a message to many', () => {
  test('[TLK1] tells how many have seen and answered it, what they answered, and who has not', () => {
    const state = after(
      sent('q', ALL, { answers: ['Đã rõ', 'Chưa rõ'] }),
      seen('q', central),
      answered('q', anGiang, 'Đã rõ'),
      answered('q', quangBinh, 'Chưa rõ'),
      answered('q', chauDoc, 'Đã rõ'),
    );
    expect(countsOf(state.messages, messageOf(state, 'q'))).toEqual({
      sent: 4,
      seen: 4,
      answered: 3,
      answers: [
        { answer: 'Đã rõ', count: 2 },
        { answer: 'Chưa rõ', count: 1 },
      ],
      missing: [central],
    });
  });

  test('[TLK1] to which nothing is to be answered misses who has not seen it', () => {
    const state = after(sent('w', [anGiang, quangBinh]), seen('w', anGiang));
    expect(countsOf(state.messages, messageOf(state, 'w'))).toMatchObject({
      seen: 1,
      answered: 0,
      missing: [quangBinh],
    });
  });

  test('[TLK1] is counted anew when somebody has seen it, and not before', () => {
    const before = after(sent('w', [anGiang, quangBinh]));
    const counts = countsOf(before.messages, messageOf(before, 'w'));
    expect(countsOf(before.messages, messageOf(before, 'w'))).toBe(counts);
    const then = stateAfter(PREPARING, sent('w', [anGiang, quangBinh]), seen('w', anGiang));
    expect(countsOf(then.messages, messageOf(then, 'w')).seen).toBe(1);
  });
});

describe('what the centre looks at', () => {
  test('[TLK2] is help first, who waits longest on top, until somebody has helped', () => {
    const state = after(help(quangBinh, NOW + MINUTE), help(anGiang, NOW));
    expect(helpCalls(state.messages).map(({ bridgeId: bridge }) => bridge)).toEqual([anGiang, quangBinh]);
    const settled = stateAfter(PREPARING, help(anGiang, NOW), { type: 'helpSettled', at: NOW, bridgeId: anGiang });
    expect(helpCalls(settled.messages)).toEqual([]);
    expect(talkbackWaiting(state.messages)).toEqual({ help: 2, unread: 0 });
  });

  test('[TLK2] is then what bridges wrote and nobody has read', () => {
    const state = after(
      sent('a', null, { from: anGiang, at: NOW }),
      sent('b', null, { from: quangBinh, at: NOW + 1 }),
      seen('b', quangBinh),
    );
    expect(talkbackWaiting(state.messages)).toEqual({ help: 0, unread: 1 });
    expect(unreadFrom(state.messages, anGiang).map(({ messageId }) => messageId)).toEqual([id('a')]);
    expect(unreadFrom(state.messages, quangBinh)).toEqual([]);
  });

  test('[TLK2] stands as threads: help before a call, a call before unread words, then the latest', () => {
    const rung = { type: 'bridgeRung', at: NOW, bridgeId: quangBinh, callId: callIdSchema.parse('goi') } as const;
    const state = after(
      sent('old', [central], { at: NOW }),
      sent('new', null, { from: chauDoc, at: NOW + MINUTE }),
      rung,
      help(anGiang, NOW),
    );
    expect(threadsOf(state.messages)).toMatchObject([
      { bridgeId: anGiang, help: true },
      { bridgeId: quangBinh, calling: true },
      { bridgeId: chauDoc, unread: 1 },
      { bridgeId: central, unread: 0, help: false, calling: false },
    ]);
  });

  test('[TLK3] a word to many opens no thread with each of them, and stands in the thread of each', () => {
    const state = after(sent('all', ALL), sent('one', [anGiang]));
    expect(threadsOf(state.messages).map(({ bridgeId: bridge }) => bridge)).toEqual([anGiang]);
    expect(wordsToMany(state.messages).map(({ messageId }) => messageId)).toEqual([id('all')]);
    expect(threadWith(state.messages, anGiang)).toHaveLength(2);
    expect(threadWith(state.messages, chauDoc)).toHaveLength(1);
  });
});

describe("on a bridge's screens", () => {
  test('[TLK4] a question stands until it is answered, a mere word for ten minutes', () => {
    const state = after(sent('q', [anGiang], { answers: ['Đã rõ'] }), sent('w', [anGiang]));
    const names = (now: number) => standingWords(state.messages, anGiang, now).map(({ messageId }) => messageId);
    expect(names(NOW + TOLD_MS - 1)).toEqual([id('q'), id('w')]);
    expect(names(NOW + TOLD_MS)).toEqual([id('q')]);
    const done = after(sent('q', [anGiang], { answers: ['Đã rõ'] }), answered('q', anGiang, 'Đã rõ'));
    expect(standingWords(done.messages, anGiang, NOW)).toEqual([]);
  });

  test('[TLK4] what the bridge itself wrote, and what others were written, stands nowhere', () => {
    const state = after(sent('mine', null, { from: anGiang }), sent('theirs', [quangBinh]));
    expect(standingWords(state.messages, anGiang, NOW)).toEqual([]);
    expect(unseenBy(state.messages, anGiang)).toEqual([]);
  });

  test('[TLK4] what has stood on a screen once is told of no more', () => {
    const state = after(sent('a', [anGiang]), sent('b', [anGiang]), seen('a', anGiang));
    expect(unseenBy(state.messages, anGiang).map(({ messageId }) => messageId)).toEqual([id('b')]);
  });
});

describe('a group', () => {
  const state = stateAfter(PREPARING, linked(anGiang), linked(quangBinh), lost(anGiang), {
    type: 'bridgeExcused',
    at: NOW,
    bridgeId: quangBinh,
    above: [],
    reason: 'Mất điện',
  });

  test('[TLK5] is named bridge by bridge as it is when the message is sent', () => {
    expect(membersOf(state, { kind: 'tier', tier: 1 })).toEqual([anGiang, quangBinh]);
    expect(recipientsOf(state, { kind: 'lost' })).toEqual({ kind: 'bridges', bridgeIds: [anGiang] });
    expect(recipientsOf(state, { kind: 'all' })).toEqual({ kind: 'all' });
    expect(groupsOf(state).map(({ kind }) => kind)).toEqual(['all', 'tier', 'tier', 'tier', 'lost', 'unreported']);
  });

  test('[TLK5] of who has not reported leaves out who will not join, and whose counters are not told here', () => {
    expect(membersOf(state, { kind: 'unreported' })).toEqual([central, anGiang]);
  });

  test('[TLK5] of nobody, or of more than can be named, is written to by nobody', () => {
    expect(recipientsOf(stateAfter(PREPARING), { kind: 'lost' })).toBeNull();
    const [facts] = halls.bridges;
    if (facts === undefined) throw new Error('no hall');
    const crowd = Array.from({ length: MOST_NAMED + 1 }, (_, index) => ({
      ...facts,
      bridgeId: bridgeId(`xa-${index}`),
      tier: 2,
      parentId: anGiang,
      order: 10 + index,
      region: index < MOST_NAMED ? 'Nam' : 'Bắc',
    }));
    const many = stateAfter(PREPARING, { type: 'bridgesAdded', at: NOW, bridges: crowd });
    expect(recipientsOf(many, { kind: 'tier', tier: 2 })).toBeNull();
    expect(recipientsOf(many, { kind: 'region', region: 'Nam' })).toMatchObject({ kind: 'bridges' });
  });
});

test('[TLK3] a call that is over pushes its bridge no more to the front', () => {
  const callId = callIdSchema.parse('goi');
  const device = deviceSchema.parse('phone-1');
  const over = after(
    { type: 'bridgeRung', at: NOW, bridgeId: anGiang, callId },
    { type: 'callAnswered', at: NOW, bridgeId: anGiang, callId, device },
    { type: 'callEnded', at: NOW, bridgeId: anGiang, callId, ending: 'hungUp' },
  );
  expect(threadsOf(over.messages)).toMatchObject([{ bridgeId: anGiang, calling: false }]);
});
