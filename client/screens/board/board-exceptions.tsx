import { type AttendanceException, attendanceExceptions } from '../../../shared/views/attendance-exceptions.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { EXCEPTION_TONES, exceptionWords } from './board-words.ts';

const words = () => text.board.exceptions;

/** A wall shows what fits; whoever sits at it can scroll. */
const ON_A_WALL = 4;
const AT_A_DESK = 100;

interface BoardExceptionsProps {
  /** null: a wall. */
  readonly onOpen: ((bridge: AttendanceException['bridge']) => void) | null;
}

/** What a person has to look at, the first things first. */
export function BoardExceptions({ onOpen }: BoardExceptionsProps) {
  const byState = useConference(({ bridges }) => bridges);
  const attendance = useConference((state) => state.attendance);
  const all = attendanceExceptions({ bridges: byState, attendance });
  const shown = all.slice(0, onOpen === null ? ON_A_WALL : AT_A_DESK);
  return (
    <section className="board-exceptions">
      <h2>{words().heading}</h2>
      {all.length === 0 ? <p className="board-empty">{words().none}</p> : null}
      <ul>
        {shown.map((one) => (
          <ExceptionLine key={`${one.kind} ${one.bridge.bridgeId}`} one={one} onOpen={onOpen} />
        ))}
      </ul>
      {all.length > shown.length ? (
        <p className="board-more">{words().rest(formatCount(all.length - shown.length))}</p>
      ) : null}
    </section>
  );
}

interface ExceptionLineProps extends BoardExceptionsProps {
  readonly one: AttendanceException;
}

function ExceptionLine({ one, onOpen }: ExceptionLineProps) {
  const inside = (
    <>
      <Shape name={EXCEPTION_TONES[one.kind]} className="board-shape" />
      <strong>{one.bridge.shortName}</strong>
      <span>{exceptionWords(one)}</span>
    </>
  );
  if (onOpen === null) return <li data-kind={one.kind}>{inside}</li>;
  return (
    <li data-kind={one.kind}>
      <button type="button" onClick={() => onOpen(one.bridge)}>
        {inside}
      </button>
    </li>
  );
}
