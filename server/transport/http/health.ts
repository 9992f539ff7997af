import { Router } from 'express';
import type { Health } from '../../../shared/protocol/http.ts';
import type { Readiness } from '../../observe/readiness.ts';
import { type InsideOptions, insideOnly } from './inside.ts';

export interface HealthOptions extends InsideOptions {
  readonly health: () => Health;
  readonly readiness: () => Promise<Readiness>;
}

/** `/healthz`: it is alive. `/readyz`, from inside alone: whether a conference can be held now, and what is wrong if not. */
export function healthRoutes({ health, readiness, token }: HealthOptions): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json(health());
  });
  router.get('/readyz', insideOnly({ token }), async (_request, response) => {
    const found = await readiness();
    response.setHeader('Cache-Control', 'no-store');
    response.status(found.ready ? 200 : 503).json(found);
  });
  return router;
}
