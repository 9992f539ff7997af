import { z } from 'zod';
import type { Seat } from '../actor.ts';
import { type ConferenceId, conferenceIdSchema } from '../ids.ts';
import { line } from '../text.ts';

export const conferenceKinds = [
  'yearEndReview',
  'halfYearReview',
  'periodicBriefing',
  'dissemination',
  'congress',
  'other',
] as const;
export const conferenceLevels = ['nationalSector', 'centralAgency', 'province'] as const;
export const conferenceForms = ['inPerson', 'online', 'hybrid'] as const;

/** What the invitation says of a conference. */
export const conferenceDetailsSchema = z.strictObject({
  title: line(400),
  kind: z.enum(conferenceKinds),
  level: z.enum(conferenceLevels),
  form: z.enum(conferenceForms),
  periodReviewed: line(60).nullable(),
  periodPlanned: line(60).nullable(),
  date: z.iso.date(),
  organiser: line(200),
});
export type ConferenceDetails = z.infer<typeof conferenceDetailsSchema>;

/** `uncreated` is the empty journal; a closed conference can only be archived. */
export type Phase = 'uncreated' | 'draft' | 'preparing' | 'live' | 'adjourned' | 'closed' | 'archived';

/** Nothing happens in it any more. */
export const isOver = ({ phase }: { readonly phase: Phase }): boolean => phase === 'closed' || phase === 'archived';

/** A rehearsal (tổng duyệt) is a conference of its own, on its own journal, with a clock of its own. */
export const rehearsalOfSchema = z.strictObject({
  conference: conferenceIdSchema,
  /** Added to the server's time: the rehearsal of tomorrow's 08:00 is held at 15:00 today and reads 08:00. */
  clockOffsetMs: z.int(),
});
export type RehearsalOf = z.infer<typeof rehearsalOfSchema>;

/** The conference that this one follows in its series. */
export const predecessorSchema = z.strictObject({
  conference: conferenceIdSchema,
  title: line(400),
  date: z.iso.date(),
});
export type Predecessor = z.infer<typeof predecessorSchema>;

/** What a conference knows of its own rehearsals: that they were held. */
export interface HeldRehearsal {
  readonly conference: ConferenceId;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** Each is a conference with a journal of its own, kept for good. */
export const MAX_REHEARSALS = 50;

export interface Conference extends ConferenceDetails {
  readonly phase: Phase;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
  /** Since when the session is classified (mật): no media, no recording, no uploads, no exports. null: it is not. */
  readonly classifiedSince: number | null;
  /** The classified sessions that are over: what was said in them stands in minutes of their own. */
  readonly classified: readonly { readonly since: number; readonly until: number }[];
  /** null: this is the conference itself. */
  readonly rehearsalOf: RehearsalOf | null;
  readonly rehearsals: readonly HeldRehearsal[];
  /** null: the first of its series. */
  readonly follows: Predecessor | null;
  /** The deputy who sat down last, so that every console can say so. */
  readonly lastTakeover: { readonly seat: Seat; readonly at: number } | null;
}

export const uncreatedConference: Conference = {
  title: '',
  kind: 'other',
  level: 'nationalSector',
  form: 'hybrid',
  periodReviewed: null,
  periodPlanned: null,
  date: '1970-01-01',
  organiser: '',
  phase: 'uncreated',
  openedAt: null,
  closedAt: null,
  classifiedSince: null,
  classified: [],
  rehearsalOf: null,
  rehearsals: [],
  follows: null,
  lastTakeover: null,
};

/** What the invitation says, without what has become of it since. */
export const detailsOf = (conference: ConferenceDetails): ConferenceDetails => {
  const { title, kind, level, form, periodReviewed, periodPlanned, date, organiser } = conference;
  return { title, kind, level, form, periodReviewed, periodPlanned, date, organiser };
};
