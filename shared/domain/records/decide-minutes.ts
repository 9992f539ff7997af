import { unreachable } from '../../base/assert.ts';
import { itemOf, timedItems } from '../agenda/agenda.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { speechOf } from '../floor/floor.ts';
import { personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { type Person, withPersonId } from '../person.ts';
import type { RejectionCode } from '../rejection.ts';
import type { ConferenceState } from '../state.ts';
import type { RecordsCommand } from './commands.ts';
import { MAX_NOTES, type NoteSubject, noteOf, officialsWith } from './minutes.ts';

type Of<T extends RecordsCommand['type']> = Extract<RecordsCommand, { type: T }>;
type MinutesCommand = Of<'nameOfficials' | 'writePaperHead' | 'writeNote' | 'signMinutes' | 'reopenMinutes'>;

/** What was signed is not written on: whoever wants to correct it reopens it, and says why. */
export function decideMinutes(state: ConferenceState, command: MinutesCommand, moment: Moment): Decided {
  const { minutes } = state.records;
  const at = moment.now;
  if (command.type === 'reopenMinutes') {
    return minutes.signed === null
      ? refuse('nothing-to-change')
      : emit({ type: 'minutesReopened', at, reason: command.reason });
  }
  if (minutes.signed !== null) return refuse('minutes-signed', { version: minutes.signed.version });
  switch (command.type) {
    case 'nameOfficials':
      return decideOfficials(state, command, moment);
    case 'writePaperHead':
      return emit({ type: 'paperHeadWritten', at, head: command.head });
    case 'writeNote':
      return decideNote(state, command, moment);
    case 'signMinutes':
      return minutes.head === null ? refuse('paper-head-missing') : decideSign(state, moment);
    default:
      return unreachable(command);
  }
}

function decideOfficials({ bridges }: ConferenceState, command: Of<'nameOfficials'>, moment: Moment): Decided {
  const isUnknown = command.officials.some(
    ({ bridgeId }) => bridgeId !== null && bridgeOf(bridges, bridgeId) === undefined,
  );
  if (isUnknown) return refuse('bridge-unknown');
  const officials = command.officials.map(({ person, ...rest }) => ({
    ...rest,
    person: withPersonId(person, personIdSchema.parse(moment.newId())),
  }));
  return emit({ type: 'officialsNamed', at: moment.now, officials });
}

function decideNote(state: ConferenceState, command: Of<'writeNote'>, { now: at, position }: Moment): Decided {
  const { about, text, expectedRevision } = command;
  const { minutes } = state.records;
  const missing = missingSubject(state, about);
  if (missing !== null) return refuse(missing);
  const note = noteOf(minutes, about);
  const revision = note?.revision ?? 0;
  if (revision !== expectedRevision) return refuse('note-changed');
  if ((note?.text ?? null) === text) return refuse('nothing-to-change');
  if (note === undefined && Object.keys(minutes.notes).length >= MAX_NOTES) {
    return refuse('too-many-items', { max: MAX_NOTES });
  }
  // Never one that was given before: a part that was taken out and written anew is not the one that somebody has read.
  return emit({ type: 'noteWritten', at, about, text, revision: Math.max(revision, position) + 1 });
}

function missingSubject({ floor, agenda }: ConferenceState, about: NoteSubject): RejectionCode | null {
  if (about.kind === 'speech') return speechOf(floor, about.speechId) === undefined ? 'speech-unknown' : null;
  return about.kind === 'item' && itemOf(agenda, about.itemId) === undefined ? 'item-unknown' : null;
}

function decideSign(state: ConferenceState, { now: at, position }: Moment): Decided {
  const { minutes } = state.records;
  const recorder = officialsWith(minutes, 'recorder')[0]?.person ?? null;
  const signer = signerOf(state);
  return emit({ type: 'minutesSigned', at, version: minutes.versions + 1, position, signer, recorder });
}

/** Of several chairs one signs: the first, or, where the head says so, whoever concluded. */
export function signerOf({ records, agenda }: ConferenceState): Person | null {
  const { minutes } = records;
  const chair = officialsWith(minutes, 'chair')[0]?.person ?? null;
  if (minutes.head?.signer !== 'concluder') return chair;
  const concluded = timedItems(agenda).find(
    ({ plan, progress }) => plan.kind === 'conclusion' && progress.status === 'finished',
  );
  return concluded?.presenter ?? chair;
}
