import { z } from 'zod';
import { bridgeIdSchema, defectIdSchema } from '../ids.ts';
import { lines } from '../text.ts';
import type { Award } from './award.ts';
import type { Citation } from './citation.ts';
import type { Feedback } from './feedback.ts';
import type { Incident } from './incident.ts';
import { type Minutes, noMinutes } from './minutes.ts';
import type { Proposal } from './proposal.ts';
import type { ReportPoint } from './report-point.ts';
import type { Task } from './task.ts';

/** Something found wrong in a rehearsal, to be mended before the day. */
export const defectFactsSchema = z.strictObject({
  defectId: defectIdSchema,
  sentence: lines(600),
  /** The hall it was found in; null: everywhere, or the centre. */
  bridgeId: bridgeIdSchema.nullable(),
});
export type DefectFacts = z.infer<typeof defectFactsSchema>;

export interface Defect extends DefectFacts {
  readonly foundAt: number;
  readonly mendedAt: number | null;
}

/** What remains of a conference. Each list stands in the order in which it was written, awards in ceremony order. */
export interface Records {
  readonly defects: readonly Defect[];
  readonly minutes: Minutes;
  readonly proposals: readonly Proposal[];
  readonly tasks: readonly Task[];
  readonly awards: readonly Award[];
  readonly points: readonly ReportPoint[];
  readonly incidents: readonly Incident[];
  readonly citations: readonly Citation[];
  readonly feedback: readonly Feedback[];
  /** Names and phones are erased so many days after the closing; null: they are kept until somebody says so. */
  readonly peopleKeptDays: number | null;
}

export const noRecords: Records = {
  defects: [],
  minutes: noMinutes,
  proposals: [],
  tasks: [],
  awards: [],
  points: [],
  incidents: [],
  citations: [],
  feedback: [],
  peopleKeptDays: null,
};
export const MAX_DEFECTS = 500;
/** Told by one bridge: a hall that reports without end does not take the list from all others. */
export const MAX_DEFECTS_OF_BRIDGE = 50;
