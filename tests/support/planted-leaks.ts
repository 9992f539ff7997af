import { redactEvent, redactState } from '../../shared/domain/audience.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';

export interface Redaction {
  readonly event: typeof redactEvent;
  readonly state: typeof redactState;
}

export const OURS: Redaction = { event: redactEvent, state: redactState };
const publicEvent = (change: (event: ConferenceEvent, ours: ConferenceEvent | null) => ConferenceEvent | null) =>
  ((audience, event) => {
    const ours = redactEvent(audience, event);
    return audience.kind === 'public' ? change(event, ours) : ours;
  }) satisfies typeof redactEvent;

/** Redactions that let something through, or keep back what everybody is to see. */
export const PLANTED: Readonly<Record<string, Redaction>> = {
  'the technician in an event': {
    ...OURS,
    event: publicEvent((event, ours) => (event.type === 'bridgesAdded' ? event : ours)),
  },
  'the line of a bridge in an event': {
    ...OURS,
    event: publicEvent((event, ours) => (event.type === 'bridgeLinkLost' ? event : ours)),
  },
  'the note of a report in an event': {
    ...OURS,
    event: publicEvent((event, ours) => (event.type === 'headcountReported' ? event : ours)),
  },
  'the reason of an override in an event': {
    ...OURS,
    event: publicEvent((event, ours) => (event.type === 'speechRegistered' ? event : ours)),
  },
  'the reason of an override in the snapshot': {
    ...OURS,
    state: (audience, state) => {
      const ours = redactState(audience, state);
      return audience.kind === 'public' ? { ...ours, floor: state.floor } : ours;
    },
  },
  'the running order in an event': {
    ...OURS,
    event: publicEvent((event, ours) => (event.type === 'cuesScripted' ? event : ours)),
  },
  'the running order in the snapshot': {
    ...OURS,
    state: (audience, state) => {
      const ours = redactState(audience, state);
      return audience.kind === 'public' ? { ...ours, agenda: state.agenda } : ours;
    },
  },
  'a defect in an event': {
    ...OURS,
    event: publicEvent((event, ours) => (event.type === 'defectFound' ? event : ours)),
  },
  'the defects in the snapshot': {
    ...OURS,
    state: (audience, state) => {
      const ours = redactState(audience, state);
      return audience.kind === 'public' ? { ...ours, records: state.records } : ours;
    },
  },
  'a correction of the ledger kept back': {
    ...OURS,
    event: publicEvent((event, ours) => (event.type === 'ledgerCorrected' ? null : ours)),
  },
  'a fact of the stage kept back': {
    ...OURS,
    event: publicEvent((event, ours) => (event.type === 'speechBegan' ? null : ours)),
  },
  'technicians in the snapshot': {
    ...OURS,
    state: (audience, state) => {
      const ours = redactState(audience, state);
      return audience.kind === 'public' ? { ...ours, bridges: state.bridges } : ours;
    },
  },
  'another bridge in a bridge’s stream': {
    ...OURS,
    event: (audience, event) =>
      audience.kind === 'bridge' && event.type === 'bridgesAdded' ? event : redactEvent(audience, event),
  },
};
