import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import { CHECK_POINTS, type CheckPoint, type LineCheck } from '../../../../shared/domain/lines/line.ts';
import { checkProgress, nextPoint, sampleNumber } from '../../../../shared/views/line-check.ts';
import { CheckAnswer } from '../../../parts/lines/check-answer.tsx';
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
                <CheckAnswer
                  bridgeId={bridge.bridgeId}
                  side="centre"
                  point={point}
                  yes={answers[point].centre}
                  words={{ question: words().points[point], yes: words().yes, no: words().no }}
                  className="check-confirm"
                />
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
