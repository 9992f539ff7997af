import { Router } from 'express';
import { type AgendaTemplateSummary, agendaTemplateRequestSchema } from '../../../shared/protocol/http.ts';
import type { Seats } from '../../application/seats.ts';
import type { AgendaTemplates } from '../../store/agenda-templates.ts';
import { HttpFault, parsed } from './answer.ts';
import { seatOf } from './context.ts';

const MAX_TEMPLATES = 200;

/** Read by the staff of every conference, written by the secretariat. */
export function agendaTemplateRoutes(seats: Seats, templates: AgendaTemplates, newId: () => string): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    await seatOf(seats, request);
    response.json(await templates.templates());
  });

  router.get('/:template', async (request, response) => {
    await seatOf(seats, request);
    const found = await templates.template(request.params.template);
    if (found === null) throw new HttpFault(404, 'template-unknown');
    response.json(found);
  });

  router.post('/', async (request, response) => {
    await seatOf(seats, request);
    const { name, template } = parsed(agendaTemplateRequestSchema, request.body);
    const stored = { id: newId(), name, createdAt: Date.now(), template };
    if (!(await templates.addTemplate(stored, MAX_TEMPLATES))) {
      throw new HttpFault(409, 'too-many-templates', { max: MAX_TEMPLATES });
    }
    const { template: _, ...outline } = stored;
    const summary: AgendaTemplateSummary = { ...outline, rows: template.rows.length };
    response.status(201).json(summary);
  });

  router.delete('/:template', async (request, response) => {
    await seatOf(seats, request);
    if (!(await templates.removeTemplate(request.params.template))) throw new HttpFault(404, 'template-unknown');
    response.status(204).end();
  });
  return router;
}
