import { formatDate } from '../../parts/clock-text.ts';
import { text } from '../../text/text.ts';
import { type ActionRow, faultsFound } from './action-rows.ts';

const words = () => text.followUp.afterAction;

const HEIGHT = 158;
const WIDTH = 640;
const FLOOR = 118;
const TOP = 16;
const BAR = 26;
const KINDS = ['losses', 'faults', 'incidents'] as const;

const countsOf = (row: ActionRow): Readonly<Record<(typeof KINDS)[number], number>> => ({
  losses: row.losses,
  faults: faultsFound(row),
  incidents: row.incidents,
});

/** Three bars a conference, the oldest on the left: whether it becomes better is seen at a glance. */
export function ActionBars({ rows }: { readonly rows: readonly ActionRow[] }) {
  const inTime = rows.toReversed();
  const most = Math.max(1, ...inTime.flatMap((row) => Object.values(countsOf(row))));
  const step = WIDTH / Math.max(inTime.length, 4);
  return (
    <figure className="after-action-bars">
      <figcaption>
        <strong>{words().picture}</strong>
        {KINDS.map((kind) => (
          <span key={kind} className="after-action-key">
            <span className="after-action-swatch" data-kind={kind} /> {words()[kind]}
          </span>
        ))}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inTime.map(said).join('; ')}>
        <line x1={0} x2={WIDTH} y1={FLOOR} y2={FLOOR} className="after-action-floor" />
        {inTime.map((row, index) => (
          <Bars key={row.conference ?? 'now'} row={row} left={index * step + 8} most={most} />
        ))}
      </svg>
    </figure>
  );
}

const said = (row: ActionRow): string => {
  const { losses, faults, incidents } = countsOf(row);
  return words().bar(formatDate(row.date), losses + faults + incidents);
};

interface BarsProps {
  readonly row: ActionRow;
  readonly left: number;
  readonly most: number;
}

function Bars({ row, left, most }: BarsProps) {
  const counts = countsOf(row);
  return (
    <g>
      {KINDS.map((kind, index) => {
        const height = ((FLOOR - TOP) * counts[kind]) / most;
        const x = left + index * (BAR + 4);
        return (
          <g key={kind}>
            <rect x={x} y={FLOOR - height} width={BAR} height={height} data-kind={kind} className="after-action-bar" />
            <text x={x + BAR / 2} y={FLOOR - height - 4} textAnchor="middle" className="after-action-count">
              {counts[kind]}
            </text>
          </g>
        );
      })}
      <text x={left + (3 * BAR + 8) / 2} y={FLOOR + 18} textAnchor="middle" className="after-action-date">
        {formatDate(row.date)}
      </text>
      {row.conference === null ? (
        <text x={left + (3 * BAR + 8) / 2} y={FLOOR + 31} textAnchor="middle" className="after-action-date">
          {words().now}
        </text>
      ) : null}
    </g>
  );
}
