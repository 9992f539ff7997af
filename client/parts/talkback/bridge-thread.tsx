import { useState } from 'react';
import { type Bridge, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { type Message, replyOf } from '../../../shared/domain/messages/message.ts';
import { threadWith, unreadFrom } from '../../../shared/views/talkback.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatCount, formatTime } from '../clock-text.ts';
import { CommandButton } from '../command-button.tsx';
import { personWords } from '../person-words.ts';
import { StateMark } from '../state-mark.tsx';
import { CallControl } from './call-control.tsx';
import { ComposeForm } from './compose-form.tsx';
import { useKeptAtEnd } from './use-kept-at-end.ts';
import { useMarkSeen } from './use-mark-seen.ts';

const words = () => text.talkback.thread;

/** So many are drawn at first; older ones come by a press. */
export const SHOWN = 20;

/** Everything between the centre and one bridge. What the bridge wrote counts as seen once it stands here. */
export function BridgeThread({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, bridgeId));
  if (bridge === undefined) return <p className="talkback-small">{text.talkback.panel.gone}</p>;
  return <Thread bridge={bridge} />;
}

function Thread({ bridge }: { readonly bridge: Bridge }) {
  const { bridgeId, shortName, name } = bridge;
  useMarkSeen(
    bridgeId,
    useConference(({ messages }) => unreadFrom(messages, bridgeId).map(({ messageId }) => messageId)),
  );
  return (
    <section className="talkback-thread" aria-label={words().label(shortName)}>
      <header>
        <h3>{name}</h3>
        <Reach bridge={bridge} />
      </header>
      <CallControl bridge={bridge} />
      <Messages bridgeId={bridgeId} />
      <ComposeForm
        label={text.talkback.compose.toOne(shortName)}
        to={() => ({ kind: 'bridges', bridgeIds: [bridgeId] })}
        sent={() => text.talkback.compose.sent}
      />
    </section>
  );
}

/** Who is reached by telephone when nothing else reaches the bridge. */
function Reach({ bridge: { technician, link } }: { readonly bridge: Bridge }) {
  const { phone, phoneAlone, noPhone, lost, untried } = text.talkback.panel;
  const name = technician === null ? '' : personWords(technician);
  const number = technician?.phone ?? null;
  return (
    <p className="talkback-small">
      {link.status === 'lost' ? <StateMark tone="look" word={lost} /> : null}
      {link.status === 'untried' ? <StateMark tone="off" word={untried} /> : null}
      <span>{number === null ? noPhone : name === '' ? phoneAlone(number) : phone(name, number)}</span>
    </p>
  );
}

function Messages({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const messages = useConference((state) => state.messages);
  const [shown, setShown] = useState(SHOWN);
  const thread = threadWith(messages, bridgeId);
  const list = useKeptAtEnd<HTMLOListElement>(thread.at(-1)?.messageId);
  if (thread.length === 0) return <p className="talkback-small talkback-none">{words().none}</p>;
  return (
    <ol ref={list} className="talkback-messages">
      {thread.length > shown ? (
        <li>
          <button type="button" className="button" data-tone="quiet" onClick={() => setShown(shown + SHOWN)}>
            {words().earlier}
          </button>
        </li>
      ) : null}
      {thread.slice(-shown).map((message) => (
        <MessageLine key={message.messageId} message={message} bridgeId={bridgeId} />
      ))}
    </ol>
  );
}

interface MessageLineProps {
  readonly message: Message;
  readonly bridgeId: BridgeId;
}

function MessageLine({ message, bridgeId }: MessageLineProps) {
  const { from, to, at } = message;
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName ?? '');
  const many = to !== null && to.length !== 1;
  return (
    <li className="talkback-message" data-from={from === null ? 'centre' : 'bridge'}>
      <p className="talkback-message-head">
        <strong>{from === null ? words().fromCentre : name}</strong>
        {many ? <span>{words().toAll(formatCount(to.length))}</span> : null}
        <time>{formatTime(at)}</time>
      </p>
      <p className="talkback-message-text">{message.text}</p>
      <ReplyLine message={message} bridgeId={bridgeId} />
    </li>
  );
}

function ReplyLine({ message: { messageId, from, answers }, bridgeId }: MessageLineProps) {
  const { seenAt, answer, answeredAt } = useConference(({ messages }) => replyOf(messages, messageId, bridgeId));
  if (answer !== null) {
    return <p className="talkback-reply">{words().answered(answer, formatTime(answeredAt ?? 0))}</p>;
  }
  if (from === null) {
    const asked = answers.length > 0 ? <StateMark tone="look" word={words().asked} /> : null;
    return (
      <p className="talkback-reply">
        {seenAt === null ? words().sent : words().seen(formatTime(seenAt))} {asked}
      </p>
    );
  }
  return (
    <p className="talkback-presses">
      {words().centreAnswers.map((one) => (
        <CommandButton
          key={one}
          make={() => ({ type: 'answerMessage', bridgeId, messageId, answer: one })}
          label={one}
          tone="plain"
        />
      ))}
    </p>
  );
}
