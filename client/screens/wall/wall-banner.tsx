import { useRef } from 'react';
import { bannerLines } from '../../parts/banner-lines.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { type Letters, useLetters } from './use-letters.ts';

const WEIGHT = 700;
const LARGEST = 0.09;
const LEAST = 0.041;
const NARROWEST = 0.78;
const USED_WIDTH = 0.95;
const MOST_LINES = 5;

/** The hold slide in the letters of a wall: the conference's title as on the banner of the hall. */
export function WallBanner() {
  const organiser = useConference(({ conference }) => conference.organiser.toLocaleUpperCase('vi'));
  const title = useConference(({ conference }) => conference.title.toLocaleUpperCase('vi'));
  const frame = useRef<HTMLDivElement>(null);
  const { lines, size, squeeze } = bannerOf(title, useLetters(frame));
  return (
    <div ref={frame} className="wall-banner">
      <p className="wall-banner-organiser">{organiser}</p>
      <p className="wall-banner-title" style={{ fontSize: `${size}px` }}>
        {lines.map((line) => (
          <span key={line} style={squeeze === 1 ? undefined : { transform: `scaleX(${squeeze})` }}>
            {line}
          </span>
        ))}
      </p>
    </div>
  );
}

interface Banner {
  readonly lines: readonly string[];
  readonly size: number;
  readonly squeeze: number;
}

/** Two lines as on cloth; a title too long for letters that the last row reads takes more. */
function bannerOf(title: string, { width: wide, height: high, measure }: Letters): Banner {
  const width = Math.min(wide, (high * 16) / 9);
  const height = Math.min(high, (wide * 9) / 16);

  let banner: Banner = { lines: [title], size: height * LEAST, squeeze: 1 };
  for (let count = 2; count <= MOST_LINES; count++) {
    const lines = bannerLines(title, count, (words) => measure(words, 100, WEIGHT));
    const fits = (100 * width * USED_WIDTH) / Math.max(1, ...lines.map((line) => measure(line, 100, WEIGHT)));
    const size = Math.min(height * LARGEST, Math.max(height * LEAST, fits));
    banner = { lines, size, squeeze: Math.min(1, fits / size) };
    if (banner.squeeze >= NARROWEST) return banner;
  }
  return banner;
}
