import { z } from 'zod';
import { type AgendaItem, type AgendaPlan, agendaItemKinds, MAX_ITEMS } from '../domain/agenda/agenda.ts';
import { plannedTimes } from '../domain/agenda/planned.ts';
import { duration } from '../domain/instant.ts';
import { line } from '../domain/text.ts';

/** From the first start of the day, in milliseconds: a programme may run past midnight, never past a week. */
const sinceFirst = z.int().min(-604_800_000).max(604_800_000);

const relativeSpanSchema = z.discriminatedUnion('lock', [
  z.strictObject({ lock: z.literal('duration'), durationMs: duration }),
  z.strictObject({ lock: z.literal('end'), endMs: sinceFirst, deadline: z.boolean() }),
]);

const templateRowSchema = z.discriminatedUnion('row', [
  z.strictObject({
    row: z.literal('item'),
    kind: z.enum(agendaItemKinds),
    title: line(400),
    startMs: sinceFirst,
    soft: z.boolean(),
    span: relativeSpanSchema,
  }),
  z.strictObject({ row: z.literal('group'), title: line(400), targetMs: duration.nullable() }),
  z.strictObject({ row: z.literal('note'), title: line(400) }),
]);

/** A programme without its day: times count from its first start. People, cues and what happened stay behind. */
export const agendaTemplateSchema = z.strictObject({ rows: z.array(templateRowSchema).min(1).max(MAX_ITEMS) });
export type AgendaTemplate = z.infer<typeof agendaTemplateSchema>;
type TemplateRow = AgendaTemplate['rows'][number];

export function toTemplate(items: readonly AgendaItem[]): AgendaTemplate {
  const starts = new Map(
    plannedTimes({ items, delayMs: 0, endsBy: null }).map(({ item, start }) => [item.itemId, start]),
  );
  const first = Math.min(...starts.values());
  return { rows: items.map(({ itemId, plan }) => relative(plan, starts.get(itemId) ?? first, first)) };
}

function relative(plan: AgendaPlan, start: number, first: number): TemplateRow {
  if (plan.row !== 'item') return plan;
  const { kind, title, soft, span } = plan;
  const relativeSpan =
    span.lock === 'duration' ? span : ({ lock: 'end', endMs: span.end - first, deadline: span.deadline } as const);
  return { row: 'item', kind, title, startMs: start - first, soft, span: relativeSpan };
}

/** Rows for `addAgendaItems`, the first of them at `firstStart`. */
export const fromTemplate = (
  { rows }: AgendaTemplate,
  firstStart: number,
): { readonly plan: AgendaPlan; readonly presenter: null }[] =>
  rows.map((row) => ({ plan: absolute(row, firstStart), presenter: null }));

function absolute(row: TemplateRow, firstStart: number): AgendaPlan {
  if (row.row !== 'item') return row;
  const { kind, title, startMs, soft, span } = row;
  const absoluteSpan =
    span.lock === 'duration' ? span : ({ lock: 'end', end: firstStart + span.endMs, deadline: span.deadline } as const);
  return { row: 'item', kind, title, start: firstStart + startMs, soft, span: absoluteSpan };
}
