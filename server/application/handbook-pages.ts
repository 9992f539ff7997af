import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import { handbookView } from './handbook-view.ts';

const compress = promisify(gzip);
const MINUTE_MS = 60_000;

export interface HandbookEdition {
  readonly etag: string;
  readonly json: string;
  readonly packed: Promise<Buffer>;
  readonly isClassified: boolean;
}

interface Printed {
  readonly of: readonly unknown[];
  readonly edition: HandbookEdition | null;
}

/**
 * The view of each conference, made, encoded and packed once for all phones, when one of the things changed that it is
 * made of, or the minute. A vote that comes in changes none of them.
 */
export class HandbookPages {
  readonly #printed = new Map<ConferenceId, Printed>();

  /** null: there is no conference yet. */
  editionOf(desk: Pick<ConferenceDesk, 'id' | 'state' | 'now'>): HandbookEdition | null {
    const of = partsOf(desk.state, desk.now);
    const before = this.#printed.get(desk.id);
    if (before?.of.every((part, index) => part === of[index])) return before.edition;
    const edition = print(desk.state, desk.now, before?.edition ?? null);
    this.#printed.set(desk.id, { of, edition });
    return edition;
  }
}

/** Everything that the view reads; states share what did not change. */
const partsOf = ({ conference, agenda, floor, bridges, documents, ballots }: ConferenceState, now: number) => [
  conference,
  agenda,
  floor,
  bridges,
  documents.released,
  ballots.list,
  Math.floor(now / MINUTE_MS),
];

function print(state: ConferenceState, now: number, before: HandbookEdition | null): HandbookEdition | null {
  const view = handbookView(state, now);
  if (view === null) return null;
  const json = JSON.stringify(view);
  if (before?.json === json) return before;
  const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
  return { etag, json, packed: compress(json, { level: 6 }), isClassified: view.classified !== null };
}
