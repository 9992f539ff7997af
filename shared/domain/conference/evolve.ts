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
      return { ...openedUp(conference, event.at), phase: 'closed', closedAt: event.at };
    case 'conferenceArchived':
      return { ...conference, phase: 'archived' };
    case 'rehearsalCreated':
      return { ...conference, ...event.details, phase: 'draft', rehearsalOf: event.rehearsalOf };
    case 'conferenceFollows':
      return { ...conference, follows: event.follows };
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
      return openedUp(conference, event.at);
    default:
      return unreachable(event);
  }
}

function openedUp(conference: Conference, until: number): Conference {
  const { classifiedSince: since, classified } = conference;
  return since === null
    ? conference
    : { ...conference, classifiedSince: null, classified: [...classified, { since, until }] };
}
