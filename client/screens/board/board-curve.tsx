import { presentIn, sumOf } from '../../../shared/domain/attendance/figure.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { arrivalCurve } from '../../../shared/views/arrival-curve.ts';
import { formatCount, formatTime } from '../../parts/clock-text.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = () => text.board.curve;

/** Drawn in these units, shown as large as there is room. */
const BOX = { width: 720, height: 125 } as const;
const BELOW = 40;
/** Half of '08:00': the first and the last hour stay inside. */
const NAME = 48;
const STOPPED: readonly ConferenceState['conference']['phase'][] = ['closed', 'archived'];

/** How the hall filled: present over time, below the line of those who were summoned. */
export function BoardCurve() {
  const now = useServerNow(60_000);
  const points = useConference(({ attendance }) => attendance.arrivals) ?? [];
  const figure = useConference(({ attendance }) => sumOf(attendance.totals));
  const over = useConference(({ conference }) => STOPPED.includes(conference.phase));
  const curve = arrivalCurve({ points, expected: figure.expected, now: over ? 0 : now }, BOX);
  const label = words().label(formatCount(presentIn(figure)), formatCount(figure.expected));
  return (
    <section className="board-curve">
      <h2>{words().heading}</h2>
      {curve === null ? (
        <p className="board-empty">{words().none}</p>
      ) : (
        <svg viewBox={`0 0 ${BOX.width} ${BOX.height + BELOW}`} role="img" aria-label={label}>
          <path className="board-curve-area" d={curve.area} />
          <path className="board-curve-line" d={curve.path} />
          <Expected y={curve.expectedY} expected={figure.expected} />
          {curve.ticks.map(({ x, at }) => (
            <g key={at}>
              <line className="board-curve-tick" x1={x} x2={x} y1={BOX.height} y2={BOX.height + 6} />
              <text x={Math.min(BOX.width - NAME, Math.max(NAME, x))} y={BOX.height + BELOW - 5} textAnchor="middle">
                {formatTime(at)}
              </text>
            </g>
          ))}
          <line className="board-curve-tick" x1="0" x2={BOX.width} y1={BOX.height} y2={BOX.height} />
        </svg>
      )}
    </section>
  );
}

function Expected({ y, expected }: { readonly y: number | null; readonly expected: number }) {
  if (y === null) return null;
  return (
    <>
      <line className="board-curve-expected" x1="0" x2={BOX.width} y1={y} y2={y} />
      <text x="6" y={y + 32}>
        {words().expected(formatCount(expected))}
      </text>
    </>
  );
}
