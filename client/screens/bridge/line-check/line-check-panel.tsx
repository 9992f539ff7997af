import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import { type CheckResult, type LineCheck, lineOf, slotOf } from '../../../../shared/domain/lines/line.ts';
import { nextPoint } from '../../../../shared/views/line-check.ts';
import { PrivatePicture } from '../../../media/private-picture.tsx';
import { formatTime } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useConference, useOwnBridge } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';
import { CheckQuestions } from './check-questions.tsx';
import { SamplePage } from './sample-page.tsx';
import './line-check.css';

const words = () => text.lines.own;

/** The hall's own side of the guided check, over the whole screen while it runs; stands inside a PrivateTalk. */
export function LineCheckPanel({ bridge }: { readonly bridge: Bridge }) {
  const check = useOwnBridge(({ lines }) => lineOf(lines, bridge.bridgeId).check);
  if (check === null) return null;
  return <RunningCheck bridge={bridge} check={check} />;
}

interface RunningCheckProps {
  readonly bridge: Bridge;
  readonly check: LineCheck;
}

function RunningCheck({ bridge, check }: RunningCheckProps) {
  const isDone = nextPoint(check.answers, 'bridge') === null;
  return (
    <section className="line-check" aria-label={words().heading}>
      <header>
        <h2>{words().heading}</h2>
        <p>{words().explained}</p>
      </header>
      <div className="line-check-seen">
        <div className="line-check-picture" role="img" aria-label={words().picture}>
          <PrivatePicture className="line-check-theirs" />
        </div>
        <SamplePage bridgeId={bridge.bridgeId} startedAt={check.startedAt} />
      </div>
      <div className="line-check-asked">
        <CheckQuestions bridge={bridge} answers={check.answers} />
        <p role="status">{isDone ? words().allAnswered : ''}</p>
        <CommandButton label={words().leave} make={() => ({ type: 'abandonLineCheck', bridgeId: bridge.bridgeId })} />
      </div>
    </section>
  );
}

const SHOWN_MS = 10 * 60_000;
const STEP_MS = 10_000;

/** When the own turn comes, and for a while what came of it: a line among the others of the hall's screen. */
export function LineCheckNotice({ bridge: { bridgeId } }: { readonly bridge: Bridge }) {
  const now = useServerNow(STEP_MS);
  const { check, results } = useOwnBridge(({ lines }) => lineOf(lines, bridgeId));
  const slot = useOwnBridge(({ lines }) => slotOf(lines, bridgeId));
  const isBefore = useConference(({ conference }) => ['draft', 'preparing'].includes(conference.phase));
  const last = results.at(-1);
  if (check !== null) return null;
  if (last !== undefined && now - last.at < SHOWN_MS) return <Result result={last} />;
  if (!isBefore || slot === null || last?.verdict === 'pass' || last?.verdict === 'passWithRemark') return null;
  return (
    <p className="line-check-notice">
      <StateMark tone="next" word={words().slot(formatTime(slot.startsAt))} />
    </p>
  );
}

function Result({ result: { verdict, remark } }: { readonly result: CheckResult }) {
  return (
    <p className="line-check-notice" role="status">
      <StateMark tone={verdict === 'fail' ? 'look' : 'done'} word={words().done(text.lines.verdicts[verdict])} />
      {remark === null ? null : <span>{remark}</span>}
    </p>
  );
}
