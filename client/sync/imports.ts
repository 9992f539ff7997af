import { z } from 'zod';
import { plain } from '../../shared/base/plain-text.ts';
import type { CommandId, ConferenceId, ImportId } from '../../shared/domain/ids.ts';
import { commandAckSchema } from '../../shared/protocol/command.ts';
import { type ImportJob, type ImportList, importJobSchema, type Mapping } from '../../shared/protocol/list-import.ts';
import { answerOf, ask, type Fetched } from './http.ts';

export interface UploadWish {
  readonly list: ImportList;
  readonly name: string;
  readonly file: Blob;
}

/** A file on its way to the server. */
export interface Sending {
  readonly answer: Promise<Fetched<ImportJob>>;
  readonly stop: () => void;
}

const NAME_MAX = 200;

const importsOf = (conference: ConferenceId): string => `/api/conferences/${encodeURIComponent(conference)}/imports`;
const importOf = (conference: ConferenceId, importId: ImportId): string =>
  `${importsOf(conference)}/${encodeURIComponent(importId)}`;

/** By XMLHttpRequest: it is the one way in which every browser tells how much of a file has been sent. */
export function sendList(conference: ConferenceId, wish: UploadWish, onSent: (bytes: number) => void): Sending {
  const { list, name, file } = wish;
  const request = new XMLHttpRequest();
  const answer = new Promise<Fetched<ImportJob>>((resolve) => {
    const lost = () => resolve({ kind: 'offline' });
    const arrived = () =>
      answerOf(importJobSchema, new Response(request.responseText, { status: request.status })).then(resolve, lost);
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => void arrived());
    for (const end of ['error', 'abort', 'timeout'] as const) request.addEventListener(end, lost);
    request.open(
      'POST',
      `${importsOf(conference)}?${new URLSearchParams({ list, name: plain(name).slice(0, NAME_MAX) })}`,
    );
    request.setRequestHeader('x-screen', location.pathname);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
  // Whoever leaves now leaves the file behind.
  const stay = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
  addEventListener('beforeunload', stay);
  void answer.then(() => removeEventListener('beforeunload', stay));
  return { answer, stop: () => request.abort() };
}

export const getImports = (conference: ConferenceId) => ask(z.array(importJobSchema), importsOf(conference));

/** The file is read again, its columns as they are told. */
export const correctColumns = (conference: ConferenceId, importId: ImportId, body: Mapping) =>
  ask(importJobSchema, `${importOf(conference, importId)}/mapping`, { method: 'PUT', body });

/** Asked again under the same id, it is answered again and not done again. */
export const applyImport = (conference: ConferenceId, importId: ImportId, id: CommandId) =>
  ask(commandAckSchema, `${importOf(conference, importId)}/apply`, { method: 'POST', body: { id } });

export const dropImport = (conference: ConferenceId, importId: ImportId) =>
  ask(z.unknown(), importOf(conference, importId), { method: 'DELETE' });

/** Every row that was not taken, as a file. */
export const refusedRowsAddress = (conference: ConferenceId, importId: ImportId): string =>
  `${importOf(conference, importId)}/refused.csv`;

export const PAPERS = ['delegates', 'bridges', 'agenda', 'attendance', 'delegations', 'check-ins'] as const;
export type ListPaper = (typeof PAPERS)[number];
export const PAPER_KINDS = ['xlsx', 'csv'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A list as a file. */
export const paperAddress = (conference: ConferenceId, paper: ListPaper, kind: PaperKind): string =>
  `/api/conferences/${encodeURIComponent(conference)}/papers/${paper}.${kind}`;

/** Whether the file at an address would be handed out; a link by itself could only fail without a word. */
export async function askForPaper(address: string): Promise<Fetched<null>> {
  const asking = new AbortController();
  try {
    const headers = { 'x-screen': location.pathname };
    const response = await fetch(address, { cache: 'no-store', signal: asking.signal, headers });
    return response.ok ? { kind: 'ok', value: null } : await answerOf(z.null(), response);
  } catch {
    return { kind: 'offline' };
  } finally {
    // Of the file itself the browser is to hear by the link.
    asking.abort();
  }
}
