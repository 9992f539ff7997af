import type { BridgeId } from '../../../../shared/domain/ids.ts';
import type { Message } from '../../../../shared/domain/messages/message.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Shape } from '../../../parts/shape.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.talkback.bridge;

interface CentreMessageProps {
  readonly own: BridgeId;
  readonly message: Message;
  /** So many more stand behind it. */
  readonly more?: number;
  readonly onHide: () => void;
}

/** What the centre wrote, and the answers that one press gives. */
export function CentreMessage({ own, message, more = 0, onHide }: CentreMessageProps) {
  const { messageId, answers } = message;
  return (
    <article className="talk-card" data-asks={answers.length > 0 || undefined}>
      <p className="talk-card-head">
        {answers.length === 0 ? null : <Shape name="look" />}
        <strong>{words().fromCentre}</strong> <time>{formatTime(message.at)}</time>
        {more === 0 ? null : <span>{words().more(String(more))}</span>}
        {answers.length > 0 ? null : (
          <button type="button" className="button talk-hide" data-tone="quiet" onClick={onHide}>
            <Shape name="close" />
            <span className="unseen">{words().hide}</span>
          </button>
        )}
      </p>
      <p className="talk-card-text">{message.text}</p>
      {answers.length === 0 ? null : (
        <p className="talk-presses">
          {answers.map((answer) => (
            <CommandButton
              key={answer}
              make={() => ({ type: 'answerMessage', bridgeId: own, messageId, answer })}
              label={answer}
              name={words().answerWith(answer)}
              tone="plain"
            />
          ))}
        </p>
      )}
    </article>
  );
}
