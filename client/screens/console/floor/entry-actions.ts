import type { Command } from '../../../../shared/domain/command.ts';
import type { Speech } from '../../../../shared/domain/floor/floor.ts';
import { text } from '../../../text/text.ts';
import { type Action, actionOf } from '../action.ts';
import { type FloorTools, placeOf } from './floor-tools.ts';

const of = ({ rights }: FloorTools, label: string, command: Command): Action =>
  actionOf({ label }, command, { ...rights, otherwise: '' });

/** What a request is answered with. */
export interface AnswerActions {
  /** In line at once. */
  readonly accept: Action;
  /** Admitted, and put in line later. */
  readonly admit: Action;
  readonly decline: Action;
}

export function answerActions(tools: FloorTools, speech: Speech, allottedMs = speech.allottedMs): AnswerActions {
  const { speechId } = speech;
  const place = placeOf(tools.state, speech);
  const answer = (queue: boolean): Command => ({ type: 'acceptSpeech', speechId, allottedMs, queue });
  return {
    accept: of(tools, text.console.requests.acceptName(place), answer(true)),
    admit: of(tools, text.conducting.admitName(place), answer(false)),
    decline: declineOf(tools, speech),
  };
}

/** A slip of the hand: the entry stands again where it stood. */
export function declineOf(tools: FloorTools, speech: Speech): Action {
  const { speechId } = speech;
  const place = placeOf(tools.state, speech);
  return {
    ...of(tools, text.console.requests.declineName(place), { type: 'declineSpeech', speechId }),
    done: {
      sentence: text.conducting.declined(place),
      undo: { type: 'reinstateSpeeches', speechIds: [speechId] },
    },
  };
}

/** Puts somebody who was admitted in line. */
export const queueOf = (tools: FloorTools, speech: Speech): Action =>
  of(tools, text.conducting.queueName(placeOf(tools.state, speech)), {
    type: 'queueSpeech',
    speechId: speech.speechId,
  });

/** It cannot come back as it was, but the same wish can be entered again, at the end. */
export function withdrawOf(tools: FloorTools, speech: Speech): Action {
  const { speechId, bridgeId, kind, subject, itemId, category, allottedMs } = speech;
  const { fullName, positions } = speech.speaker;
  const speaker = { fullName, positions };
  const wish = { bridgeId, kind, subject, speaker, itemId, category, allottedMs, override: null };
  const place = placeOf(tools.state, speech);
  return {
    ...of(tools, text.conducting.withdrawName(place), { type: 'withdrawSpeech', speechId }),
    done: { sentence: text.console.queue.withdrawn(place), undo: { type: 'registerSpeech', ...wish } },
  };
}

export function handInOf(tools: FloorTools, speech: Speech): Action {
  const place = placeOf(tools.state, speech);
  return {
    ...of(tools, text.conducting.handInName(place), { type: 'handInWriting', speechIds: [speech.speechId] }),
    done: { sentence: text.conducting.handedIn(place) },
  };
}

export function seatUnderstudyOf(tools: FloorTools, speech: Speech): Action {
  return of(tools, text.conducting.seatUnderstudy, { type: 'seatUnderstudy', speechId: speech.speechId });
}

/** A new turn at the head of the line, of as many minutes as the first was given. */
export function callBackOf(tools: FloorTools, speech: Speech): Action {
  const { speechId, allottedMs } = speech;
  const place = placeOf(tools.state, speech);
  return {
    ...of(tools, text.conducting.callBackName(place), { type: 'callBackSpeaker', speechId, allottedMs }),
    done: { sentence: text.conducting.calledBack(place) },
  };
}

export function swapOf(tools: FloorTools, speech: Speech, other: Speech): Action {
  const swap: Command = { type: 'swapSpeeches', speechId: speech.speechId, withSpeechId: other.speechId };
  const [one, two] = [placeOf(tools.state, speech), placeOf(tools.state, other)];
  return {
    ...of(tools, text.conducting.swapNames(one, two), swap),
    done: { sentence: text.conducting.swapped(one, two), undo: swap },
  };
}
