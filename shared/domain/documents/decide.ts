import { unreachable } from '../../base/assert.ts';
import { itemOf } from '../agenda/agenda.ts';
import { bridgeOf, bridgesInOrder } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { ConferenceEvent } from '../event.ts';
import { speechOf } from '../floor/floor.ts';
import type { Moment } from '../moment.ts';
import { documentOnAir } from '../onair/onair.ts';
import type { ConferenceState } from '../state.ts';
import type { DocumentCommand } from './commands.ts';
import { aboutOf, MAX_DOCUMENTS, type Readership, releaseOf, type StoredDocument, storedOf } from './document.ts';

type Of<T extends DocumentCommand['type']> = Extract<DocumentCommand, { type: T }>;

export function decideDocuments(state: ConferenceState, command: DocumentCommand, { now: at }: Moment): Decided {
  if (command.type === 'addDocument') return decideAdd(state, command, at);
  const stored = storedOf(state.documents, command.documentId);
  if (stored === undefined) return refuse('document-unknown');
  switch (command.type) {
    case 'removeDocument':
      return decideRemove(state, stored, at);
    case 'describeDocument':
      return decideDescribe(state, stored, command, at);
    case 'attachPaper':
      return decideAttach(state, stored, command, at);
    case 'releaseDocument':
      return decideRelease(state, stored, command, at);
    case 'releaseDue':
      return stored.scheduled === null || stored.scheduled.at > at
        ? refuse('nothing-to-change')
        : emit(...releasing(state, stored, stored.scheduled.to, at));
    case 'withdrawDocument':
      return decideWithdraw(state, stored, at);
    default:
      return unreachable(command);
  }
}

function decideAdd({ documents, bridges }: ConferenceState, { file }: Of<'addDocument'>, at: number): Decided {
  if (documents.list.length >= MAX_DOCUMENTS) return refuse('too-many-items', { max: MAX_DOCUMENTS });
  const snapshotOf = file.kind === 'image' ? (file.snapshotOf?.bridgeId ?? null) : null;
  const isUnknown = [file.bridgeId, snapshotOf].some((id) => id !== null && bridgeOf(bridges, id) === undefined);
  return isUnknown ? refuse('bridge-unknown') : emit({ type: 'documentAdded', at, file });
}

function decideRemove(state: ConferenceState, { file }: StoredDocument, at: number): Decided {
  const { documentId, bridgeId: owner } = file;
  if (documentOnAir(state.onair) === documentId) return refuse('document-on-air');
  return emit(...withdrawing(state, documentId, at), { type: 'documentRemoved', at, documentId, owner });
}

function decideDescribe(
  state: ConferenceState,
  { file, scheduled }: StoredDocument,
  { about }: Of<'describeDocument'>,
  at: number,
) {
  const { documentId, bridgeId: owner } = file;
  if (about.itemId !== null && itemOf(state.agenda, about.itemId) === undefined) return refuse('item-unknown');
  // What was given out under one description is not changed under the reader's eyes.
  if (releaseOf(state.documents, documentId) !== undefined) return refuse('document-released');
  if (about.secrecy !== 'none' && documentOnAir(state.onair) === documentId) return refuse('document-on-air');
  const described: ConferenceEvent = { type: 'documentDescribed', at, documentId, owner, about };
  // What has become secret does not go out at the time that was set before.
  return about.secrecy === 'none' || scheduled === null
    ? emit(described)
    : emit({ type: 'releaseScheduled', at, documentId, scheduled: null }, described);
}

/** A hall's paper goes to its own entry; the centre's to any. */
function decideAttach(
  state: ConferenceState,
  { file, speechId: before }: StoredDocument,
  command: Of<'attachPaper'>,
  at: number,
) {
  const { documentId, bridgeId: owner } = file;
  const { speechId } = command;
  if (speechId === before) return refuse('nothing-to-change');
  const speech = speechId === null ? null : speechOf(state.floor, speechId);
  if (speech === undefined) return refuse('speech-unknown');
  if (speech !== null && owner !== null && speech.bridgeId !== owner) return refuse('other-bridges-paper');
  return emit({ type: 'paperAttached', at, documentId, owner, speechId });
}

function decideRelease(
  state: ConferenceState,
  stored: StoredDocument,
  command: Of<'releaseDocument'>,
  at: number,
): Decided {
  if (aboutOf(stored).secrecy !== 'none') return refuse('document-secret');
  const to = readersOf(state, command.to);
  if (to === null) return refuse('bridge-unknown');
  const { documentId } = stored.file;
  if (command.at !== null && command.at > at) {
    return emit({ type: 'releaseScheduled', at, documentId, scheduled: { to, at: command.at } });
  }
  return emit(...releasing(state, stored, to, at));
}

/** null: one of the bridges is not there. */
function readersOf({ bridges }: ConferenceState, to: Of<'releaseDocument'>['to']): Readership | null {
  if (to.kind === 'delegates') return to;
  const all = bridgesInOrder(bridges).map(({ bridgeId }) => bridgeId);
  const bridgeIds = to.bridgeIds === null ? all : [...new Set(to.bridgeIds)];
  const isUnknown = bridgeIds.length === 0 || bridgeIds.some((id) => bridgeOf(bridges, id) === undefined);
  return isUnknown ? null : { kind: 'bridges', bridgeIds };
}

/** Other readers than before: the former ones forget it first. */
const releasing = (
  state: ConferenceState,
  stored: StoredDocument,
  to: Readership,
  at: number,
): readonly ConferenceEvent[] => [
  ...withdrawing(state, stored.file.documentId, at),
  { type: 'documentReleased', at, released: { file: stored.file, about: aboutOf(stored), to } },
];

function withdrawing({ documents }: ConferenceState, documentId: StoredDocument['file']['documentId'], at: number) {
  const released = releaseOf(documents, documentId);
  return released === undefined ? [] : [{ type: 'documentWithdrawn', at, documentId, to: released.to } as const];
}

function decideWithdraw(state: ConferenceState, { file, scheduled }: StoredDocument, at: number): Decided {
  const { documentId } = file;
  const events = [
    ...withdrawing(state, documentId, at),
    ...(scheduled === null ? [] : [{ type: 'releaseScheduled', at, documentId, scheduled: null } as const]),
  ];
  return events.length === 0 ? refuse('nothing-to-change') : emit(...events);
}
