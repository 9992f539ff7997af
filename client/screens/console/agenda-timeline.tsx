import type { Agenda } from '../../../shared/domain/agenda/agenda.ts';
import { agendaPicture } from '../../../shared/views/agenda-rows.ts';
import { speakingNeeds } from '../../../shared/views/queue.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { PictureBars } from './agenda/picture-bars.tsx';
import { pictureWords } from './agenda/picture-words.ts';
import { wholeState } from './use-rights.ts';

const WIDTH = 268;
const HEIGHT = 66;
const ROW = { least: 2, most: 12 };

/** The day in little, a row for each item: the plan in outline, what happened filled, what is expected hatched. */
export function AgendaTimeline({ agenda, now }: { readonly agenda: Agenda; readonly now: number }) {
  const state = useConference(wholeState);
  const picture = agendaPicture(agenda, now, speakingNeeds(state, now));
  if (picture === null) return null;
  const rowHeight = Math.max(ROW.least, Math.min(ROW.most, HEIGHT / picture.rows.length));
  const height = Math.min(HEIGHT, rowHeight * picture.rows.length);
  return (
    <figure className="console-timeline">
      <figcaption className="unseen">{text.agenda.picture.caption}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${rowHeight * picture.rows.length}`}
        preserveAspectRatio="none"
        width={WIDTH}
        height={height}
        role="img"
        aria-label={pictureWords(agenda, picture)}
      >
        <PictureBars picture={picture} now={now} width={WIDTH} rowHeight={rowHeight} />
      </svg>
      <p>
        <span>{formatTime(picture.from)}</span>
        <span>{text.console.timeline.ends(formatTime(lastExpected(picture)))}</span>
      </p>
    </figure>
  );
}

function lastExpected({ rows, to }: NonNullable<ReturnType<typeof agendaPicture>>): number {
  const ends = rows.flatMap(({ actual, expected }) => [actual, expected]).filter((one) => one !== null);
  return ends.length === 0 ? to : Math.max(...ends.map((one) => one.to));
}
