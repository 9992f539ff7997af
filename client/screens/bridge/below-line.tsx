import { formatCount } from '../../parts/clock-text.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { text } from '../../text/text.ts';
import type { BelowLine } from './below-view.ts';

const words = () => text.roll.below;

interface LineProps {
  readonly line: BelowLine;
  /** null: its figures are read here, and no more. */
  readonly onOpen: (() => void) | null;
}

/** A bridge below: whether it has reported, its own figure, and that of its branch where it has one. */
export function BelowRow({ line, onOpen }: LineProps) {
  const { name, isReported, excuse, reported, bridges } = line;
  return (
    <li className="bridge-below" data-reported={isReported}>
      <div className="bridge-delegate-who">
        <strong>{name}</strong>
        {bridges > 1 ? (
          <span className="bridge-hint">{words().withBelow(formatCount(reported), formatCount(bridges))}</span>
        ) : null}
        {excuse === null ? null : <span className="bridge-hint">{words().excused(excuse)}</span>}
      </div>
      <StateMark
        tone={isReported ? 'done' : excuse === null ? 'look' : 'off'}
        word={isReported ? words().reported : words().silent}
      />
      <FigureWords line={line} />
      {onOpen === null ? null : (
        <button type="button" className="button" data-tone="plain" aria-label={words().openOne(name)} onClick={onOpen}>
          {words().open}
        </button>
      )}
    </li>
  );
}

/** Silence is not zero: without a report nobody is said to be present. */
function FigureWords({ line: { isReported, present, expected, absent } }: Pick<LineProps, 'line'>) {
  const figure = words().figure(isReported ? formatCount(present) : '–', formatCount(expected));
  return (
    <p className="bridge-below-figure">
      {isReported || expected > 0 ? figure : '–'}
      {absent > 0 ? <span className="bridge-hint">{words().absent(formatCount(absent))}</span> : null}
    </p>
  );
}
