import { useState } from 'react';
import { type AgendaItem, isTimed } from '../../../../shared/domain/agenda/agenda.ts';
import { plannedTimes } from '../../../../shared/domain/agenda/planned.ts';
import {
  blankDraft,
  draftOf,
  type SpanDraft,
  type SpanField,
  typedInto,
  withDeadline,
  withLock,
  withSoft,
} from '../../../../shared/views/span-draft.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useWritingPlace } from './use-writing-place.ts';

export interface SpanOfForm {
  readonly draft: SpanDraft;
  /** The instant at which the item begins by the plan as it stands. */
  readonly start: number;
  readonly type: (field: SpanField, typed: string) => void;
  readonly lock: (lock: SpanDraft['lock']) => void;
  readonly soften: (soft: boolean) => void;
  readonly fix: (deadline: boolean) => void;
}

/** The times of one item in its form; a new one follows the last. */
export function useSpanDraft(item: AgendaItem | null): SpanOfForm {
  const agenda = useConference((state) => state.agenda);
  const { free, lastStart } = useWritingPlace(agenda);
  const times = plannedTimes(agenda).find((one) => one.item.itemId === item?.itemId);
  const before = item === null ? free : endBefore(agenda, item, free);
  const start = times?.start ?? free;
  const [draft, setDraft] = useState<SpanDraft>(() =>
    item !== null && isTimed(item) && times !== undefined
      ? draftOf({ start: times.start, end: times.end, plan: item.plan })
      : blankDraft(free, lastStart !== null),
  );
  return {
    draft,
    start,
    type: (field, typed) => setDraft((was) => typedInto(was, field, typed)),
    lock: (lock) => setDraft((was) => withLock(was, lock)),
    soften: (soft) => setDraft((was) => withSoft(was, soft, before)),
    fix: (deadline) => setDraft((was) => withDeadline(was, deadline)),
  };
}

/** Where an item would begin if it followed the one before it. */
function endBefore(agenda: Parameters<typeof plannedTimes>[0], { itemId }: AgendaItem, free: number): number {
  const times = plannedTimes(agenda);
  const at = times.findIndex(({ item }) => item.itemId === itemId);
  const standing = times.slice(0, Math.max(0, at)).filter(({ item }) => item.progress.status !== 'skipped');
  return standing.at(-1)?.end ?? times[at]?.start ?? free;
}
