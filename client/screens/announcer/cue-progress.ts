import { type Agenda, liveItem, type TimedItem, timedItems } from '../../../shared/domain/agenda/agenda.ts';
import type { Cue } from '../../../shared/domain/agenda/cue.ts';

/** What the announcer has ticked, on this machine alone: nothing of the conference depends on it. */
export type Ticked = ReadonlySet<string>;

/** The item whose running order is shown: the live one, else the next to come. */
export const shownItem = (agenda: Agenda): TimedItem | undefined =>
  liveItem(agenda) ?? timedItems(agenda).find(({ progress }) => progress.status === 'waiting');

export const currentCue = (cues: readonly Cue[], ticked: Ticked): Cue | undefined =>
  cues.find(({ cueId }) => !ticked.has(cueId));

/** The current cue is done; nothing happens after the last. */
export function tickCurrent(cues: readonly Cue[], ticked: Ticked): Ticked {
  const current = currentCue(cues, ticked);
  return current === undefined ? ticked : new Set([...ticked, current.cueId]);
}

/** One step back: the last cue that was ticked before the current one. */
export function untickLast(cues: readonly Cue[], ticked: Ticked): Ticked {
  const current = currentCue(cues, ticked);
  const before = current === undefined ? cues : cues.slice(0, cues.indexOf(current));
  const last = before.at(-1);
  return last === undefined ? ticked : toggled(ticked, last.cueId);
}

export const toggled = (ticked: Ticked, cueId: string): Ticked =>
  ticked.has(cueId) ? new Set([...ticked].filter((one) => one !== cueId)) : new Set([...ticked, cueId]);

/** As it is kept: cues that are no longer in the programme are let go. */
export function kept(agenda: Agenda, ticked: Ticked): string {
  const known = new Set<string>(agenda.items.flatMap(({ cues }) => cues.map(({ cueId }) => cueId)));
  return JSON.stringify([...ticked].filter((cueId) => known.has(cueId)));
}

export function readTicked(stored: string | null): Ticked {
  if (stored === null) return new Set();
  try {
    const read: unknown = JSON.parse(stored);
    return new Set(Array.isArray(read) ? read.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set();
  }
}
