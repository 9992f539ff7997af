import { z } from 'zod';
import type { AgendaTemplateSummary, StoredAgendaTemplate } from '../../shared/protocol/http.ts';
import { agendaTemplateSchema } from '../../shared/views/agenda-template.ts';
import type { Database } from './sqlite-database.ts';

const outlineRow = z.object({ id: z.string(), name: z.string(), created_at: z.int(), rows: z.int() });
const templateRow = z.object({ id: z.string(), name: z.string(), body: z.string(), created_at: z.int() });

/** Templates, synchronous, on the writing connection. */
export function createSqliteAgendaTemplates(db: Database) {
  const count = db.prepare('SELECT count(*) FROM agenda_template').pluck();
  const add = db.transaction(({ id, name, createdAt, template }: StoredAgendaTemplate, most: number): boolean => {
    if (Number(count.get()) >= most) return false;
    const insert = db.prepare('INSERT INTO agenda_template (id, name, body, created_at) VALUES (?, ?, ?, ?)');
    insert.run(id, name, JSON.stringify(template), createdAt);
    return true;
  });
  return {
    addTemplate: (template: StoredAgendaTemplate, most: number): boolean => add.immediate(template, most),
    templates: (): readonly AgendaTemplateSummary[] => {
      const all = db.prepare(
        `SELECT id, name, created_at, json_array_length(body, '$.rows') AS rows FROM agenda_template ORDER BY created_at`,
      );
      return z
        .array(outlineRow)
        .parse(all.all())
        .map(({ created_at, ...rest }) => ({ ...rest, createdAt: created_at }));
    },
    template: (id: string): StoredAgendaTemplate | null => {
      const one = db.prepare('SELECT id, name, body, created_at FROM agenda_template WHERE id = ?');
      const row = templateRow.optional().parse(one.get(id));
      if (row === undefined) return null;
      const template = agendaTemplateSchema.parse(JSON.parse(row.body));
      return { id: row.id, name: row.name, createdAt: row.created_at, template };
    },
    removeTemplate: (id: string): boolean =>
      db.prepare('DELETE FROM agenda_template WHERE id = ?').run(id).changes === 1,
  };
}
