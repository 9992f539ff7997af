import type { EventOf } from '../../shared/domain/event.ts';
import type { SpeechFacts } from '../../shared/domain/floor/floor.ts';
import type { BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import { MINUTE, NOW, person } from './builders.ts';

const at = NOW;

export const speech = (id: SpeechId, bridge: BridgeId, rest: Partial<SpeechFacts> = {}): SpeechFacts => ({
  speechId: id,
  bridgeId: bridge,
  kind: 'paper',
  subject: 'Công tác tổ chức xây dựng Đảng',
  speaker: person('Trưởng Ban Tổ chức Tỉnh ủy'),
  allottedMs: 7 * MINUTE,
  itemId: null,
  category: null,
  callbackOf: null,
  override: null,
  ...rest,
});

/** In line at once, at the end. */
export const paper = (
  id: SpeechId,
  bridge: BridgeId,
  rest: Partial<SpeechFacts> = {},
): EventOf<'speechRegistered'> => ({
  type: 'speechRegistered',
  at,
  speech: speech(id, bridge, rest),
  inLine: { beforeSpeechId: null },
});
/** Waiting for an answer. */
export const requested = (
  id: SpeechId,
  bridge: BridgeId,
  when = at,
  rest: Partial<SpeechFacts> = {},
): EventOf<'speechRegistered'> => ({
  type: 'speechRegistered',
  at: when,
  speech: speech(id, bridge, { kind: 'opinion', ...rest }),
  inLine: null,
});
export const called = (id: SpeechId, when = at): EventOf<'speakerCalled'> => ({
  type: 'speakerCalled',
  at: when,
  speechId: id,
});
export const began = (id: SpeechId, when = at): EventOf<'speechBegan'> => ({
  type: 'speechBegan',
  at: when,
  speechId: id,
});
export const ended = (
  id: SpeechId,
  when = at,
  cause: EventOf<'speechEnded'>['cause'] = 'moderator',
): EventOf<'speechEnded'> => ({ type: 'speechEnded', at: when, speechId: id, cause });
export const reserveOpened: EventOf<'chairMicrophoneOpened'> = { type: 'chairMicrophoneOpened', at };
