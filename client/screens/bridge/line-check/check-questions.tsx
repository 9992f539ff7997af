import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import { CHECK_POINTS, type CheckAnswers, type CheckPoint } from '../../../../shared/domain/lines/line.ts';
import { nextPoint } from '../../../../shared/views/line-check.ts';
import { CheckAnswer } from '../../../parts/lines/check-answer.tsx';
import { personWords } from '../../../parts/person-words.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.lines.own;

interface CheckQuestionsProps {
  readonly bridge: Bridge;
  readonly answers: CheckAnswers;
}

/** The same eight points as the centre has, asked of the people in the hall. */
export function CheckQuestions({ bridge, answers }: CheckQuestionsProps) {
  const next = nextPoint(answers, 'bridge');
  return (
    <ol className="line-check-questions">
      {CHECK_POINTS.map((point, place) => (
        <li key={point} data-next={point === next || undefined}>
          <span className="line-check-question">
            {place + 1}. {words().points[point]}
            <small>{factsOf(point, bridge)}</small>
          </span>
          <OfCentre yes={answers[point].centre} />
          <CheckAnswer
            bridgeId={bridge.bridgeId}
            side="bridge"
            point={point}
            yes={answers[point].bridge}
            words={{ question: words().points[point], yes: words().yes, no: words().no }}
            className="line-check-answer"
          />
        </li>
      ))}
    </ol>
  );
}

function factsOf(point: CheckPoint, { name, chairs, technician }: Bridge): string {
  if (point === 'rightName') return name;
  if (point !== 'rightPeople') return '';
  const people = [...chairs, ...(technician === null ? [] : [technician])].map(personWords);
  return people.length === 0 ? words().nobody : people.join('; ');
}

function OfCentre({ yes }: { readonly yes: boolean | null }) {
  if (yes === null) return <span />;
  return yes ? <StateMark tone="done" word={words().confirmed} /> : <StateMark tone="look" word={words().denied} />;
}
