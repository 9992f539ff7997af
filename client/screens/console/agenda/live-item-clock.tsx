import type { ItemTimes } from '../../../../shared/views/agenda-clock.ts';
import { itemClock } from '../../../../shared/views/agenda-rows.ts';
import { formatDuration } from '../../../parts/clock-text.ts';
import { Shape } from '../../../parts/shape.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';

const words = () => text.agenda.panel;

/** What is left of the live item, or by how much it has overrun, in words and with a shape. */
export function LiveItemClock({ times }: { readonly times: ItemTimes }) {
  const clock = itemClock(times, useServerNow());
  if (clock === null) return null;
  const { remainingMs, paused } = clock;
  const over = remainingMs < 0;
  return (
    <span className="console-item-clock" data-over={over || undefined}>
      {over ? <Shape name="look" /> : null}
      <strong>
        {over ? words().overrun(formatDuration(-remainingMs)) : words().remaining(formatDuration(remainingMs))}
      </strong>
      {paused ? <span className="console-item-paused">{words().paused}</span> : null}
    </span>
  );
}
