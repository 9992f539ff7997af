import { useState } from 'react';
import { listOfTheMoment, listStanding } from '../../../../shared/views/speakers-line.ts';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';
import { ActionButton } from '../action-button.tsx';
import { useFloorTools } from '../use-floor-actions.ts';
import { CLOSE_AFTER_MINUTES, clearList, closeListAfter, listName, standingWords, toggleList } from './list-actions.ts';

const words = () => text.conducting.list;

/** Whether the list of the moment takes entries, and what changes that. */
export function ListLine() {
  const tools = useFloorTools();
  // Read again when the time comes at which it closes by itself.
  const now = useServerNow();
  const [minutes, setMinutes] = useState<number>(CLOSE_AFTER_MINUTES[1]);
  const itemId = listOfTheMoment(tools.state);
  const standing = listStanding(tools.state, itemId, now);
  return (
    <div className="console-list-line" data-standing={standing.kind}>
      <p title={listName(tools.state, itemId)}>
        <span>{listName(tools.state, itemId)}</span>
        <strong>{standingWords(standing)}</strong>
      </p>
      <span className="console-row-buttons" data-current>
        <ActionButton action={toggleList(tools, itemId)} className="console-tight" />
        <select
          aria-label={words().minutesLabel}
          value={minutes}
          onChange={({ target }) => setMinutes(Number(target.value))}
        >
          {CLOSE_AFTER_MINUTES.map((count) => (
            <option key={count} value={count}>
              {text.console.queue.minutes(count)}
            </option>
          ))}
        </select>
        <ActionButton action={closeListAfter(tools, itemId, minutes)} tone="quiet" className="console-tight" />
        <ActionButton action={clearList(tools, itemId)} tone="quiet" className="console-tight" />
      </span>
    </div>
  );
}
