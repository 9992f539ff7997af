import { expect, test } from 'vitest';
import { commandSchema } from '../../shared/domain/command.ts';
import { agendaTemplateSchema, fromTemplate, toTemplate } from '../../shared/views/agenda-template.ts';
import {
  deadline,
  itemAdded,
  itemId,
  LIVE,
  lasting,
  MINUTE,
  NOW,
  person,
  rowAdded,
  stateAfter,
  until,
} from '../support/builders.ts';

const DAY = 24 * 60 * MINUTE;
const { agenda } = stateAfter(
  LIVE,
  rowAdded(itemId('phan-1'), { row: 'group', title: 'Phần thứ nhất', targetMs: 40 * MINUTE }),
  itemAdded(itemId('a'), { start: NOW, span: lasting(10 * MINUTE) }, person('Trưởng Ban')),
  rowAdded(itemId('luu-y'), { row: 'note', title: 'Tắt micro' }),
  itemAdded(itemId('b'), { start: NOW, soft: true, span: until(NOW + 30 * MINUTE) }),
  itemAdded(itemId('c'), { start: NOW + 40 * MINUTE, span: deadline(NOW + 60 * MINUTE) }),
);
const template = toTemplate(agenda.items);

test('[TPL1] times count from the first start; people and what happened stay behind', () => {
  expect(agendaTemplateSchema.parse(template)).toEqual(template);
  expect(template.rows).toMatchObject([
    { row: 'group', targetMs: 40 * MINUTE },
    { row: 'item', startMs: 0, soft: false, span: { lock: 'duration', durationMs: 10 * MINUTE } },
    { row: 'note', title: 'Tắt micro' },
    // A soft item is written where the plan puts it, not where it was once typed.
    { row: 'item', startMs: 10 * MINUTE, soft: true, span: { lock: 'end', endMs: 30 * MINUTE, deadline: false } },
    { row: 'item', startMs: 40 * MINUTE, span: { lock: 'end', endMs: 60 * MINUTE, deadline: true } },
  ]);
  expect(JSON.stringify(template)).not.toContain('Trưởng Ban');
});

test('[TPL2] on another day the rows stand as they stood, each the same time after the first', () => {
  const items = fromTemplate(template, NOW + DAY);
  expect(commandSchema.parse({ type: 'addAgendaItems', items, beforeItemId: null })).toMatchObject({ items });
  expect(items.map(({ plan }) => (plan.row === 'item' ? plan.start - NOW - DAY : plan.row))).toEqual([
    'group',
    0,
    'note',
    10 * MINUTE,
    40 * MINUTE,
  ]);
  const ends = items.flatMap(({ plan }) => (plan.row === 'item' && plan.span.lock === 'end' ? [plan.span.end] : []));
  expect(ends).toEqual([NOW + DAY + 30 * MINUTE, NOW + DAY + 60 * MINUTE]);
});

test('[TPL3] there and back nothing is lost', () => {
  const added = fromTemplate(template, NOW + DAY).map(({ plan }, index) => rowAdded(itemId(`m${index}`), plan));
  expect(toTemplate(stateAfter(LIVE, added).agenda.items)).toEqual(template);
});

test('[TPL4] a programme of headings and notes alone has no first start, and is a template all the same', () => {
  const { items } = stateAfter(LIVE, rowAdded(itemId('n'), { row: 'note', title: 'Tắt micro' })).agenda;
  expect(agendaTemplateSchema.parse(toTemplate(items))).toEqual({ rows: [{ row: 'note', title: 'Tắt micro' }] });
});
