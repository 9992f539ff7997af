import { type FormEvent, useState } from 'react';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { type Message, replyOf } from '../../../../shared/domain/messages/message.ts';
import { threadWith } from '../../../../shared/views/talkback.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { CommandButton, useIssue } from '../../../parts/command-button.tsx';
import { TextField } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { useKeptAtEnd } from '../../../parts/talkback/use-kept-at-end.ts';
import { useCommandsOff } from '../../../sync/use-commands-off.ts';
import { text } from '../../../text/text.ts';
import { useOwnMessages, useTellSeen } from './own-messages.ts';

const words = () => text.talkback.bridge;

const SHOWN = 40;
const LONGEST = 600;

interface OwnThreadProps {
  readonly own: BridgeId;
  /** Off where the same answers stand above already. */
  readonly answers?: boolean;
}

/** All that passed with the centre, and the way to write to it. */
export function OwnThread({ own, answers = true }: OwnThreadProps) {
  const thread = threadWith(useOwnMessages(), own).slice(-SHOWN);
  const list = useKeptAtEnd<HTMLOListElement>(thread.at(-1)?.messageId);
  useTellSeen(own, thread);
  return (
    <div className="talk-thread">
      {thread.length === 0 ? <p className="talk-quiet">{words().none}</p> : null}
      <ol ref={list}>
        {thread.map((message) => (
          <OwnMessage key={message.messageId} own={own} message={message} canAnswer={answers} />
        ))}
      </ol>
      <WriteForm own={own} />
    </div>
  );
}

interface OwnMessageProps {
  readonly own: BridgeId;
  readonly message: Message;
  readonly canAnswer: boolean;
}

function OwnMessage({ own, message, canAnswer }: OwnMessageProps) {
  const { messageId, from, answers, at } = message;
  const { seenAt, answer, answeredAt } = replyOf(useOwnMessages(), messageId, own);
  const answered = answer === null ? null : { answer, time: formatTime(answeredAt ?? 0) };
  return (
    <li data-from={from === null ? 'centre' : 'bridge'}>
      <p className="talk-card-head">
        <strong>{from === null ? words().fromCentre : words().own}</strong> <time>{formatTime(at)}</time>
      </p>
      <p className="talk-card-text">{message.text}</p>
      {from === null ? (
        <CentreWord answered={answered}>
          {(canAnswer ? answers : []).map((one) => (
            <CommandButton
              key={one}
              make={() => ({ type: 'answerMessage', bridgeId: own, messageId, answer: one })}
              label={one}
              name={words().answerWith(one)}
            />
          ))}
        </CentreWord>
      ) : (
        <p className="talk-quiet">
          {answered === null
            ? seenAt === null
              ? words().notSeenByCentre
              : words().seenByCentre(formatTime(seenAt))
            : words().centreAnswered(answered.answer, answered.time)}
        </p>
      )}
    </li>
  );
}

interface CentreWordProps {
  readonly answered: { readonly answer: string; readonly time: string } | null;
  readonly children: readonly React.ReactNode[];
}

function CentreWord({ answered, children }: CentreWordProps) {
  if (answered !== null) return <p className="talk-quiet">{words().ownAnswer(answered.answer, answered.time)}</p>;
  return children.length === 0 ? null : <p className="talk-presses">{children}</p>;
}

/** Own words, or a ready-made sentence that one press sends. */
function WriteForm({ own }: { readonly own: BridgeId }) {
  const [draft, setDraft] = useState('');
  const [pending, setPending] = useState(false);
  const off = useCommandsOff();
  const issue = useIssue();
  const { show } = useNotices();
  const said = draft.trim();
  const reason = off ?? (said === '' ? words().empty : null);
  const send = async () => {
    if (reason !== null || pending) return;
    setPending(true);
    const accepted = await issue({ type: 'messageCentre', bridgeId: own, text: said });
    setPending(false);
    if (!accepted) return;
    setDraft('');
    show({ tone: 'ok', sentence: words().sent });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className="talk-write" onSubmit={submit}>
      <p className="talk-presses">
        {words().phrases.map((phrase) => (
          <CommandButton
            key={phrase}
            make={() => ({ type: 'messageCentre', bridgeId: own, text: phrase })}
            label={phrase}
            onAccepted={() => show({ tone: 'ok', sentence: words().sent })}
          />
        ))}
      </p>
      <TextField
        label={words().write}
        rows={2}
        maxLength={LONGEST}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
      />
      <p className="talk-presses">
        <button type="submit" className="button" data-tone="primary" disabled={reason !== null} aria-busy={pending}>
          {words().send}
        </button>
        {reason === null ? null : <span className="command-reason">{reason}</span>}
      </p>
    </form>
  );
}
