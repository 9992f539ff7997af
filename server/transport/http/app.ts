import express, { type Express } from 'express';
import rateLimit from 'express-rate-limit';
import type { Health } from '../../../shared/protocol/http.ts';
import type { Desks } from '../../application/desks.ts';
import type { MediaDoor } from '../../application/media-door.ts';
import type { Seats } from '../../application/seats.ts';
import type { OriginCheck } from '../origins.ts';
import { HttpFault, sendFault } from './answer.ts';
import { type ConferenceRoutesOptions, conferenceRoutes } from './conferences.ts';
import { refuseForeignPages } from './context.ts';
import { permissionsPolicy, securityHeaders } from './headers.ts';
import { invitationRoutes } from './invitations.ts';
import { LIVEKIT_PATH, mediaTokenRoute } from './media.ts';
import { pageRoutes } from './pages.ts';
import { sessionRoutes } from './sessions.ts';
import { type TrustAnchor, trustRoutes } from './trust.ts';

export interface AppOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly delegates: ConferenceRoutesOptions['delegates'];
  readonly door: MediaDoor;
  readonly isOwnOrigin: OriginCheck;
  readonly secure: boolean;
  readonly trust: TrustAnchor;
  readonly pages: string;
  readonly health: () => Health;
  readonly linkOf: (token: string) => string;
  readonly onFault: (cause: unknown) => void;
}

/** One address may hold a whole province: the limit stops a flood, not a crowd. */
const REQUESTS_PER_MINUTE = 3_000;

export function createApp(options: AppOptions): Express {
  const { seats, desks } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders(options.secure), permissionsPolicy);
  app.use(
    rateLimit({ windowMs: 60_000, limit: REQUESTS_PER_MINUTE, standardHeaders: 'draft-8', legacyHeaders: false }),
  );
  app.use(refuseForeignPages(options.isOwnOrigin));

  app.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json(options.health());
  });
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', express.json({ limit: '64kb', type: 'application/json' }));
  app.use('/api/session', sessionRoutes(seats, options.secure));
  app.use('/api/conferences/:conference/media-token', mediaTokenRoute(seats, desks, options.door));
  app.use('/api/conferences/:conference/invitations', invitationRoutes(seats, desks, options.linkOf));
  app.use('/api/conferences', conferenceRoutes({ seats, desks, delegates: options.delegates }));
  // Only the join socket of LiveKit passes, and that is an upgrade: whoever asks otherwise finds no media here.
  app.use(LIVEKIT_PATH, () => {
    throw new HttpFault(503, 'media-unavailable');
  });
  app.use('/trust', trustRoutes(options.trust));
  app.use(pageRoutes(options.pages));
  app.use(sendFault(options.onFault));
  return app;
}
