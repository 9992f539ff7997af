import type { LineRow } from '../../../shared/views/line-board.ts';
import { worstLoss } from '../../../shared/views/line-figures.ts';
import { formatCount, formatTime } from '../../parts/clock-text.ts';
import { sinceWords } from '../../parts/lines/trouble-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useTelemetry } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { STANDING_TONES, standingWord, troubleDetails } from './standing-words.ts';

const words = () => text.lines.board;

export const rowId = (bridgeId: string): string => `line-${bridgeId}`;

interface LineTableRowProps {
  readonly row: LineRow;
  readonly index: number;
  readonly count: number;
  readonly top: number;
  readonly chosen: boolean;
  /** How often something was wrong in earlier conferences. */
  readonly earlier: number;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

/** The technician's number needs no press to be read, and is never what is cut off: a lost hall is reached by telephone. */
export function LineTableRow(props: LineTableRowProps) {
  const { row, index, count, top, chosen, earlier, onChoose, onOpen } = props;
  const { bridge, standing, hasMedia } = row;
  const { technician } = bridge;
  const phone = technician?.phone ?? null;
  const word = standingWord(row);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the keys, and names its chosen row
    <div
      id={rowId(bridge.bridgeId)}
      className="lines-row"
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-posinset={index + 1}
      aria-setsize={count}
      aria-label={words().row(bridge.name, word, troubleDetails(row))}
      data-standing={standing}
      data-media={hasMedia || undefined}
      style={{ top }}
      onClick={onChoose}
      onDoubleClick={onOpen}
    >
      <span className="lines-row-name">
        <strong title={bridge.name}>{bridge.shortName}</strong>
        <small>{phone === null ? words().noPhone : [phone, technician?.fullName].filter(Boolean).join(' · ')}</small>
      </span>
      <span className="lines-row-state">
        <StateMark tone={STANDING_TONES[standing]} word={word} />
        <StandingDetails row={row} />
      </span>
      {hasMedia ? <Tested row={row} earlier={earlier} /> : <span />}
      {hasMedia ? <LiveFigures row={row} /> : null}
    </div>
  );
}

function StandingDetails({ row }: { readonly row: LineRow }) {
  const details = troubleDetails(row);
  if (row.help !== null) return <small data-look>{text.lines.help(text.lines.matters[row.help.matter])}</small>;
  if (row.standing === 'lost' || row.standing === 'fault') return <SinceLine row={row} details={details} />;
  return details === '' ? null : <small title={details}>{details}</small>;
}

function SinceLine({ row: { since }, details }: { readonly row: LineRow; readonly details: string }) {
  const now = useServerNow();
  const parts = [details, since === null ? '' : sinceWords(since, now)].filter((part) => part !== '');
  return <small title={parts.join(' · ')}>{parts.join(' · ')}</small>;
}

/** The result that counts, else the turn in the timetable. */
function Tested({ row: { result, slot, checking }, earlier }: Pick<LineTableRowProps, 'row' | 'earlier'>) {
  const said =
    result === null
      ? slot === null
        ? words().noSlot
        : words().slot(formatTime(slot.startsAt))
      : words().tested(text.lines.verdicts[result.verdict], formatTime(result.at));
  return (
    <span className="lines-row-tested">
      <span>{checking ? text.lines.standings.checking : said}</span>
      {earlier === 0 ? null : <small>{words().earlier(earlier)}</small>}
    </span>
  );
}

/** The last second of it: drawn with every measurement, and only while the row is in view. */
function LiveFigures({ row: { bridge } }: Pick<LineTableRowProps, 'row'>) {
  const telemetry = useTelemetry(bridge.bridgeId);
  if (telemetry === null) return <span className="lines-row-figures" data-none />;
  const { level, figures } = telemetry;
  return (
    <span className="lines-row-figures">
      <span className="lines-meter" role="img" aria-label={words().level}>
        <span style={{ transform: `scaleX(${Math.min(1, level)})` }} />
      </span>
      {figures === null ? (
        <small>{words().unmeasured}</small>
      ) : (
        <small>
          {[
            ...(figures.roundTripMs === null ? [] : [words().roundTrip(Math.round(figures.roundTripMs))]),
            words().loss(formatCount(Math.round(worstLoss(figures) * 10) / 10)),
          ].join(' · ')}
        </small>
      )}
    </span>
  );
}
