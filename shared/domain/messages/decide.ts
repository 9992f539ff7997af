import { unreachable } from '../../base/assert.ts';
import { getFrom } from '../../base/persistent-map.ts';
import { bridgeOf, bridgesInOrder } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { callIdSchema, messageIdSchema } from '../ids.ts';
import { kindOfDevice } from '../lines/device.ts';
import type { Moment } from '../moment.ts';
import { openMicrophones } from '../onair/microphones.ts';
import type { ConferenceState } from '../state.ts';
import type { MessageCommand } from './commands.ts';
import {
  type Call,
  callOf,
  concerns,
  isOpen,
  isRinging,
  KEPT_FOR_CENTRE,
  MAX_MESSAGES,
  MAX_MESSAGES_OF_BRIDGE,
  replyOf,
  ringEndsAt,
} from './message.ts';

type Of<T extends MessageCommand['type']> = Extract<MessageCommand, { type: T }>;
type CallCommand = Of<'ringBridge' | 'answerCall' | 'endCall' | 'missCall'>;

export function decideMessages(state: ConferenceState, command: MessageCommand, moment: Moment): Decided {
  if (command.type === 'messageBridges') return decideMessageBridges(state, command, moment);
  if (bridgeOf(state.bridges, command.bridgeId) === undefined) return refuse('bridge-unknown');
  const at = moment.now;
  const { bridgeId } = command;
  const { help } = state.messages;
  switch (command.type) {
    case 'messageCentre':
      return decideMessageCentre(state, command, moment);
    case 'markMessageSeen':
    case 'answerMessage':
      return decideReply(state, command, moment);
    case 'callForHelp':
      return getFrom(help, bridgeId)?.matter === command.matter
        ? refuse('nothing-to-change')
        : emit({ type: 'helpCalled', at, bridgeId, matter: command.matter });
    case 'settleHelp':
      return getFrom(help, bridgeId) === undefined
        ? refuse('nothing-to-change')
        : emit({ type: 'helpSettled', at, bridgeId });
    case 'ringBridge':
    case 'answerCall':
    case 'endCall':
    case 'missCall':
      return decideCall(state, command, moment);
    default:
      return unreachable(command);
  }
}

function decideMessageBridges(
  { bridges, messages }: ConferenceState,
  command: Of<'messageBridges'>,
  moment: Moment,
): Decided {
  const { to, text, answers } = command;
  const recipients =
    to.kind === 'all' ? bridgesInOrder(bridges).map(({ bridgeId }) => bridgeId) : [...new Set(to.bridgeIds)];
  if (recipients.some((id) => bridgeOf(bridges, id) === undefined)) return refuse('bridge-unknown');
  if (messages.sent.length >= MAX_MESSAGES) return refuse('too-many-messages', { max: MAX_MESSAGES });
  const messageId = messageIdSchema.parse(moment.newId());
  return emit({
    type: 'messageSent',
    at: moment.now,
    message: { messageId, from: null, to: recipients, text, answers },
  });
}

function decideMessageCentre(
  { messages }: ConferenceState,
  { bridgeId, text }: Of<'messageCentre'>,
  moment: Moment,
): Decided {
  const ofBridge = messages.sent.filter(({ from }) => from === bridgeId).length;
  if (ofBridge >= MAX_MESSAGES_OF_BRIDGE) return refuse('too-many-messages', { max: MAX_MESSAGES_OF_BRIDGE });
  const max = MAX_MESSAGES - KEPT_FOR_CENTRE;
  if (messages.sent.length >= max) return refuse('too-many-messages', { max });
  const messageId = messageIdSchema.parse(moment.newId());
  const message = { messageId, from: bridgeId, to: null, text, answers: [] };
  return emit({ type: 'messageSent', at: moment.now, message });
}

/** Only who was written to has seen it; what was seen once stays seen, what was answered may be answered anew. */
function decideReply(
  { messages }: ConferenceState,
  command: Of<'markMessageSeen' | 'answerMessage'>,
  { now: at, actor }: Moment,
): Decided {
  const { bridgeId, messageId } = command;
  const message = messages.sent.find((one) => one.messageId === messageId);
  if (message === undefined || !concerns(message, bridgeId)) return refuse('message-unknown');
  const isRecipient = (message.from === null) === (actor.seat === 'operator');
  if (!isRecipient) return refuse('not-permitted');
  const reply = replyOf(messages, messageId, bridgeId);
  if (command.type === 'markMessageSeen') {
    return reply.seenAt === null ? emit({ type: 'messageSeen', at, bridgeId, messageId }) : refuse('nothing-to-change');
  }
  if (reply.answer === command.answer) return refuse('nothing-to-change');
  return emit({ type: 'messageAnswered', at, bridgeId, messageId, answer: command.answer });
}

function decideCall(state: ConferenceState, command: CallCommand, moment: Moment): Decided {
  const { bridgeId } = command;
  const call = callOf(state.messages, bridgeId);
  if (command.type === 'ringBridge') {
    if (isOpen(call)) return refuse('call-running');
    const callId = callIdSchema.parse(moment.newId());
    return emit({ type: 'bridgeRung', at: moment.now, bridgeId, callId });
  }
  if (!isOpen(call) || call.callId !== command.callId) return refuse('call-over');
  switch (command.type) {
    case 'answerCall':
      return decideAnswerCall(state, command, call, moment.now);
    case 'missCall':
      return isRinging(call) && ringEndsAt(call) <= moment.now
        ? ended(command, 'missed', moment.now)
        : refuse('call-over');
    case 'endCall':
      return ended(command, isRinging(call) && moment.actor.seat === 'operator' ? 'declined' : 'hungUp', moment.now);
    default:
      return unreachable(command);
  }
}

/** The hall that everybody hears cannot talk in private through its own loudspeakers; its technician's phone can. */
function decideAnswerCall(
  state: ConferenceState,
  { bridgeId, callId, device }: Of<'answerCall'>,
  call: Call,
  at: number,
): Decided {
  if (!isRinging(call)) return refuse('call-over');
  const isHeard = openMicrophones(state).includes(bridgeId);
  if (isHeard && kindOfDevice(device) !== 'phone') return refuse('heard-by-all');
  return emit({ type: 'callAnswered', at, bridgeId, callId, device });
}

const ended = (
  { bridgeId, callId }: Exclude<CallCommand, { type: 'ringBridge' }>,
  ending: 'missed' | 'declined' | 'hungUp',
  at: number,
): Decided => emit({ type: 'callEnded', at, bridgeId, callId, ending });
