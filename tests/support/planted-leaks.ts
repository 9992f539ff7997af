import { entriesOf } from '../../shared/base/persistent-map.ts';
import type { AttendanceTold } from '../../shared/domain/attendance/told.ts';
import { redactState, STAFF, tell } from '../../shared/domain/audience.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';

export interface Redaction {
  readonly tell: typeof tell;
  readonly state: typeof redactState;
}

export const OURS: Redaction = { tell, state: redactState };

type Events = readonly ConferenceEvent[];
/** What the public is told of one fact in place of what we would tell; `after` is the state that the facts left. */
type Change = (event: ConferenceEvent, ours: Events, after: ConferenceState) => Events;

/** Each fact is told alone, so that one of them can be told otherwise: counts are absolute and may be told again. */
const toPublic =
  (change: Change): typeof tell =>
  (audience, events, after) => {
    if (audience.kind !== 'public') return tell(audience, events, after);
    return events.flatMap((one) => {
      const ours = tell(audience, [one], after).map(({ event }) => event);
      return change(one.event, ours, after).map((event) => ({ seq: one.seq, event }));
    });
  };

const whole = (type: ConferenceEvent['type']): Redaction => ({
  ...OURS,
  tell: toPublic((event, ours) => (event.type === type ? [event] : ours)),
});
const nothingOf = (type: ConferenceEvent['type']): Redaction => ({
  ...OURS,
  tell: toPublic((event, ours) => (event.type === type ? [] : ours)),
});
const inSnapshot = (leak: (state: ConferenceState) => Partial<ConferenceState>): Redaction => ({
  ...OURS,
  state: (audience, state) => {
    const ours = redactState(audience, state);
    return audience.kind === 'public' ? { ...ours, ...leak(state) } : ours;
  },
});
/** Counts that are told otherwise than by us. */
const counts = (change: (told: AttendanceTold, event: ConferenceEvent, after: ConferenceState) => AttendanceTold) => ({
  ...OURS,
  tell: toPublic((event, ours, after) =>
    ours.map((one) => (one.type === 'attendanceTold' ? change(one, event, after) : one)),
  ),
});

const toldToStaff = (event: ConferenceEvent, after: ConferenceState) =>
  tell(STAFF, [{ seq: 1, event }], after).flatMap(({ event: one }) =>
    one.type === 'attendanceTold' ? one.bridges : [],
  );

/** Redactions that let something through, or keep back what everybody is to see. */
export const PLANTED: Readonly<Record<string, Redaction>> = {
  'the technician in an event': whole('bridgesAdded'),
  'the line of a bridge in an event': whole('bridgeLinkLost'),
  'the note of a report in an event': counts((told, event, after) => ({ ...told, bridges: toldToStaff(event, after) })),
  'a fact that moves counts in an event': whole('headcountReported'),
  'the sub-bridges one by one': counts((told, _, { attendance }) => ({
    ...told,
    bridges: entriesOf(attendance.byBridge).map(([bridgeId, one]) => ({
      bridgeId,
      one: { ...one, excuse: null, report: one.report && { ...one.report, note: null, signedBy: null } },
    })),
  })),
  'counts as they were kept back': counts((told) => ({ ...told, totals: { reported: 0, byCategory: {} } })),
  'attendance as it is in the snapshot': inSnapshot(({ attendance }) => ({ attendance })),
  'a file that was read in an event': whole('importApplied'),
  'a certificate in an event': whole('readinessCertified'),
  'the reason of an override in an event': whole('speechRegistered'),
  'the reason of an override in the snapshot': inSnapshot(({ floor }) => ({ floor })),
  'the running order in an event': whole('cuesScripted'),
  'the running order in the snapshot': inSnapshot(({ agenda }) => ({ agenda })),
  'a defect in an event': whole('defectFound'),
  'the defects in the snapshot': inSnapshot(({ records }) => ({ records })),
  'a correction of the ledger kept back': nothingOf('ledgerCorrected'),
  'a fact of the stage kept back': nothingOf('speechBegan'),
  'a note of the minutes in an event': whole('noteWritten'),
  'a proposal in an event': whole('proposalRegistered'),
  'a document that was given to bridges in an event': whole('documentReleased'),
  'documents that were not given out in the snapshot': inSnapshot(({ documents }) => ({ documents })),
  'a ballot that is being prepared in an event': whole('ballotPrepared'),
  'hands that were counted in an event': whole('handsCounted'),
  'an open answer in an event': whole('voteCast'),
  'counts before they are published in an event': whole('ballotClosed'),
  'counts that were hidden again': nothingOf('ballotHidden'),
  'ballots in the snapshot': inSnapshot(({ ballots }) => ({ ballots })),
  'technicians in the snapshot': inSnapshot(({ bridges }) => ({ bridges })),
  'another bridge in a bridge’s stream': {
    ...OURS,
    tell: (audience, events, after) =>
      audience.kind === 'bridge'
        ? tell(audience, events, after).concat(events.filter(({ event }) => event.type === 'bridgesAdded'))
        : tell(audience, events, after),
  },
  'another branch in a bridge’s stream': {
    ...OURS,
    tell: (audience, events, after) =>
      audience.kind === 'bridge'
        ? tell(STAFF, events, after).filter(({ event }) => event.type === 'attendanceTold')
        : tell(audience, events, after),
  },
};
