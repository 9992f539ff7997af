import { z } from 'zod';
import { bridgeIdSchema, incidentIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { line, lines } from '../text.ts';

export const INCIDENT_MATTERS = ['picture', 'sound', 'line', 'power', 'document', 'other'] as const;

const content = {
  /** The hall it happened in; null: the centre, or everywhere. */
  bridgeId: bridgeIdSchema.nullable(),
  matter: z.enum(INCIDENT_MATTERS),
  text: lines(1_000),
  /** Who mends it. */
  owner: line(200).nullable(),
  /** What it did to the conference. */
  effect: lines(1_000).nullable(),
};
export const incidentInputSchema = z.strictObject({ ...content, since: instant.nullable() });
export type IncidentInput = z.infer<typeof incidentInputSchema>;

export const incidentFactsSchema = z.strictObject({ incidentId: incidentIdSchema, ...content, since: instant });
export type IncidentFacts = z.infer<typeof incidentFactsSchema>;

export interface Incident extends IncidentFacts {
  readonly mendedAt: number | null;
  /** What was done about it. */
  readonly remedy: string | null;
}

export const MAX_INCIDENTS = 2_000;
