import { unreachable } from '../../base/assert.ts';
import { putIn } from '../../base/persistent-map.ts';
import type { EventOf } from '../event.ts';
import type { SpeechId } from '../ids.ts';
import { holdRun, ranMs, releaseRun, startRun } from '../run.ts';
import type { FloorEvent } from './events.ts';
import {
  accountOf,
  type EndCause,
  type Floor,
  listOf,
  type Place,
  type SpeakersList,
  type Speech,
  type Stage,
  speakersList,
  speechOf,
} from './floor.ts';
import { isExempt } from './rules.ts';

function registered(floor: Floor, { at, speech, inLine }: EventOf<'speechRegistered'>): Floor {
  const entry: Speech = {
    ...speech,
    stage: { status: 'registered', at },
    movedBy: null,
    understudy: null,
    remindedAt: null,
  };
  return inLine === null ? put(floor, entry) : queued(floor, entry, inLine.beforeSpeechId);
}

type OfOneSpeech = Extract<FloorEvent, { speechId: unknown }>;

export function evolveFloor(floor: Floor, event: FloorEvent): Floor {
  switch (event.type) {
    case 'speechRegistered':
      return registered(floor, event);
    case 'speakersListOpened':
      return withList(floor, event.itemId, { open: true, closesAt: event.closesAt });
    case 'speakersListClosed':
      return withList(floor, event.itemId, { open: false, closesAt: null });
    case 'speakersListTimed':
      return withList(floor, event.itemId, { times: event.times });
    case 'floorRulesAdopted':
      return { ...floor, rules: event.rules };
    case 'ledgerCorrected': {
      const account = accountOf(floor, event.bridgeId);
      const corrected = { ...account, correctedMs: account.correctedMs + event.byMs };
      return { ...floor, ledger: putIn(floor.ledger, event.bridgeId, corrected) };
    }
    case 'chairMicrophoneOpened':
      return { ...floor, reserveOpen: true };
    case 'chairMicrophoneClosed':
      return { ...floor, reserveOpen: false };
    default:
      return ofOneSpeech(floor, event);
  }
}

function ofOneSpeech(floor: Floor, event: OfOneSpeech): Floor {
  const speech = speechOf(floor, event.speechId);
  if (speech === undefined) return floor;
  switch (event.type) {
    case 'speechAccepted':
    case 'speechQueued':
    case 'speechWithdrawn':
    case 'speechDeclined':
    case 'speechLapsed':
    case 'speechReinstated':
    case 'speechHandedInWriting':
      return onEntry(floor, speech, event);
    case 'speechMoved':
    case 'speechesSwapped':
    case 'speakerPutOnStandby':
    case 'speakerStoodDown':
      return reordered(floor, speech, event);
    case 'speakerCalled':
    case 'speechBegan':
    case 'speechPaused':
    case 'speechContinued':
    case 'speechEnded':
      return onStage(floor, speech, event);
    case 'understudyNamed':
      return put(floor, { ...speech, understudy: event.understudy });
    case 'understudySeated':
      return put(floor, { ...speech, speaker: event.speaker, understudy: null });
    case 'speechAllotted':
      return put(floor, { ...speech, allottedMs: event.allottedMs });
    case 'speechExtended':
      return put(floor, { ...speech, allottedMs: speech.allottedMs + event.byMs });
    case 'speakerReminded':
      return put(floor, { ...speech, remindedAt: event.at });
    default:
      return unreachable(event);
  }
}

type EntryEvent = Extract<
  OfOneSpeech,
  {
    type:
      | 'speechAccepted'
      | 'speechQueued'
      | 'speechWithdrawn'
      | 'speechDeclined'
      | 'speechLapsed'
      | 'speechReinstated'
      | 'speechHandedInWriting';
  }
>;

/** Into the line and out of it. */
function onEntry(floor: Floor, speech: Speech, event: EntryEvent): Floor {
  const { at } = event;
  switch (event.type) {
    case 'speechAccepted':
      return put(floor, { ...speech, allottedMs: event.allottedMs, stage: { status: 'accepted', at } });
    case 'speechQueued':
      return queued(floor, { ...speech, allottedMs: event.allottedMs }, event.beforeSpeechId);
    case 'speechWithdrawn':
      return outOfLine(floor, speech, { status: 'withdrawn', at });
    case 'speechDeclined':
      return outOfLine(floor, speech, { status: 'declined', at, was: placeOf(floor, speech) });
    case 'speechLapsed':
      return outOfLine(floor, speech, { status: 'lapsed', at, was: placeOf(floor, speech) });
    case 'speechHandedInWriting':
      return outOfLine(floor, speech, { status: 'handedInWriting', at });
    case 'speechReinstated':
      return reinstated(floor, speech);
    default:
      return unreachable(event);
  }
}

type LineEvent = Extract<
  OfOneSpeech,
  { type: 'speechMoved' | 'speechesSwapped' | 'speakerPutOnStandby' | 'speakerStoodDown' }
>;

function reordered(floor: Floor, speech: Speech, event: LineEvent): Floor {
  switch (event.type) {
    case 'speechMoved': {
      const queue = insertedBefore(without(floor.queue, speech.speechId), speech.speechId, event.beforeSpeechId);
      return put({ ...floor, queue }, { ...speech, movedBy: event.by });
    }
    case 'speechesSwapped':
      return swapped(floor, speech, event.withSpeechId, event.by);
    case 'speakerPutOnStandby':
      return put(floor, { ...speech, stage: { status: 'standby', since: event.at } });
    case 'speakerStoodDown':
      return put(floor, { ...speech, stage: { status: 'queued' } });
    default:
      return unreachable(event);
  }
}

type StageEvent = Extract<
  OfOneSpeech,
  { type: 'speakerCalled' | 'speechBegan' | 'speechPaused' | 'speechContinued' | 'speechEnded' }
>;

function onStage(floor: Floor, speech: Speech, event: StageEvent): Floor {
  const { stage } = speech;
  switch (event.type) {
    case 'speakerCalled':
      return called(floor, speech, event.at);
    case 'speechBegan':
      return stage.status === 'called'
        ? put(floor, { ...speech, stage: { ...stage, status: 'speaking', run: startRun(event.at) } })
        : floor;
    case 'speechPaused':
      return stage.status === 'speaking'
        ? put(floor, {
            ...speech,
            stage: { ...stage, status: 'paused', run: holdRun(stage.run, event.since, event.cause) },
          })
        : floor;
    case 'speechContinued':
      return stage.status === 'paused'
        ? put(floor, { ...speech, stage: { ...stage, status: 'speaking', run: releaseRun(stage.run, event.at) } })
        : floor;
    case 'speechEnded':
      return ended(floor, speech, event.at, event.cause);
    default:
      return unreachable(event);
  }
}

/** A question goes between a speech that is on and its end; everything else takes a seat on the floor. */
function called(floor: Floor, speech: Speech, calledAt: number): Floor {
  const { speechId } = speech;
  const seated = put(
    { ...floor, queue: without(floor.queue, speechId) },
    { ...speech, stage: { status: 'called', calledAt } },
  );
  return speech.kind === 'question' && floor.onFloor.length > 0
    ? { ...seated, interposed: speechId }
    : { ...seated, onFloor: [...floor.onFloor, speechId] };
}

/** A speech that was called but never heard ends without a run: it took no speaking time. */
function ended(floor: Floor, speech: Speech, endedAt: number, cause: EndCause): Floor {
  const { stage, bridgeId } = speech;
  if (stage.status !== 'called' && stage.status !== 'speaking' && stage.status !== 'paused') return floor;
  const run = stage.status === 'called' ? null : releaseRun(stage.run, endedAt);
  const left = offFloor(floor, {
    ...speech,
    stage: { status: 'spoken', calledAt: stage.calledAt, run, endedAt, cause },
  });
  if (run === null || isExempt(speech.kind)) return left;
  const account = accountOf(floor, bridgeId);
  const charged = { ...account, chargedMs: account.chargedMs + ranMs(run, endedAt) };
  return { ...left, ledger: putIn(left.ledger, bridgeId, charged) };
}

function reinstated(floor: Floor, speech: Speech): Floor {
  const { stage } = speech;
  if (stage.status !== 'declined' && stage.status !== 'lapsed') return floor;
  const { status, at, before } = stage.was;
  return status === 'queued' ? queued(floor, speech, before) : put(floor, { ...speech, stage: { status, at } });
}

function swapped(floor: Floor, a: Speech, withId: SpeechId, by: string): Floor {
  const b = speechOf(floor, withId);
  if (b === undefined) return floor;
  const swap = (id: SpeechId): SpeechId => (id === a.speechId ? b.speechId : id === b.speechId ? a.speechId : id);
  return put(put({ ...floor, queue: floor.queue.map(swap) }, { ...a, movedBy: by }), { ...b, movedBy: by });
}

function placeOf({ queue }: Floor, { speechId, stage }: Speech): Place {
  if (stage.status === 'registered' || stage.status === 'accepted') return { ...stage, before: null };
  return { status: 'queued', at: 0, before: queue[queue.indexOf(speechId) + 1] ?? null };
}

const put = (floor: Floor, speech: Speech): Floor => ({
  ...floor,
  speeches: putIn(floor.speeches, speech.speechId, speech),
});

const queued = (floor: Floor, speech: Speech, before: SpeechId | null): Floor =>
  put(
    { ...floor, queue: insertedBefore(without(floor.queue, speech.speechId), speech.speechId, before) },
    { ...speech, stage: { status: 'queued' } },
  );

/** Out of the line, and off the floor if it was called already. */
const outOfLine = (floor: Floor, speech: Speech, stage: Stage): Floor =>
  offFloor({ ...floor, queue: without(floor.queue, speech.speechId) }, { ...speech, stage });

const offFloor = (floor: Floor, speech: Speech): Floor => ({
  ...put(floor, speech),
  onFloor: without(floor.onFloor, speech.speechId),
  interposed: floor.interposed === speech.speechId ? null : floor.interposed,
});

const withList = (floor: Floor, itemId: SpeakersListKey, amendment: Partial<SpeakersList>): Floor => ({
  ...floor,
  lists: { ...floor.lists, [listOf(itemId)]: { ...speakersList(floor, itemId), ...amendment } },
});

type SpeakersListKey = Parameters<typeof listOf>[0];

/** The same list when it is not in it: nobody else sees a change. */
const without = (ids: readonly SpeechId[], id: SpeechId): readonly SpeechId[] =>
  ids.includes(id) ? ids.filter((one) => one !== id) : ids;

/** null, or an anchor that is gone, stands for the end. */
function insertedBefore(ids: readonly SpeechId[], id: SpeechId, anchor: SpeechId | null): readonly SpeechId[] {
  const at = anchor === null ? -1 : ids.indexOf(anchor);
  return at === -1 ? [...ids, id] : ids.toSpliced(at, 0, id);
}
