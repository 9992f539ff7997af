import { attendanceOf, tallyOf } from '../../../../shared/domain/attendance/attendance.ts';
import { presentIn, sumOf } from '../../../../shared/domain/attendance/figure.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import type { SpeakingHints } from '../../../../shared/views/speaking-hints.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { Shape } from '../../../parts/shape.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.conducting.facts;
const MINUTE_MS = 60_000;

interface EntryFactsProps {
  readonly bridgeId: BridgeId;
  readonly hints: SpeakingHints;
}

/** How many sit in the hall, how often it was heard, and what is left of its budget where one is granted. */
export function EntryFacts({ bridgeId, hints }: EntryFactsProps) {
  const own = useConference(({ attendance }) => tallyOf(attendanceOf(attendance, bridgeId)));
  const figure = sumOf(own);
  const spoken = hints.spokenBy(bridgeId);
  const leftMs = hints.budgetLeft(bridgeId);
  return (
    <span className="console-entry-facts" data-budget={leftMs !== null || undefined}>
      <span>
        {own.reported === 0
          ? words().unreported
          : words().present(formatCount(presentIn(figure)), formatCount(figure.expected))}
      </span>
      <span>
        {spoken === 0 ? words().notSpoken : words().spoken(spoken)}
        <Budget leftMs={leftMs} />
      </span>
    </span>
  );
}

/** Below zero it is overdrawn: nobody is stopped by it. */
function Budget({ leftMs }: { readonly leftMs: number | null }) {
  if (leftMs === null) return null;
  const minutes = Math.floor(Math.abs(leftMs) / MINUTE_MS);
  if (leftMs >= 0) return <span title={words().budgetLeft(minutes)}>{` · ${words().left(minutes)}`}</span>;
  return (
    <span data-over title={words().overBudget(minutes)}>
      {' '}
      <Shape name="look" /> {words().over(minutes)}
    </span>
  );
}
