import { z } from 'zod';
import { type AgendaItemId, agendaItemIdSchema } from '../ids.ts';
import { duration, instant } from '../instant.ts';
import { personSchema } from '../person.ts';
import type { Run } from '../run.ts';
import { line } from '../text.ts';
import type { Cue } from './cue.ts';

export const agendaItemKinds = [
  'settling',
  'flagSalute',
  'introduction',
  'opening',
  'report',
  'newDocuments',
  'video',
  'papers',
  'discussion',
  'answers',
  'awards',
  'directiveSpeech',
  'acknowledgement',
  'conclusion',
  'closing',
  'recess',
] as const;
export type AgendaItemKind = (typeof agendaItemKinds)[number];

/**
 * Two of start, duration and end define an item: its start, and the one that is locked; the third follows. A deadline
 * holds its clock time whatever happens before it (lunch, the hand-over to live television).
 */
export const spanSchema = z.discriminatedUnion('lock', [
  z.strictObject({ lock: z.literal('duration'), durationMs: duration }),
  z.strictObject({ lock: z.literal('end'), end: instant, deadline: z.boolean() }),
]);
export type Span = z.infer<typeof spanSchema>;

const timing = {
  /** The clock time of a hard start. Of a soft one what it was when it was written: used while nothing precedes it. */
  start: instant,
  /** Follows the item before it. */
  soft: z.boolean(),
  span: spanSchema,
};

/** What the programme says of a row. Times are instants, lengths milliseconds. Groups and notes never move a time. */
export const agendaPlanSchema = z.discriminatedUnion('row', [
  z.strictObject({ row: z.literal('item'), kind: z.enum(agendaItemKinds), title: line(400), ...timing }),
  /** Heads the rows down to the next group. */
  z.strictObject({ row: z.literal('group'), title: line(400), targetMs: duration.nullable() }),
  z.strictObject({ row: z.literal('note'), title: line(400) }),
]);
export type AgendaPlan = z.infer<typeof agendaPlanSchema>;
export type ItemPlan = Extract<AgendaPlan, { row: 'item' }>;

export const agendaItemFactsSchema = z.strictObject({
  itemId: agendaItemIdSchema,
  plan: agendaPlanSchema,
  presenter: personSchema.nullable(),
});
export type AgendaItemFacts = z.infer<typeof agendaItemFactsSchema>;

export const retimingSchema = z.strictObject({ itemId: agendaItemIdSchema, ...timing });
export type Retiming = z.infer<typeof retimingSchema>;

/**
 * A skipped item stays visible and can be taken up again. `delayMs`: the announced delay that was in force when the
 * item began; by it its lateness is measured for ever.
 */
export type Progress =
  | { readonly status: 'waiting' }
  | { readonly status: 'live'; readonly run: Run; readonly delayMs: number }
  | { readonly status: 'finished'; readonly run: Run; readonly delayMs: number; readonly finishedAt: number }
  | { readonly status: 'skipped' };

export interface AgendaItem extends AgendaItemFacts {
  readonly progress: Progress;
  /** Time given or taken on the day, beside the plan. */
  readonly addedMs: number;
  /** What is said and done under the item, in its order. */
  readonly cues: readonly Cue[];
}

/** A row that has times. */
export interface TimedItem extends AgendaItem {
  readonly plan: ItemPlan;
}

/** The programme in its order: some dozens of rows, a few hundred at most. */
export interface Agenda {
  readonly items: readonly AgendaItem[];
  /**
   * The delay that was announced: laid over the plan of the items that wait, until it is revoked or made permanent, or
   * a deadline item begins, which swallows it.
   */
  readonly delayMs: number;
  /** The clock time at which the day must be over; null: nothing was demanded. */
  readonly endsBy: number | null;
}

export const MAX_ITEMS = 300;
export const emptyAgenda: Agenda = { items: [], delayMs: 0, endsBy: null };

export const itemOf = ({ items }: Agenda, id: AgendaItemId): AgendaItem | undefined =>
  items.find(({ itemId }) => itemId === id);

export const isTimed = (item: AgendaItem): item is TimedItem => item.plan.row === 'item';

export const timedItems = ({ items }: Agenda): readonly TimedItem[] => items.filter(isTimed);

export const liveItem = ({ items }: Agenda): TimedItem | undefined =>
  items.filter(isTimed).find(({ progress }) => progress.status === 'live');

/** Keeps its end whatever happens before it. */
export const isDeadline = ({ span }: ItemPlan): boolean => span.lock === 'end' && span.deadline;

/** The clock time at which the item ends however late it begins: only time given or taken by hand moves it. */
export const deadlineOf = ({ plan: { span }, addedMs }: Pick<TimedItem, 'plan' | 'addedMs'>): number | null =>
  span.lock === 'end' && span.deadline ? span.end + addedMs : null;

/** Items under which halls speak in turn. */
export const takesSpeeches = ({ kind }: ItemPlan): boolean => ['papers', 'discussion', 'answers'].includes(kind);
