import type { Agenda } from '../../../shared/domain/agenda/agenda.ts';
import { expectedTimes } from '../../../shared/views/agenda-clock.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { text } from '../../text/text.ts';

const words = text.console.timeline;
const WIDTH = 268;
const ROW = 10;

interface Bar {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly row: 'planned' | 'actual' | 'expected';
}

const ROWS = ['planned', 'actual', 'expected'] as const;

/** Three lines of the same day: the plan in outline, what happened filled, what is to be expected hatched. */
export function AgendaTimeline({ agenda, now }: { readonly agenda: Agenda; readonly now: number }) {
  const bars = barsOf(agenda, now);
  const start = Math.min(...bars.map(({ from }) => from));
  const end = Math.max(...bars.map(({ to }) => to), start + 1);
  const x = (at: number) => ((at - start) / (end - start)) * WIDTH;
  return (
    <figure className="console-timeline">
      <figcaption>{words.caption}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${ROW * 3 + 4}`}
        width={WIDTH}
        height={ROW * 3 + 4}
        role="img"
        aria-label={words.label}
      >
        <defs>
          <pattern id="console-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="4" className="console-hatch-line" />
          </pattern>
        </defs>
        {bars.map(({ key, from, to, row }) => (
          <rect
            key={`${row} ${key}`}
            className={`console-bar-${row}`}
            x={x(from) + 0.5}
            y={ROWS.indexOf(row) * (ROW + 1) + 1}
            width={Math.max(1, x(to) - x(from) - 1)}
            height={ROW - 3}
          />
        ))}
        {now >= start && now <= end ? (
          <line className="console-now-line" x1={x(now)} x2={x(now)} y1="0" y2={ROW * 3 + 4} />
        ) : null}
      </svg>
      <p>
        <span>{formatTime(start)}</span>
        <span>{words.ends(formatTime(end))}</span>
      </p>
    </figure>
  );
}

function barsOf(agenda: Agenda, now: number): readonly Bar[] {
  return expectedTimes(agenda, now).flatMap(({ item, start, end }): readonly Bar[] => {
    const { itemId: key, plannedStart, durationMs, progress } = item;
    const planned: Bar = { key, row: 'planned', from: plannedStart, to: plannedStart + durationMs };
    switch (progress.status) {
      case 'finished':
        return [planned, { key, row: 'actual', from: start, to: end }];
      case 'live':
        return [planned, { key, row: 'actual', from: start, to: now }, { key, row: 'expected', from: now, to: end }];
      case 'waiting':
        return [planned, { key, row: 'expected', from: start, to: end }];
      case 'skipped':
        return [planned];
    }
  });
}
