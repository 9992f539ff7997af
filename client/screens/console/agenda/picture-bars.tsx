import { useId } from 'react';
import type { AgendaPicture, PictureRow, Stretch } from '../../../../shared/views/agenda-rows.ts';

interface PictureBarsProps {
  readonly picture: AgendaPicture;
  readonly now: number;
  readonly width: number;
  readonly rowHeight: number;
}

/** Three bars a row: plan outline, actual fill in its upper half, expected hatch in its lower; now and the demanded end. */
export function PictureBars({ picture, now, width, rowHeight }: PictureBarsProps) {
  const hatch = useId();
  const { from, to, rows, endsBy } = picture;
  const x = (at: number): number => ((at - from) / Math.max(1, to - from)) * (width - 2) + 1;
  const height = rowHeight * rows.length;
  return (
    <>
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="4" className="console-hatch-line" />
        </pattern>
      </defs>
      {rows.map((row, index) => (
        <RowBars key={row.item.itemId} row={row} place={{ x, y: index * rowHeight, height: rowHeight }} hatch={hatch} />
      ))}
      {endsBy === null ? null : <Upright at={x(endsBy)} height={height} className="console-end-line" />}
      {now >= from && now <= to ? <Upright at={x(now)} height={height} className="console-now-line" /> : null}
    </>
  );
}

interface Place {
  readonly x: (at: number) => number;
  readonly y: number;
  readonly height: number;
}

function RowBars({ row, place, hatch }: { readonly row: PictureRow; readonly place: Place; readonly hatch: string }) {
  const { planned, announced, actual, expected, item } = row;
  const { y, height } = place;
  const half = (height - 1) / 2;
  return (
    <g data-status={item.progress.status}>
      <Bar stretch={planned} place={{ ...place, y: y + 0.5, height: height - 1 }} className="console-bar-planned" />
      <Bar stretch={announced} place={{ ...place, y: y + 0.5, height: height - 1 }} className="console-bar-announced" />
      <Bar stretch={actual} place={{ ...place, y: y + 0.5, height: half }} className="console-bar-actual" />
      <Bar
        stretch={expected}
        place={{ ...place, y: y + 0.5 + half, height: half }}
        className="console-bar-expected"
        fill={`url(#${hatch})`}
      />
    </g>
  );
}

interface BarProps {
  readonly stretch: Stretch | null;
  readonly place: Place;
  readonly className: string;
  readonly fill?: string;
}

function Bar({ stretch, place: { x, y, height }, className, fill }: BarProps) {
  if (stretch === null) return null;
  const left = x(stretch.from);
  const width = Math.max(1, x(stretch.to) - left);
  return (
    <rect className={className} x={left} y={y} width={width} height={height} style={fill ? { fill } : undefined} />
  );
}

const Upright = ({ at, height, className }: { at: number; height: number; className: string }) => (
  <line className={className} x1={at} x2={at} y1="0" y2={height} />
);
