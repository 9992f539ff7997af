import { valuesOf } from '../base/persistent-map.ts';
import { liveItem } from '../domain/agenda/agenda.ts';
import type { Speech } from '../domain/floor/floor.ts';
import type { ConferenceState } from '../domain/state.ts';

/** Who was heard last under the live item, or at all while no item is live; undefined at its start. */
export function lastSpoken({ agenda, floor }: ConferenceState): Speech | undefined {
  const progress = liveItem(agenda)?.progress;
  const since = progress?.status === 'live' ? progress.run.startedAt : 0;
  let last: Speech | undefined;
  let lastAt = since;
  for (const speech of valuesOf(floor.speeches)) {
    const { stage } = speech;
    if (stage.status !== 'spoken' || stage.run === null || stage.endedAt < lastAt) continue;
    last = speech;
    lastAt = stage.endedAt;
  }
  return last;
}
