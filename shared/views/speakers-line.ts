import { valuesOf } from '../base/persistent-map.ts';
import { itemOf, liveItem, takesSpeeches } from '../domain/agenda/agenda.ts';
import { queuedSpeeches, type Speech, speakersList, spokenMs } from '../domain/floor/floor.ts';
import { presentLine } from '../domain/floor/line.ts';
import type { AgendaItemId } from '../domain/ids.ts';
import type { ConferenceState } from '../domain/state.ts';

/** Entries that stand in line for another item than the live one, in speaking order: they are not called now. */
export function laterLine(state: ConferenceState): readonly Speech[] {
  const present = new Set(presentLine(state).map(({ speechId }) => speechId));
  return queuedSpeeches(state.floor).filter(({ speechId }) => !present.has(speechId));
}

/** The list on which entries of the moment stand: that of the live item if halls speak under it, else the general one. */
export function listOfTheMoment({ agenda }: ConferenceState): AgendaItemId | null {
  const live = liveItem(agenda);
  return live !== undefined && takesSpeeches(live.plan) ? live.itemId : null;
}

/** How a list stands towards new entries at `now`. */
export type ListStanding =
  | { readonly kind: 'open' }
  | { readonly kind: 'closing'; readonly closesAt: number }
  | { readonly kind: 'closed' };

export function listStanding(
  { agenda, floor }: ConferenceState,
  itemId: AgendaItemId | null,
  now: number,
): ListStanding {
  const { open, closesAt } = speakersList(floor, itemId);
  const over = itemId !== null && itemOf(agenda, itemId)?.progress.status === 'finished';
  if (over || !open || (closesAt !== null && closesAt <= now)) return { kind: 'closed' };
  return closesAt === null ? { kind: 'open' } : { kind: 'closing', closesAt };
}

export interface Spoken {
  readonly speech: Speech;
  readonly endedAt: number;
  /** null: it was called and never heard. */
  readonly spokenMs: number | null;
}

/** Who has spoken, the last first. */
export function spokenSpeeches({ floor }: ConferenceState): readonly Spoken[] {
  return [...valuesOf(floor.speeches)]
    .flatMap((speech) => {
      const { stage } = speech;
      if (stage.status !== 'spoken') return [];
      const ms = stage.run === null ? null : spokenMs(speech, stage.endedAt);
      return [{ speech, endedAt: stage.endedAt, spokenMs: ms }];
    })
    .toSorted((a, b) => b.endedAt - a.endedAt);
}
