import { type Agenda, liveItem, timedItems } from '../../../../shared/domain/agenda/agenda.ts';
import type { AgendaPicture } from '../../../../shared/views/agenda-rows.ts';
import { formatMinutes, formatTime } from '../../../parts/clock-text.ts';
import { text } from '../../../text/text.ts';

const words = () => text.agenda.picture;

/** What the picture shows, for whoever does not see it. */
export function pictureWords(agenda: Agenda, { rows, endsBy }: AgendaPicture): string {
  const shown = rows.filter(({ item }) => item.progress.status !== 'skipped');
  const items = timedItems(agenda).filter(({ progress }) => progress.status !== 'skipped');
  const done = items.filter(({ progress }) => progress.status === 'finished').length;
  const live = liveItem(agenda);
  const ends = shown.flatMap(({ actual, expected }) => [actual, expected]).filter((one) => one !== null);
  return [
    ...(shown.length === 0 ? [] : [plannedWords(shown)]),
    words().done(done, items.length),
    ...(live === undefined ? [] : [words().live(live.plan.title)]),
    ...(ends.length === 0 ? [] : [words().expected(formatTime(Math.max(...ends.map(({ to }) => to))))]),
    ...(endsBy === null ? [] : [words().endsBy(formatTime(endsBy))]),
    ...(agenda.delayMs === 0 ? [] : [words().delayed(formatMinutes(Math.round(agenda.delayMs / 60_000)))]),
  ].join('; ');
}

function plannedWords(rows: AgendaPicture['rows']): string {
  const from = Math.min(...rows.map(({ planned }) => planned.from));
  const to = Math.max(...rows.map(({ planned }) => planned.to));
  return words().planned(formatTime(from), formatTime(to));
}
