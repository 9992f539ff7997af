import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import { CHECK_POINTS, type CheckPoint, type LineCheck } from '../../../../shared/domain/lines/line.ts';
import { checkProgress, nextPoint, sampleNumber } from '../../../../shared/views/line-check.ts';
import { useIssue } from '../../../parts/command-button.tsx';
import { personWords } from '../../../parts/person-words.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.lines.check;

interface CheckPointsProps {
  readonly bridge: Bridge;
  readonly check: LineCheck;
}

/** Eight points in the order in which they are asked: what the hall says, and what the centre confirms of it. */
export function CheckPoints({ bridge, check: { answers, startedAt } }: CheckPointsProps) {
  const { answered, disputed } = checkProgress(answers);
  const next = nextPoint(answers, 'centre');
  return (
    <>
      <table className="check-points">
        <thead>
          <tr>
            <th scope="col">{words().point}</th>
            <th scope="col">{words().sides.bridge}</th>
            <th scope="col">{words().sides.centre}</th>
          </tr>
        </thead>
        <tbody>
          {CHECK_POINTS.map((point) => (
            <tr
              key={point}
              data-next={point === next || undefined}
              data-disputed={disputed.includes(point) || undefined}
            >
              <th scope="row">
                {words().points[point]}
                <PointFacts point={point} bridge={bridge} startedAt={startedAt} />
                {disputed.includes(point) ? <small data-look>{words().disputed}</small> : null}
              </th>
              <td>
                <Said yes={answers[point].bridge} />
              </td>
              <td>
                <Confirm bridge={bridge} point={point} yes={answers[point].centre} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="check-progress">{words().progress(answered.bridge, answered.centre, CHECK_POINTS.length)}</p>
    </>
  );
}

interface PointFactsProps {
  readonly point: CheckPoint;
  readonly bridge: Bridge;
  readonly startedAt: number;
}

/** What the centre compares the answer with. */
function PointFacts({ point, bridge, startedAt }: PointFactsProps) {
  const { chairs, technician } = bridge;
  if (point === 'rightName') return <small>{bridge.name}</small>;
  if (point === 'documentVisible') {
    return <small>{words().sampleNumber(sampleNumber(bridge.bridgeId, startedAt))}</small>;
  }
  if (point !== 'rightPeople') return null;
  const people = [...chairs, ...(technician === null ? [] : [technician])].map(personWords);
  return people.length === 0 ? null : <small>{people.join('; ')}</small>;
}

function Said({ yes }: { readonly yes: boolean | null }) {
  if (yes === null) return <StateMark tone="off" word={words().waiting} />;
  return yes ? <StateMark tone="done" word={words().said.yes} /> : <StateMark tone="look" word={words().said.no} />;
}

interface ConfirmProps {
  readonly bridge: Bridge;
  readonly point: CheckPoint;
  readonly yes: boolean | null;
}

/** A second press on the same answer takes it back. */
function Confirm({ bridge: { bridgeId }, point, yes }: ConfirmProps) {
  const issue = useIssue();
  const press = (answer: boolean) =>
    void issue({ type: 'answerCheckPoint', bridgeId, side: 'centre', point, yes: yes === answer ? null : answer });
  return (
    <span className="check-confirm">
      {[true, false].map((answer) => {
        const word = answer ? words().yes : words().no;
        return (
          <button
            key={word}
            type="button"
            className="button"
            data-answer={answer ? 'yes' : 'no'}
            aria-pressed={yes === answer}
            aria-label={words().answer(words().points[point], word)}
            onClick={() => press(answer)}
          >
            {word}
          </button>
        );
      })}
    </span>
  );
}
