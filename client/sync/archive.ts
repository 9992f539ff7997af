import { plainThroughout } from '../../shared/base/plain-text.ts';
import type { ConferenceId, DelegateId } from '../../shared/domain/ids.ts';
import {
  archiveOutlineSchema,
  erasedPersonSchema,
  type SuccessorRequest,
  startedSuccessorSchema,
} from '../../shared/protocol/archive.ts';
import { answerOf, ask, type Fetched } from './http.ts';

const of = (conference: ConferenceId): string => `/api/conferences/${encodeURIComponent(conference)}`;
const headers = () => ({ 'x-screen': location.pathname });

export const getArchiveOutline = (conference: ConferenceId, recordings: boolean) =>
  ask(archiveOutlineSchema, `${of(conference)}/archive/outline?recordings=${recordings ? 1 : 0}`);

export interface Receiving {
  readonly recordings: boolean;
  /** Titles of classified documents may go with the journal. */
  readonly titles: boolean;
  readonly signal: AbortSignal;
  /** Bytes so far, and about how many it will be. */
  readonly onProgress: (received: number, estimate: number) => void;
  /** Takes the file piece by piece. */
  readonly write: (piece: Uint8Array<ArrayBuffer>) => Promise<void>;
}

/** The file as it comes; `offline` also when the line broke half-way, for then it is none. */
export async function receiveArchive(
  conference: ConferenceId,
  { recordings, titles, signal, onProgress, write }: Receiving,
): Promise<Fetched<null>> {
  try {
    const path = `${of(conference)}/archive?recordings=${recordings ? 1 : 0}&titles=${titles ? 1 : 0}`;
    const response = await fetch(path, { signal, headers: headers() });
    if (!response.ok) return await answerOf(archiveOutlineSchema, response).then(refusalOf);
    const estimate = Number(response.headers.get('x-archive-estimate') ?? 0);
    await copy(response, write, (received) => onProgress(received, estimate));
    return { kind: 'ok', value: null };
  } catch {
    return { kind: 'offline' };
  }
}

async function copy(
  { body }: Response,
  write: Receiving['write'],
  onReceived: (received: number) => void,
): Promise<void> {
  const reader = body?.getReader();
  let received = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) return;
    await write(value);
    received += value.length;
    onReceived(received);
  }
}

const refusalOf = (answer: Fetched<unknown>): Fetched<null> =>
  answer.kind === 'ok' ? { kind: 'ok', value: null } : answer;

/** Everything that is stored of a person, as a file. */
export async function getPersonFile(conference: ConferenceId, delegateId: DelegateId): Promise<Fetched<Blob>> {
  try {
    const path = `${of(conference)}/people/${encodeURIComponent(delegateId)}`;
    const response = await fetch(path, { headers: headers() });
    if (response.ok) return { kind: 'ok', value: await response.blob() };
    const answer = await answerOf(erasedPersonSchema, response);
    return answer.kind === 'ok' ? { kind: 'offline' } : answer;
  } catch {
    return { kind: 'offline' };
  }
}

/** Both may take as long as the list is: no patience but that of the person. */
async function wait<T>(
  schema: Parameters<typeof answerOf<T>>[0],
  path: string,
  init: RequestInit,
): Promise<Fetched<T>> {
  try {
    return await answerOf(schema, await fetch(path, init));
  } catch {
    return { kind: 'offline' };
  }
}

export const erasePerson = (conference: ConferenceId, delegateId: DelegateId) =>
  wait(erasedPersonSchema, `${of(conference)}/people/${encodeURIComponent(delegateId)}`, {
    method: 'DELETE',
    headers: headers(),
  });

export const postSuccessor = (conference: ConferenceId, wish: SuccessorRequest) =>
  wait(startedSuccessorSchema, `${of(conference)}/successors`, {
    method: 'POST',
    headers: { ...headers(), 'content-type': 'application/json' },
    body: JSON.stringify(plainThroughout(wish)),
  });
