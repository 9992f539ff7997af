import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { CheckPoint, CheckSide } from '../../../shared/domain/lines/line.ts';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { useIssue } from '../command-button.tsx';

interface CheckAnswerProps {
  readonly bridgeId: BridgeId;
  readonly side: CheckSide;
  readonly point: CheckPoint;
  readonly yes: boolean | null;
  /** What is asked, and the two words that answer it, in the words of the side. */
  readonly words: { readonly question: string; readonly yes: string; readonly no: string };
  readonly className: string;
}

/** Yes or no of one side to one point of the check; a second press on the same answer takes it back. */
export function CheckAnswer({ bridgeId, side, point, yes, words, className }: CheckAnswerProps) {
  const issue = useIssue();
  const off = useCommandsOff();
  const press = (answer: boolean) =>
    void issue({ type: 'answerCheckPoint', bridgeId, side, point, yes: yes === answer ? null : answer });
  return (
    <span className={className}>
      {[true, false].map((answer) => {
        const word = answer ? words.yes : words.no;
        return (
          <button
            key={word}
            type="button"
            className="button"
            data-answer={answer ? 'yes' : 'no'}
            aria-pressed={yes === answer}
            disabled={off !== null}
            title={off ?? undefined}
            aria-label={text.lines.check.answer(words.question, word)}
            onClick={() => press(answer)}
          >
            {word}
          </button>
        );
      })}
    </span>
  );
}
