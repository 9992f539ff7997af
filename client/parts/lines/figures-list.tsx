import type { LineFigures } from '../../../shared/domain/lines/line.ts';
import type { Telemetry } from '../../../shared/protocol/telemetry.ts';
import { text } from '../../text/text.ts';
import { formatCount, formatDuration } from '../clock-text.ts';
import './figures-list.css';

const words = () => text.lines.figures;

interface FiguresListProps {
  /** null: the hall measures nothing. */
  readonly telemetry: Telemetry | null;
}

/** What the hall's own machine measures, each figure with its name. */
export function FiguresList({ telemetry }: FiguresListProps) {
  if (telemetry === null) return <p className="line-figures-none">{words().none}</p>;
  const { figures, transport, clockOffsetMs, reception } = telemetry;
  return (
    <dl className="line-figures">
      {figures === null ? null : measuredRows(figures).map((row) => <Figure key={row.name} {...row} />)}
      <Figure name={words().transport} value={transport === null ? words().unknown : words().transports[transport]} />
      <Figure name={words().clock} value={clockOffsetMs === null ? words().unknown : offsetWords(clockOffsetMs)} />
      <Figure name={words().reception} value={words().receptions[reception]} />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
}

function Figure({ name, value }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const one = (value: number | null): string =>
  value === null ? words().unknown : formatCount(Math.round(value * 10) / 10);
const kbps = (value: number | null): string =>
  value === null ? words().unknown : words().kbps(formatCount(Math.round(value)));
const ms = (value: number | null): string =>
  value === null ? words().unknown : words().ms(formatCount(Math.round(value)));

function measuredRows(figures: LineFigures): readonly FigureProps[] {
  const { width, height, framesPerSecond } = figures;
  const hasSize = width !== null && height !== null;
  return [
    { name: words().up, value: kbps(figures.upKbps) },
    { name: words().down, value: kbps(figures.downKbps) },
    { name: words().loss, value: words().percent(one(figures.lossUp), one(figures.lossDown)) },
    { name: words().roundTrip, value: ms(figures.roundTripMs) },
    { name: words().jitter, value: ms(figures.jitterMs) },
    {
      name: words().picture,
      value: hasSize ? words().size(width, height, Math.round(framesPerSecond ?? 0)) : words().unknown,
    },
    { name: words().freezes, value: one(figures.freezes) },
  ];
}

/** A machine whose clock stands in another year is not read in milliseconds. */
const offsetWords = (offset: number): string => (Math.abs(offset) < 10_000 ? ms(offset) : formatDuration(offset));
