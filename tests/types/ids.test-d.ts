import { expectTypeOf, test } from 'vitest';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { Consequence } from '../../shared/domain/consequence.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { speechOf } from '../../shared/domain/floor/floor.ts';
import type { AgendaItemId, BridgeId, CommandId, DelegateId, PersonId, SpeechId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';

declare const state: ConferenceState;
declare const bridgeId: BridgeId;
declare const speechId: SpeechId;

test('[PRT12] an id of one kind is not an id of another, and a string is none', () => {
  expectTypeOf<BridgeId>().not.toExtend<SpeechId>();
  expectTypeOf<SpeechId>().not.toExtend<BridgeId>();
  expectTypeOf<AgendaItemId>().not.toExtend<DelegateId>();
  expectTypeOf<PersonId>().not.toExtend<CommandId>();
  expectTypeOf<string>().not.toExtend<BridgeId>();
  // The control: an id can be read as the text that it is.
  expectTypeOf<BridgeId>().toExtend<string>();
});

test('[PRT12] a bridge’s id cannot be passed for a speech’s', () => {
  expectTypeOf(speechOf(state.floor, speechId)).not.toBeAny();
  // @ts-expect-error a bridge is not a speech
  speechOf(state.floor, bridgeId);
  // @ts-expect-error a text is not a speech either
  speechOf(state.floor, 'an-giang');
});

test('[PRT13] a command about a speech cannot name a bridge in its place', () => {
  expectTypeOf<CommandOf<'callSpeaker'>>().toEqualTypeOf<{
    type: 'callSpeaker';
    speechId: SpeechId;
    expectedOnFloor: SpeechId | null;
    accepting: Consequence[];
  }>();
  // @ts-expect-error the speech is named by a bridge's id
  const wrong: Command = { type: 'callSpeaker', speechId: bridgeId, expectedOnFloor: null, accepting: [] };
  expectTypeOf(wrong).toExtend<Command>();
});

test('[PRT14] a fact cannot be changed, and holds no more than its kind', () => {
  expectTypeOf<EventOf<'speakerCalled'>>().toEqualTypeOf<{ type: 'speakerCalled'; at: number; speechId: SpeechId }>();
  expectTypeOf<ConferenceEvent['type']>().not.toEqualTypeOf<string>();
  // @ts-expect-error the state is for reading
  state.floor.onFloor = [speechId];
});
