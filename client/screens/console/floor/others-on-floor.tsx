import { type Speech, speechesOnFloor, speechOnFloor } from '../../../../shared/domain/floor/floor.ts';
import { floorLostAt, speechClock } from '../../../../shared/views/speech-clock.ts';
import { formatDuration } from '../../../parts/clock-text.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';
import { ActionButton } from '../action-button.tsx';
import { useFloorTools } from '../use-floor-actions.ts';
import { type FloorTools, placeOf } from './floor-tools.ts';
import { heldWords } from './held-words.ts';
import { speechActions } from './speech-actions.ts';

/**
 * Whoever has the floor beside the one everybody sees: held back by a question, or one of several seats. They stand over
 * the lower edge of the picture, so that nothing moves when they come and go.
 */
export function OthersOnFloor() {
  const tools = useFloorTools();
  const first = speechOnFloor(tools.state.floor);
  const others = speechesOnFloor(tools.state.floor).filter((speech) => speech !== first);
  if (others.length === 0) return null;
  return (
    <ul className="console-others" aria-label={text.conducting.othersOnFloor}>
      {others.map((speech) => (
        <OtherOnFloor key={speech.speechId} speech={speech} tools={tools} />
      ))}
    </ul>
  );
}

function OtherOnFloor({ speech, tools }: { readonly speech: Speech; readonly tools: FloorTools }) {
  const now = useServerNow();
  const { elapsedMs } = speechClock(speech, now);
  const held = heldWords(speech, now);
  const { end, pace } = speechActions(tools, speech);
  const lost = floorLostAt(speech) !== null;
  return (
    <li>
      <strong>{placeOf(tools.state, speech)}</strong>
      {held === null ? null : <StateMark tone={lost ? 'look' : 'next'} word={held} />}
      {lost ? null : (
        <span title={text.conducting.spoken.took(formatDuration(elapsedMs), formatDuration(speech.allottedMs))}>
          {formatDuration(elapsedMs)}
        </span>
      )}
      <span className="console-row-buttons" data-current>
        {held === null ? <ActionButton action={pace} tone="quiet" className="console-tight" /> : null}
        <ActionButton
          action={end}
          label={text.console.actions.end}
          name={end.label}
          tone="quiet"
          className="console-tight"
        />
      </span>
    </li>
  );
}
