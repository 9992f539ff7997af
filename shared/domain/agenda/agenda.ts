import { z } from 'zod';
import { type AgendaItemId, agendaItemIdSchema } from '../ids.ts';
import { duration, instant } from '../instant.ts';
import { personSchema } from '../person.ts';
import { line } from '../text.ts';

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

/** What the programme says of an item. Times are instants, lengths milliseconds. */
export const agendaPlanSchema = z.strictObject({
  kind: z.enum(agendaItemKinds),
  title: line(400),
  plannedStart: instant,
  durationMs: duration,
});
export type AgendaPlan = z.infer<typeof agendaPlanSchema>;

export const agendaItemFactsSchema = z.strictObject({
  ...agendaPlanSchema.shape,
  itemId: agendaItemIdSchema,
  presenter: personSchema.nullable(),
});
export type AgendaItemFacts = z.infer<typeof agendaItemFactsSchema>;

/** A skipped item stays visible and can be taken up again. */
export type Progress =
  | { readonly status: 'waiting' }
  | { readonly status: 'live'; readonly startedAt: number }
  | { readonly status: 'finished'; readonly startedAt: number; readonly finishedAt: number }
  | { readonly status: 'skipped' };

export interface AgendaItem extends AgendaItemFacts {
  readonly progress: Progress;
}

/** The programme in its order: some dozens of items, a few hundred at most. */
export interface Agenda {
  readonly items: readonly AgendaItem[];
}

export const MAX_ITEMS = 300;
export const emptyAgenda: Agenda = { items: [] };

export const itemOf = ({ items }: Agenda, id: AgendaItemId): AgendaItem | undefined =>
  items.find(({ itemId }) => itemId === id);

export const liveItem = ({ items }: Agenda): AgendaItem | undefined =>
  items.find(({ progress }) => progress.status === 'live');
