import { valuesOf } from '../../../shared/base/persistent-map.ts';
import type { AgendaItem } from '../../../shared/domain/agenda/agenda.ts';
import type { Floor } from '../../../shared/domain/floor/floor.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

/** How many have spoken since the item began, and how many wait. */
export function LiveItemCounts({ item }: { readonly item: AgendaItem }) {
  const since = item.progress.status === 'live' ? item.progress.run.startedAt : Number.POSITIVE_INFINITY;
  const spoken = useConference(({ floor }) => spokenSince(floor, since));
  const waiting = useConference(({ floor }) => floor.queue.length);
  return spoken + waiting === 0 ? null : <small>{text.console.agenda.spoken(spoken, waiting)}</small>;
}

/** A call that nobody answered is no speech. */
function spokenSince({ speeches }: Floor, since: number): number {
  let count = 0;
  for (const { stage } of valuesOf(speeches)) {
    if (stage.status === 'spoken' && stage.run !== null && stage.run.startedAt >= since) count++;
  }
  return count;
}
