import type { ConferenceState } from '../../shared/domain/state.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import { DeskDeadline } from './desk-deadline.ts';

/** Gives a document out at the time that was set for it. */
export class ReleaseDeadlines extends DeskDeadline {
  constructor(desk: ConferenceDesk, newId: () => string) {
    super(desk, newId, {
      nextAt: (state) => scheduledIn(state).reduce<number | null>((first, { at }) => Math.min(first ?? at, at), null),
      due: (state, now) =>
        scheduledIn(state)
          .filter(({ at }) => at <= now)
          .map(({ documentId }) => ({ type: 'releaseDue', documentId })),
    });
  }
}

/** In a classified session nothing is given out, and its end looks again; of an archived conference nothing ever is. */
function scheduledIn({ conference: { phase, classifiedSince }, documents }: ConferenceState) {
  if (classifiedSince !== null || phase === 'archived') return [];
  return documents.list.flatMap(({ file: { documentId }, scheduled }) =>
    scheduled === null ? [] : [{ documentId, at: scheduled.at }],
  );
}
