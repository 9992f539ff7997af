import type { Conference, Phase } from '../domain/conference/conference.ts';
import type { ConferenceId } from '../domain/ids.ts';
import type { ConferenceState } from '../domain/state.ts';

/** What a screen has to say about rehearsing: this is one, one of this conference is running, or nothing. */
export type RehearsalSight =
  | { readonly kind: 'none' }
  | { readonly kind: 'rehearsal'; readonly of: ConferenceId; readonly over: boolean }
  | { readonly kind: 'offered'; readonly rehearsal: ConferenceId };

const NOTHING: RehearsalSight = { kind: 'none' };
const OVER: readonly Phase[] = ['closed', 'archived'];
const NOT_OPENED: readonly Phase[] = ['draft', 'preparing'];

/** Once the conference itself is open nobody is called away from it, whatever still runs beside it. */
export function rehearsalSight({ conference }: Pick<ConferenceState, 'conference'>): RehearsalSight {
  const { rehearsalOf, phase } = conference;
  if (rehearsalOf !== null) return { kind: 'rehearsal', of: rehearsalOf.conference, over: isOver(phase) };
  const running = runningRehearsal(conference);
  return running === null || isOpened(phase) ? NOTHING : { kind: 'offered', rehearsal: running };
}

export const runningRehearsal = ({ rehearsals }: Pick<Conference, 'rehearsals'>): ConferenceId | null =>
  rehearsals.find(({ endedAt }) => endedAt === null)?.conference ?? null;

/**
 * Whether a screen that nobody attends leaves this conference for `other`: for a rehearsal while it runs, and back
 * when it is over or the conference itself has been opened.
 */
export function follows(sight: RehearsalSight, other: Phase): boolean {
  if (sight.kind === 'offered') return !isOver(other);
  return sight.kind === 'rehearsal' && (sight.over || isOpened(other));
}

export const isOpened = (phase: Phase): boolean => !NOT_OPENED.includes(phase);
const isOver = (phase: Phase): boolean => OVER.includes(phase);
