import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { lineOf } from '../../../shared/domain/lines/line.ts';
import { type DueTest, dueTests } from '../../../shared/views/line-timetable.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';

const words = () => text.lines.timetable;
const SHOWN = 6;
const STEP_MS = 10_000;

interface DueListProps {
  readonly onBridge: (bridgeId: BridgeId) => void;
  readonly onCheck: (bridgeId: BridgeId) => void;
}

/** Whose turn it is by the timetable, until the conference begins. */
export function DueList({ onBridge, onCheck }: DueListProps) {
  const isWanted = useConference(
    ({ lines, conference }) => lines.timetable.length > 0 && ['draft', 'preparing'].includes(conference.phase),
  );
  const lines = useConference((state) => state.lines);
  const due = dueTests(lines);
  const now = useServerNow(STEP_MS);
  if (!isWanted) return null;
  return (
    <section className="lines-due" aria-label={words().due}>
      <h2>{words().due}</h2>
      {due.length === 0 ? <p className="lines-empty">{words().dueNone}</p> : null}
      <ul>
        {due.slice(0, SHOWN).map((one) => (
          <DueLine key={one.bridgeId} due={one} now={now} onBridge={onBridge} onCheck={onCheck} />
        ))}
      </ul>
    </section>
  );
}

function DueLine({ due, now, onBridge, onCheck }: DueListProps & { readonly due: DueTest; readonly now: number }) {
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, due.bridgeId));
  const isRunning = useConference(({ lines }) => lineOf(lines, due.bridgeId).check !== null);
  const off = useCommandsOff();
  if (bridge === undefined) return null;
  // A check that runs is gone into, which needs no command.
  const reason = isRunning ? null : off;
  const isOverdue = due.startsAt < now;
  return (
    <li>
      <button type="button" className="lines-due-name" title={due.group} onClick={() => onBridge(due.bridgeId)}>
        {words().dueAt(formatTime(due.startsAt), bridge.shortName)}
      </button>
      {isOverdue ? <small data-look>{words().overdue}</small> : null}
      <button
        type="button"
        className="button"
        aria-label={words().testName(bridge.name)}
        disabled={reason !== null}
        title={reason ?? undefined}
        onClick={() => onCheck(due.bridgeId)}
      >
        {words().test}
      </button>
    </li>
  );
}
