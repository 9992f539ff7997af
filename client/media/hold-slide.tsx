import { useMemo } from 'react';
import { bannerLines } from '../parts/banner-lines.ts';
import { useConference } from '../sync/conference-provider.tsx';

/** Width of a capital letter, air included, as a share of its size. */
const LETTER = 0.7;
/** Sizes in hundredths of the slide's width. Below the legible one a line more is better than smaller letters. */
const LARGEST = 6;
const LEGIBLE = 2.5;
const SMALLEST = 1.4;
const USED_WIDTH = 88;
const MOST_LINES = 4;

interface Banner {
  readonly lines: readonly string[];
  readonly size: number;
}

/** Two lines, as on the cloth in the hall; a title too long for legible letters takes more. */
export function bannerOf(title: string): Banner {
  for (let count = 2; ; count++) {
    const lines = bannerLines(title, count, ({ length }) => length);
    const size = USED_WIDTH / (LETTER * Math.max(1, ...lines.map(({ length }) => length)));
    if (size >= LEGIBLE || count === MOST_LINES) return { lines, size: Math.max(SMALLEST, Math.min(LARGEST, size)) };
  }
}

/** What stands where there is no picture to show: the conference's title, as on the banner in the hall. */
export function HoldSlide() {
  const organiser = useConference(({ conference }) => conference.organiser.toLocaleUpperCase('vi'));
  const title = useConference(({ conference }) => conference.title.toLocaleUpperCase('vi'));
  const { lines, size } = useMemo(() => bannerOf(title), [title]);
  return (
    <div className="hold-slide">
      <p className="hold-slide-organiser">{organiser}</p>
      <p className="hold-slide-title" style={{ fontSize: `${size}cqw` }}>
        {lines.map((line) => (
          <span key={line}>{line} </span>
        ))}
      </p>
    </div>
  );
}
