import { unreachable } from '../../base/assert.ts';
import { putIn } from '../../base/persistent-map.ts';
import type { SpeechId } from '../ids.ts';
import type { FloorEvent } from './events.ts';
import { type Floor, type Speech, type Stage, speechOf } from './floor.ts';

export function evolveFloor(floor: Floor, event: FloorEvent): Floor {
  if ('speechId' in event && speechOf(floor, event.speechId) === undefined) return floor;
  switch (event.type) {
    case 'paperRegistered':
      return queued(put(floor, { ...event.speech, stage: { status: 'queued' } }), event.speech.speechId);
    case 'speechRequested':
      return put(floor, { ...event.speech, stage: { status: 'requested', at: event.at } });
    case 'speechWithdrawn':
      return unqueued(staged(floor, event.speechId, { status: 'withdrawn', at: event.at }), event.speechId);
    case 'speechAccepted':
      return queued(
        amended(floor, event.speechId, { allottedMs: event.allottedMs, stage: { status: 'queued' } }),
        event.speechId,
      );
    case 'speechDeclined':
      return unqueued(staged(floor, event.speechId, { status: 'declined', at: event.at }), event.speechId);
    case 'speechMoved':
      return { ...floor, queue: movedBefore(floor.queue, event.speechId, event.beforeSpeechId) };
    case 'speakerCalled':
      return {
        ...unqueued(staged(floor, event.speechId, { status: 'called', calledAt: event.at }), event.speechId),
        onFloor: event.speechId,
      };
    case 'speechBegan':
      return onBegan(floor, event.speechId, event.at);
    case 'speechExtended':
      return onExtended(floor, event.speechId, event.byMs);
    case 'speechEnded':
      return onEnded(floor, event.speechId, event.at);
    case 'chairMicrophoneOpened':
      return { ...floor, reserveOpen: true };
    case 'chairMicrophoneClosed':
      return { ...floor, reserveOpen: false };
    default:
      return unreachable(event);
  }
}

function onBegan(floor: Floor, id: SpeechId, startedAt: number): Floor {
  const stage = speechOf(floor, id)?.stage;
  if (stage?.status !== 'called') return floor;
  return staged(floor, id, { status: 'speaking', calledAt: stage.calledAt, startedAt });
}

function onExtended(floor: Floor, id: SpeechId, byMs: number): Floor {
  const speech = speechOf(floor, id);
  return speech === undefined ? floor : put(floor, { ...speech, allottedMs: speech.allottedMs + byMs });
}

/** A speech that was called but never heard ends without a start: it took no speaking time. */
function onEnded(floor: Floor, id: SpeechId, endedAt: number): Floor {
  const stage = speechOf(floor, id)?.stage;
  const startedAt = stage?.status === 'speaking' ? stage.startedAt : null;
  const onFloor = floor.onFloor === id ? null : floor.onFloor;
  return { ...staged(floor, id, { status: 'spoken', startedAt, endedAt }), onFloor };
}

const put = (floor: Floor, speech: Speech): Floor => ({
  ...floor,
  speeches: putIn(floor.speeches, speech.speechId, speech),
});

function amended(floor: Floor, id: SpeechId, amendment: Partial<Speech>): Floor {
  const speech = speechOf(floor, id);
  return speech === undefined ? floor : put(floor, { ...speech, ...amendment });
}

const staged = (floor: Floor, id: SpeechId, stage: Stage): Floor => amended(floor, id, { stage });

const queued = (floor: Floor, id: SpeechId): Floor => ({ ...floor, queue: [...floor.queue, id] });

const unqueued = (floor: Floor, id: SpeechId): Floor => ({ ...floor, queue: floor.queue.filter((one) => one !== id) });

function movedBefore(queue: readonly SpeechId[], id: SpeechId, anchor: SpeechId | null): readonly SpeechId[] {
  const others = queue.filter((one) => one !== id);
  return anchor === null ? [...others, id] : others.toSpliced(others.indexOf(anchor), 0, id);
}
