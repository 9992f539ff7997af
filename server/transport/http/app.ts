import express, { type Express, type Request, type RequestHandler } from 'express';
import { mayUse } from '../../../shared/domain/capabilities.ts';
import type { Badges } from '../../application/badges.ts';
import type { ConferencePapers } from '../../application/conference-papers.ts';
import type { Desks } from '../../application/desks.ts';
import type { DocumentReading } from '../../application/document-reading.ts';
import type { ListImports } from '../../application/list-imports.ts';
import type { MediaDoor } from '../../application/media-door.ts';
import type { Pairings } from '../../application/pairings.ts';
import type { Papers } from '../../application/papers.ts';
import type { PeopleRetention } from '../../application/people-retention.ts';
import type { Rehearsals } from '../../application/rehearsals.ts';
import type { Seats } from '../../application/seats.ts';
import type { Series } from '../../application/series.ts';
import type { Archives } from '../../archive/archives.ts';
import type { DocumentUploads } from '../../documents/document-uploads.ts';
import type { Recordings } from '../../recordings/recordings.ts';
import type { AgendaTemplates } from '../../store/agenda-templates.ts';
import type { Journal } from '../../store/journal.ts';
import type { PeopleStore } from '../../store/people.ts';
import type { OriginCheck } from '../origins.ts';
import { secretTries } from '../secret-tries.ts';
import { agendaTemplateRoutes } from './agenda-templates.ts';
import { HttpFault, sendFault } from './answer.ts';
import { archiveRoutes } from './archive.ts';
import { type BadgeRoutesOptions, badgePageRoute, badgeReadingRoute } from './badges.ts';
import { branchRoutes } from './branches.ts';
import { conferenceRoutes } from './conferences.ts';
import { refuseForeignPages, refuseUnlisted, seatOf } from './context.ts';
import { type DelegateRoutesOptions, delegateRoutes } from './delegates.ts';
import { deputyEntryRoute, deputyRoutes } from './deputies.ts';
import { documentRoutes } from './documents.ts';
import { exportRoutes } from './exports.ts';
import { type HandbookRoutesOptions, handbookRoutes } from './handbook.ts';
import { handbookExportRoute } from './handbook-export.ts';
import { permissionsPolicy, securityHeaders } from './headers.ts';
import { type HealthOptions, healthRoutes } from './health.ts';
import { importRoutes } from './imports.ts';
import { invitationRoutes } from './invitations.ts';
import { LIVEKIT_PATH, mediaTokenRoute } from './media.ts';
import { type MetricsOptions, metricsRoutes } from './metrics.ts';
import { pageRoutes } from './pages.ts';
import { pairingEntryRoute, pairingRoutes } from './pairings.ts';
import { paperRoutes } from './papers.ts';
import { patience } from './patience.ts';
import { peopleRoutes } from './people.ts';
import { readinessRoute } from './readiness.ts';
import { recordingRoutes } from './recordings.ts';
import { rehearsalRoutes } from './rehearsals.ts';
import { requestLimit } from './request-limit.ts';
import { refusedInSecret } from './secret.ts';
import { seriesRoutes } from './series.ts';
import { sessionRoutes } from './sessions.ts';
import { technicalRoutes } from './technical.ts';
import { type TrustAnchor, trustRoutes } from './trust.ts';

export interface AppOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly rehearsals: Rehearsals;
  readonly delegates: DelegateRoutesOptions['delegates'];
  readonly templates: AgendaTemplates;
  readonly papers: Papers;
  readonly conferencePapers: ConferencePapers;
  readonly imports: ListImports;
  readonly badges: Badges;
  readonly documents: DocumentUploads;
  readonly reading: DocumentReading;
  readonly rowsOf: BadgeRoutesOptions['rowsOf'];
  readonly handbook: Pick<HandbookRoutesOptions, 'holders' | 'reading'>;
  readonly recordings: Recordings;
  readonly keeping: {
    readonly archives: Archives;
    readonly series: Series;
    readonly people: PeopleStore;
    readonly retention: PeopleRetention;
  };
  readonly door: MediaDoor;
  readonly pairings: Pairings;
  readonly journal: Pick<Journal, 'read'>;
  readonly isOwnOrigin: OriginCheck;
  readonly secure: boolean;
  readonly trust: TrustAnchor;
  readonly pages: string;
  readonly observation: HealthOptions & MetricsOptions;
  readonly linkOf: (token: string) => string;
  readonly newId: () => string;
  readonly onFault: (cause: unknown) => void;
}

export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(patience, securityHeaders(options.secure), permissionsPolicy);
  app.use(requestLimit(options.seats));
  app.use(refuseForeignPages(options.isOwnOrigin));

  app.use(healthRoutes(options.observation), metricsRoutes(options.observation));
  app.use('/api', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', refuseUnlisted);
  serveApi(app, options);
  // Only the join socket of LiveKit passes, and that is an upgrade: whoever asks otherwise finds no media here.
  app.use(LIVEKIT_PATH, () => {
    throw new HttpFault(503, 'media-unavailable');
  });
  app.use('/trust', trustRoutes(options.trust));
  app.use(pageRoutes(options.pages));
  app.use(sendFault(options.onFault));
  return app;
}

/** A programme of three hundred rows is larger than anything else that is sent. */
const PROGRAMME_LIMIT = '512kb';

/** Asked before it is read: reading half a megabyte takes longer than all else that a stranger can ask for. */
const forWriters =
  (seats: Seats, read: RequestHandler): RequestHandler =>
  async (request, response, next) => {
    const session = await seatOf(seats, request);
    if (mayUse(session, 'writeAtLength')) await read(request, response, next);
    else next();
  };

function serveApi(app: Express, options: AppOptions): void {
  const { seats, desks, secure, newId } = options;
  const trySecret = secretTries();
  const json = (limit: string) => express.json({ limit, type: 'application/json' });
  app.use(['/api/agenda-templates', '/api/conferences/:conference/commands'], forWriters(seats, json(PROGRAMME_LIMIT)));
  app.use('/api', json('64kb'));
  app.use('/api/session', sessionRoutes({ seats, secure, trySecret }));
  app.use('/api/deputy', deputyEntryRoute({ seats, desks, secure, newId, trySecret }));
  app.use('/api/pairings', pairingRoutes(options.pairings, secure, trySecret));
  app.use('/api/agenda-templates', agendaTemplateRoutes(seats, options.templates, newId));
  app.use('/api/conferences/:conference/media-token', mediaTokenRoute(seats, desks, options.door));
  app.use('/api/conferences/:conference/invitations', invitationRoutes(seats, desks, options.linkOf));
  app.use(
    '/api/conferences/:conference/pairings',
    pairingEntryRoute({ seats, desks, pairings: options.pairings, trySecret }),
  );
  app.use('/api/conferences/:conference/deputies', deputyRoutes(seats, desks));
  app.use('/api/conferences/:conference/rehearsals', rehearsalRoutes(seats, desks, options.rehearsals));
  app.use('/api/conferences/:conference/readiness', readinessRoute(seats, desks));
  app.use('/api/conferences/:conference', technicalRoutes({ seats, desks, journal: options.journal }));
  closeInSecret(app, seats, desks);
  const { papers, imports, badges, rowsOf, documents, reading } = options;
  app.use('/api/handbook', handbookRoutes({ seats, desks, trySecret, ...options.handbook }));
  app.use(
    '/api/conferences/:conference/handbook-export',
    handbookExportRoute({
      seats,
      desks,
      reading: options.handbook.reading,
      origin: new URL(options.linkOf('')).origin,
    }),
  );
  app.use('/api/badge', badgePageRoute({ seats, desks, badges, rowsOf, trySecret }));
  app.use('/api/conferences/:conference/badges', badgeReadingRoute({ seats, desks, badges, rowsOf, trySecret }));
  app.use('/api/conferences/:conference/imports', importRoutes({ seats, desks, imports, papers }));
  app.use(
    '/api/conferences/:conference/papers',
    paperRoutes({ seats, desks, papers, conferencePapers: options.conferencePapers }),
    exportRoutes({ seats, desks, papers }),
  );
  app.use('/api/conferences/:conference/documents', documentRoutes({ seats, desks, documents, reading }));
  app.use('/api/conferences/:conference/recordings', recordingRoutes({ seats, desks, recordings: options.recordings }));
  serveKeeping(app, options);
  app.use('/api/conferences/:conference', branchRoutes(seats, desks));
  const { delegates } = options;
  app.use('/api/conferences/:conference/delegates', delegateRoutes({ seats, desks, badges, delegates }));
  app.use('/api/conferences', conferenceRoutes({ seats, desks }));
}

/** What remains of a conference, and what comes after it. */
function serveKeeping(app: Express, { seats, desks, keeping }: AppOptions): void {
  const { archives, series, people, retention } = keeping;
  app.use('/api/conferences/:conference/archive', archiveRoutes({ seats, desks, archives }));
  app.use('/api/conferences/:conference/people', peopleRoutes({ seats, desks, people, retention }));
  app.use('/api/conferences/:conference/successors', seriesRoutes(seats, desks, series));
}

/** Before any of these routes reads a body. What was recorded may still be listed, and deleted by its command. */
function closeInSecret(app: Express, seats: Seats, desks: Desks): void {
  const of = (part: string): string => `/api/conferences/:conference/${part}`;
  const closed = ['imports', 'papers', 'documents', 'archive', 'people', 'successors'].map(of);
  app.use(closed, refusedInSecret(seats, desks));
  const isList = ({ method, path }: Request): boolean => method === 'GET' && path === '/';
  app.use(of('recordings'), refusedInSecret(seats, desks, isList));
}
