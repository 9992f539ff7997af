import { unreachable } from '../../base/assert.ts';
import type { Conference } from './conference.ts';
import type { ConferenceSliceEvent } from './events.ts';

export function evolveConference(conference: Conference, event: ConferenceSliceEvent): Conference {
  switch (event.type) {
    case 'conferenceCreated':
      return { ...conference, ...event.details, phase: 'draft' };
    case 'conferenceDetailsCorrected':
      return { ...conference, ...event.details };
    case 'preparationStarted':
      return { ...conference, phase: 'preparing' };
    case 'conferenceOpened':
      return { ...conference, phase: 'live', openedAt: event.at };
    case 'conferenceAdjourned':
      return { ...conference, phase: 'adjourned' };
    case 'conferenceResumed':
      return { ...conference, phase: 'live' };
    case 'conferenceClosed':
      return { ...conference, phase: 'closed', closedAt: event.at, classifiedSince: null };
    case 'conferenceArchived':
      return { ...conference, phase: 'archived' };
    case 'rehearsalCreated':
      return { ...conference, ...event.details, phase: 'draft', rehearsalOf: event.rehearsalOf };
    case 'rehearsalStarted':
      return {
        ...conference,
        rehearsals: [...conference.rehearsals, { conference: event.rehearsal, startedAt: event.at, endedAt: null }],
      };
    case 'rehearsalEnded':
      return {
        ...conference,
        rehearsals: conference.rehearsals.map((held) =>
          held.conference === event.rehearsal ? { ...held, endedAt: event.at } : held,
        ),
      };
    case 'seatTakenOver':
      return { ...conference, lastTakeover: { seat: event.seat, at: event.at } };
    case 'classifiedSessionBegan':
      return { ...conference, classifiedSince: event.at };
    case 'classifiedSessionEnded':
      return { ...conference, classifiedSince: null };
    default:
      return unreachable(event);
  }
}
