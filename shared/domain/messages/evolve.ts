import { unreachable } from '../../base/assert.ts';
import { putIn, removeFrom } from '../../base/persistent-map.ts';
import type { BridgeId } from '../ids.ts';
import type { MessageEvent } from './events.ts';
import { type Call, callOf, type Messages, type Reply, replyKey, replyOf } from './message.ts';

export function evolveMessages(messages: Messages, event: MessageEvent): Messages {
  switch (event.type) {
    case 'messageSent':
      return { ...messages, sent: [...messages.sent, { ...event.message, at: event.at }] };
    case 'messageSeen':
      return replied(messages, event, { seenAt: event.at });
    case 'messageAnswered':
      return replied(messages, event, { answer: event.answer, answeredAt: event.at });
    case 'helpCalled':
      return { ...messages, help: putIn(messages.help, event.bridgeId, { matter: event.matter, since: event.at }) };
    case 'helpSettled':
      return { ...messages, help: removeFrom(messages.help, event.bridgeId) };
    case 'bridgeRung': {
      const call: Call = { callId: event.callId, since: event.at, stage: { status: 'ringing' } };
      return { ...messages, calls: putIn(messages.calls, event.bridgeId, call) };
    }
    case 'callAnswered':
      return staged(messages, event.bridgeId, { status: 'talking', device: event.device, since: event.at });
    case 'callEnded':
      return staged(messages, event.bridgeId, { status: 'over', ending: event.ending, at: event.at });
    default:
      return unreachable(event);
  }
}

function replied(
  messages: Messages,
  { messageId, bridgeId, at }: Extract<MessageEvent, { type: 'messageSeen' | 'messageAnswered' }>,
  change: Partial<Reply>,
): Messages {
  const before = replyOf(messages, messageId, bridgeId);
  const after = { ...before, seenAt: before.seenAt ?? at, ...change };
  return { ...messages, replies: putIn(messages.replies, replyKey(messageId, bridgeId), after) };
}

function staged(messages: Messages, bridgeId: BridgeId, stage: Call['stage']): Messages {
  const call = callOf(messages, bridgeId);
  return call === undefined ? messages : { ...messages, calls: putIn(messages.calls, bridgeId, { ...call, stage }) };
}
