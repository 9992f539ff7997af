import type { CommandOf } from '../../shared/domain/command.ts';
import type { EventOf } from '../../shared/domain/event.ts';
import { DEFAULT_RULES, type FloorRules } from '../../shared/domain/floor/rules.ts';
import type { SpeechId } from '../../shared/domain/ids.ts';
import { MINUTE, NOW } from './builders.ts';

export const accepted = (id: SpeechId, allottedMs = 5 * MINUTE): EventOf<'speechAccepted'> => ({
  type: 'speechAccepted',
  at: NOW,
  speechId: id,
  allottedMs,
});
/** Put in line; to the end if nobody is named. */
export const queued = (
  id: SpeechId,
  before: SpeechId | null = null,
  allottedMs = 5 * MINUTE,
): EventOf<'speechQueued'> => ({ type: 'speechQueued', at: NOW, speechId: id, allottedMs, beforeSpeechId: before });
export const moved = (id: SpeechId, before: SpeechId | null = null, when = NOW): EventOf<'speechMoved'> => ({
  type: 'speechMoved',
  at: when,
  speechId: id,
  beforeSpeechId: before,
  by: 'moderator',
});
export const onStandby = (id: SpeechId, when = NOW): EventOf<'speakerPutOnStandby'> => ({
  type: 'speakerPutOnStandby',
  at: when,
  speechId: id,
});
export const stoodDown = (id: SpeechId, when = NOW): EventOf<'speakerStoodDown'> => ({
  type: 'speakerStoodDown',
  at: when,
  speechId: id,
});
export const paused = (
  id: SpeechId,
  when = NOW,
  cause: EventOf<'speechPaused'>['cause'] = 'byHand',
  since = when,
): EventOf<'speechPaused'> => ({ type: 'speechPaused', at: when, speechId: id, since, cause });
export const continued = (id: SpeechId, when = NOW): EventOf<'speechContinued'> => ({
  type: 'speechContinued',
  at: when,
  speechId: id,
});
export const withdrawn = (id: SpeechId, when = NOW): EventOf<'speechWithdrawn'> => ({
  type: 'speechWithdrawn',
  at: when,
  speechId: id,
});
export const declined = (id: SpeechId, when = NOW): EventOf<'speechDeclined'> => ({
  type: 'speechDeclined',
  at: when,
  speechId: id,
});
export const lapsed = (
  id: SpeechId,
  cause: EventOf<'speechLapsed'>['cause'] = 'cleared',
  when = NOW,
): EventOf<'speechLapsed'> => ({ type: 'speechLapsed', at: when, speechId: id, cause });
export const rules = (rest: Partial<FloorRules>): EventOf<'floorRulesAdopted'> => ({
  type: 'floorRulesAdopted',
  at: NOW,
  rules: { ...DEFAULT_RULES, ...rest },
});
export const call = (
  id: SpeechId,
  expectedOnFloor: SpeechId | null = null,
  accepting: CommandOf<'callSpeaker'>['accepting'] = [],
): CommandOf<'callSpeaker'> => ({ type: 'callSpeaker', speechId: id, expectedOnFloor, accepting });
