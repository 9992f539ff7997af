import type { LineFigures } from '../../../shared/domain/lines/line.ts';
import type { LineReading } from '../../media/line-meter.ts';
import { useLineReading } from '../../media/line-reading.ts';
import { text } from '../../text/text.ts';

const words = () => text.joining.figures;

/** How the line to the conference is, as measured on this machine. */
export function LineFiguresList() {
  const reading = useLineReading();
  if (reading.figures === null) return <p className="bridge-hint">{words().none}</p>;
  return (
    <dl className="device-figures">
      {rowsOf(reading, reading.figures).map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function rowsOf({ transport }: LineReading, figures: LineFigures): readonly (readonly [string, string])[] {
  const { transports, milliseconds, kbps, percent, size, unknown } = words();
  const said = (value: number | null, say: (value: number) => string) => (value === null ? unknown : say(value));
  return [
    [words().transport, transport === null ? unknown : transports[transport]],
    [words().roundTrip, said(figures.roundTripMs, milliseconds)],
    [words().jitter, said(figures.jitterMs, milliseconds)],
    [words().up, said(figures.upKbps, kbps)],
    [words().down, said(figures.downKbps, kbps)],
    [words().lossUp, said(figures.lossUp, percent)],
    [words().lossDown, said(figures.lossDown, percent)],
    [words().sent, size(figures)],
    [words().freezes, said(figures.freezes, String)],
  ];
}
