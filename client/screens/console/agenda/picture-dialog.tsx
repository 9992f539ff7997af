import type { AgendaPicture } from '../../../../shared/views/agenda-rows.ts';
import { agendaPicture } from '../../../../shared/views/agenda-rows.ts';
import { speakingNeeds } from '../../../../shared/views/queue.ts';
import { formatTime } from '../../../parts/clock-text.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';
import { wholeState } from '../use-rights.ts';
import type { AgendaDialogProps } from './opened-agenda.ts';
import { PictureBars } from './picture-bars.tsx';
import { pictureWords } from './picture-words.ts';

const words = () => text.agenda.picture;
const WIDTH = 760;
const ROW = 22;
const HOUR = 3_600_000;
const LEGEND = ['planned', 'announced', 'actual', 'expected', 'endsBy'] as const;

/** The whole day, with the names of its items. */
export function PictureDialog({ onClose }: AgendaDialogProps) {
  const state = useConference(wholeState);
  const now = useServerNow(5_000);
  const { agenda } = state;
  const picture = agendaPicture(agenda, now, speakingNeeds(state, now));
  return (
    <Dialog title={words().title} onClose={onClose} className="console-dialog console-day-dialog">
      {picture === null ? <p>{text.agenda.print.empty}</p> : null}
      {picture === null ? null : (
        <div className="console-day-picture">
          <ol>
            {picture.rows.map(({ item, planned }) => (
              <li key={item.itemId} data-status={item.progress.status} title={item.plan.title}>
                {formatTime(planned.from)} {item.plan.title}
              </li>
            ))}
          </ol>
          <div>
            <Hours picture={picture} />
            <svg
              viewBox={`0 0 ${WIDTH} ${ROW * picture.rows.length}`}
              width={WIDTH}
              height={ROW * picture.rows.length}
              role="img"
              aria-label={pictureWords(agenda, picture)}
            >
              <PictureBars picture={picture} now={now} width={WIDTH} rowHeight={ROW} />
            </svg>
          </div>
        </div>
      )}
      <ul className="console-day-legend">
        {LEGEND.map((part) => (
          <li key={part} data-part={part}>
            {words().legend[part]}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Full hours over the picture, as many as have room. */
function Hours({ picture: { from, to } }: { readonly picture: AgendaPicture }) {
  const every = Math.max(1, Math.ceil((to - from) / HOUR / 12)) * HOUR;
  const first = Math.ceil(from / every) * every;
  const hours = Array.from(
    { length: Math.max(0, Math.floor((to - first) / every) + 1) },
    (_, index) => first + index * every,
  );
  return (
    <p className="console-day-hours" aria-hidden="true">
      {hours.map((at) => (
        <span key={at} style={{ left: `${((at - from) / Math.max(1, to - from)) * 100}%` }}>
          {formatTime(at)}
        </span>
      ))}
    </p>
  );
}
