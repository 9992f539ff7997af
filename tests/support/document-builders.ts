import type { Actor } from '../../shared/domain/actor.ts';
import type { DocumentFile, Readership, ReleasedDocument } from '../../shared/domain/documents/document.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { type BridgeId, documentIdSchema, type SpeechId } from '../../shared/domain/ids.ts';
import { anGiang, closed, LIVE, NOW } from './builders.ts';
import { about } from './records-builders.ts';

const at = NOW;
export const secretary: Actor = { seat: 'secretary', session: 'ghi', bridgeId: null };
export const viewer: Actor = { seat: 'viewer', session: 'xem', bridgeId: null };
export const phone: Actor = { seat: 'delegate', session: 'd-1', bridgeId: anGiang };
export const documentId = (name: string) => documentIdSchema.parse(name);

export const slides = (name: string, bridgeId: BridgeId | null = null): Extract<DocumentFile, { kind: 'slides' }> => ({
  kind: 'slides',
  documentId: documentId(name),
  name: `${name}.pdf`,
  bridgeId,
  bytes: 1_000,
  hash: 'a'.repeat(64),
  pages: 3,
  ratio: 1.7778,
});
export const office = (name: string, bridgeId: BridgeId | null = null): DocumentFile => ({
  kind: 'office',
  documentId: documentId(name),
  name: `${name}.docx`,
  bridgeId,
  bytes: 1_000,
  hash: 'b'.repeat(64),
  format: 'docx',
});
export const added = (file: DocumentFile): EventOf<'documentAdded'> => ({ type: 'documentAdded', at, file });
export const described = (name: string, rest: Parameters<typeof about>[0] = {}): EventOf<'documentDescribed'> => ({
  type: 'documentDescribed',
  at,
  documentId: documentId(name),
  owner: null,
  about: about(rest),
});
export const attached = (name: string, speech: SpeechId | null, owner: BridgeId | null = null): ConferenceEvent => ({
  type: 'paperAttached',
  at,
  documentId: documentId(name),
  owner,
  speechId: speech,
});
export const released = (file: DocumentFile, to: Readership, rest: Partial<ReleasedDocument> = {}) =>
  ({
    type: 'documentReleased',
    at,
    released: { file, about: { ...about(), title: file.name, circulation: null }, to, ...rest },
  }) satisfies EventOf<'documentReleased'>;
export const scheduled = (
  name: string,
  when: number | null,
  to: Readership = DELEGATES,
): EventOf<'releaseScheduled'> => ({
  type: 'releaseScheduled',
  at,
  documentId: documentId(name),
  scheduled: when === null ? null : { to, at: when },
});
export const withdrawn = (name: string, to: Readership): EventOf<'documentWithdrawn'> => ({
  type: 'documentWithdrawn',
  at,
  documentId: documentId(name),
  to,
});
export const CLOSED_WITH_DOCUMENT: readonly ConferenceEvent[] = [...LIVE, added(office('a')), closed];
export const DELEGATES: Readership = { kind: 'delegates' };
export const toBridges = (...bridgeIds: BridgeId[]): Readership => ({ kind: 'bridges', bridgeIds });
export const release = (
  name: string,
  to: Readership | { kind: 'bridges'; bridgeIds: null },
  when: number | null = null,
) => ({ type: 'releaseDocument', documentId: documentId(name), to, at: when }) as const;
export const describeAs = (name: string, rest: Parameters<typeof about>[0] = {}) =>
  ({ type: 'describeDocument', documentId: documentId(name), about: about(rest) }) as const;
