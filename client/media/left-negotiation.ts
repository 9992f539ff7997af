import { NegotiationError } from 'livekit-client';

/**
 * A negotiation that fails in the middle (the line broke, another machine took the place) is begun anew by the library
 * itself, with a full reconnection; but where the server asks for it, the library leaves its own promise unobserved
 * (2.22, `onMediaSectionsRequirement`). That one is no fault of the page; any other still is.
 */
export function passOverLeftNegotiation(event: Pick<PromiseRejectionEvent, 'reason' | 'preventDefault'>): void {
  if (event.reason instanceof NegotiationError) event.preventDefault();
}
