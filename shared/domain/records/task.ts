import { z } from 'zod';
import { conferenceIdSchema, taskIdSchema } from '../ids.ts';
import { personInputSchema, personSchema } from '../person.ts';
import { line, lines } from '../text.ts';

const year = z.int().min(1_990).max(2_200);

/** Until when: often a period or an event rather than a day. A quarter and a year end with their last day. */
export const deadlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), date: z.iso.date() }),
  z.strictObject({ kind: z.literal('quarter'), quarter: z.int().min(1).max(4), year }),
  z.strictObject({ kind: z.literal('year'), year }),
  z.strictObject({ kind: z.literal('event'), event: line(200) }),
]);
export type Deadline = z.infer<typeof deadlineSchema>;

const content = {
  text: lines(3_000),
  assignees: z.array(line(200)).min(1).max(20),
  deadline: deadlineSchema.nullable(),
};
export const taskInputSchema = z.strictObject({ ...content, assigner: personInputSchema.nullable() });
export type TaskInput = z.infer<typeof taskInputSchema>;

export const taskFactsSchema = z.strictObject({
  taskId: taskIdSchema,
  ...content,
  assigner: personSchema.nullable(),
  /** Taken over from an earlier conference, where it was assigned; null: assigned here. */
  carriedFrom: z.strictObject({ conference: conferenceIdSchema, title: line(400), date: z.iso.date() }).nullable(),
});
export type TaskFacts = z.infer<typeof taskFactsSchema>;

export const taskStateSchema = z.enum(['open', 'underway', 'done', 'dropped']);
export type TaskState = z.infer<typeof taskStateSchema>;

export interface Task extends TaskFacts {
  readonly state: TaskState;
  /** What was last said of it. */
  readonly remark: string | null;
  readonly followedUpAt: number | null;
}

export const MAX_TASKS = 1_000;

/** Still to be done: such a task goes on to the next conference. */
export const isPending = ({ state }: Pick<Task, 'state'>): boolean => state === 'open' || state === 'underway';

/** The last day on which it is in time, ISO; null: an event, or none. */
export function lastDayOf(deadline: Deadline | null): string | null {
  if (deadline === null || deadline.kind === 'event') return null;
  if (deadline.kind === 'date') return deadline.date;
  if (deadline.kind === 'year') return `${deadline.year}-12-31`;
  return `${deadline.year}-${['03-31', '06-30', '09-30', '12-31'][deadline.quarter - 1] ?? '12-31'}`;
}
