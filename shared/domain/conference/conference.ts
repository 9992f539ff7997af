import { z } from 'zod';
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

export interface Conference extends ConferenceDetails {
  readonly phase: Phase;
  readonly openedAt: number | null;
  readonly closedAt: number | null;
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
};
