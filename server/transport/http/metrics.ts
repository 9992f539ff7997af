import { Router } from 'express';
import { type InsideOptions, insideOnly } from './inside.ts';

export interface MetricsOptions extends InsideOptions {
  readonly figures: { readonly contentType: string; readonly text: () => Promise<string> };
}

/** `/metrics`, from inside alone: figures for a Prometheus that the office runs. */
export function metricsRoutes({ figures, token }: MetricsOptions): Router {
  const router = Router();
  router.get('/metrics', insideOnly({ token }), async (_request, response) => {
    const text = await figures.text();
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', figures.contentType);
    response.end(text);
  });
  return router;
}
