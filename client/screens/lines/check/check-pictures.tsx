import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import { LINE_FAULTS, lineOf } from '../../../../shared/domain/lines/line.ts';
import { PrivatePicture, PrivateSelfPicture } from '../../../media/private-picture.tsx';
import { usePrivateLevels } from '../../../media/use-private-talk.ts';
import { FiguresList } from '../../../parts/lines/figures-list.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useConference, useTelemetry } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.lines.check;

/** The hall as it is seen and heard in private, what the centre sends, and what is measured besides what people say. */
export function CheckPictures({ bridge }: { readonly bridge: Bridge }) {
  const telemetry = useTelemetry(bridge.bridgeId);
  return (
    <div className="check-pictures">
      <div className="check-picture" role="img" aria-label={words().picture}>
        <PrivatePicture className="check-picture-theirs" />
        <PrivateSelfPicture className="check-picture-own" />
      </div>
      <Levels />
      <FaultMarks bridge={bridge} />
      <section aria-label={words().measured}>
        <h3>{words().measured}</h3>
        <FiguresList telemetry={telemetry} />
      </section>
    </div>
  );
}

function Levels() {
  const { theirs, own } = usePrivateLevels();
  return (
    <p className="check-levels">
      <Level name={words().sides.bridge} level={theirs} />
      <Level name={words().sides.centre} level={own} />
    </p>
  );
}

const Level = ({ name, level }: { readonly name: string; readonly level: number }) => (
  <span>
    {name}
    <span className="lines-meter" aria-hidden="true">
      <span style={{ transform: `scaleX(${Math.min(1, level)})` }} />
    </span>
  </span>
);

/** What the server measured, whatever the hall says of itself. */
function FaultMarks({ bridge: { bridgeId } }: { readonly bridge: Bridge }) {
  const faults = useConference(({ lines }) => lineOf(lines, bridgeId).faults);
  const standing = LINE_FAULTS.filter((fault) => faults[fault] !== undefined);
  return (
    <div className="check-faults" role="status">
      {standing.map((fault) => (
        <StateMark key={fault} tone="look" word={text.lines.faults[fault]} />
      ))}
    </div>
  );
}
