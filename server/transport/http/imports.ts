import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { commandIdSchema, type ImportId, importIdSchema } from '../../../shared/domain/ids.ts';
import { typedLine } from '../../../shared/domain/text.ts';
import { importListSchema, mappingSchema } from '../../../shared/protocol/list-import.ts';
import type { Desks } from '../../application/desks.ts';
import { FileTooLarge, mostBytesOf } from '../../application/import-files.ts';
import { type ListImports, MAX_OPEN } from '../../application/list-imports.ts';
import type { Papers } from '../../application/papers.ts';
import { actorOf, type Seats } from '../../application/seats.ts';
import { HttpFault, parsed } from './answer.ts';
import { handStreamed } from './attachment.ts';
import { deskOf, seatOf } from './context.ts';
import { refuseFile, waitForFile } from './patience.ts';

export interface ImportRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly imports: ListImports;
  readonly papers: Papers;
}

const uploadSchema = z.object({ list: importListSchema, name: typedLine(200) });
const applySchema = z.strictObject({ id: commandIdSchema });

/** Lists that come as files, for the secretariat alone. */
export function importRoutes(options: ImportRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  router.post('/', async (request, response) => {
    await receive(request, response, options);
  });
  readingRoutes(router, options);
  decidingRoutes(router, options);
  return router;
}

async function secretariatDesk(request: Request, { seats, desks }: ImportRoutesOptions) {
  const session = await seatOf(seats, request);
  return { session, desk: await deskOf(desks, session, request) };
}

async function receive(request: Request, response: Response, options: ImportRoutesOptions): Promise<void> {
  const refuse = (cause: unknown): never => refuseFile(request, response, cause);
  const { desk } = await secretariatDesk(request, options).catch(refuse);
  const wish = uploadSchema.safeParse(request.query).data ?? refuse(new HttpFault(400, 'malformed'));
  const max = mostBytesOf(wish.name);
  if (Number(request.get('content-length') ?? 0) > max) refuse(tooLarge(max));
  waitForFile(request);
  const job = await options.imports.receive(desk, wish, request).catch((cause: unknown) => {
    if (cause instanceof FileTooLarge) return refuse(tooLarge(cause.max));
    throw cause;
  });
  response.status(201).json(job ?? refuse(new HttpFault(409, 'too-many-imports', { max: MAX_OPEN })));
}

function readingRoutes(router: Router, options: ImportRoutesOptions): void {
  const { imports, papers } = options;
  router.get('/', async (request, response) => {
    const { desk } = await secretariatDesk(request, options);
    response.json(imports.jobsOf(desk.id));
  });

  router.get('/:importId', async (request, response) => {
    const { desk } = await secretariatDesk(request, options);
    response.json(found(imports.find(desk.id, importIdOf(request)) ?? 'unknown'));
  });

  router.get('/:importId/refused.csv', async (request, response) => {
    const { desk } = await secretariatDesk(request, options);
    const importId = importIdOf(request);
    const { name } = found(imports.find(desk.id, importId) ?? 'unknown');
    await handStreamed(response, papers.refusedRows(name, imports.refusedOf(desk.id, importId)));
  });
}

function decidingRoutes(router: Router, options: ImportRoutesOptions): void {
  const { imports } = options;
  router.put('/:importId/mapping', async (request, response) => {
    const { desk } = await secretariatDesk(request, options);
    response.json(found(await imports.remap(desk, importIdOf(request), parsed(mappingSchema, request.body))));
  });

  router.post('/:importId/apply', async (request, response) => {
    const { session, desk } = await secretariatDesk(request, options);
    const { id } = parsed(applySchema, request.body);
    const ack = found(await imports.apply(desk, actorOf(session), importIdOf(request), id));
    response.status(ack.ok ? 200 : 409).json(ack);
  });

  router.delete('/:importId', async (request, response) => {
    const { desk } = await secretariatDesk(request, options);
    const importId = importIdOf(request);
    found(imports.find(desk.id, importId) ?? 'unknown');
    if (!(await imports.cancel(desk.id, importId))) throw new HttpFault(409, 'import-not-ready');
    response.status(204).end();
  });
}

function importIdOf(request: Request): ImportId {
  const id = importIdSchema.safeParse(request.params['importId']).data;
  if (id === undefined) throw new HttpFault(404, 'import-unknown');
  return id;
}

function found<T>(answer: T | 'unknown' | 'not-ready'): T {
  if (answer === 'unknown') throw new HttpFault(404, 'import-unknown');
  if (answer === 'not-ready') throw new HttpFault(409, 'import-not-ready');
  return answer;
}

const tooLarge = (max: number): HttpFault => new HttpFault(413, 'file-too-large', { max });
