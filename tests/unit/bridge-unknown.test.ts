import { describe, expect, test } from 'vitest';
import { commandSchema } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { ballotIdSchema } from '../../shared/domain/ids.ts';
import { anGiang, itemId, LIVE, NOW, nowhere, speechId, stateAfter } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { accepted, moved, queued } from '../support/floor-builders.ts';
import { ballot } from '../support/records-builders.ts';
import { sampleCommands } from '../support/sample-commands.ts';
import { called, ended } from '../support/speech-builders.ts';

const at = NOW;

describe('a bridge that is not there', () => {
  const rollCall: ConferenceEvent = { type: 'rollCallStarted', at, order: [anGiang], holdMs: null };
  const ballotOpened: ConferenceEvent = {
    type: 'ballotOpened',
    at,
    ballot: { ballotId: ballotIdSchema.parse('bieu-quyet-1'), ...ballot() },
    electorate: { expected: 0, present: 0 },
  };
  const naming = sampleCommands(nowhere, speechId('a')).filter((command) => 'bridgeId' in command);

  test.each(naming.map((command) => [command.type, command] as const))(
    '[BRG16] %s about an unknown bridge is refused',
    (_, command) => {
      given(LIVE, rollCall, ballotOpened).when(command).refuses('bridge-unknown');
    },
  );

  test('[BRG16] every command that names a bridge is among those', () => {
    const named = commandSchema.options.filter(({ shape }) => 'bridgeId' in shape);
    expect(naming.map(({ type }) => type).toSorted()).toEqual(named.map(({ shape }) => shape.type.value).toSorted());
  });

  test('[BRG17] a fact about a bridge that a screen does not hold changes nothing', () => {
    const state = stateAfter(LIVE);
    const name = 'Điểm cầu';
    expect(evolve(state, { type: 'bridgeRenamed', at, bridgeId: nowhere, name, shortName: name })).toEqual(state);
    expect(evolve(state, { type: 'bridgeRemoved', at, bridgeId: nowhere })).toEqual(state);
    expect(evolve(state, { type: 'agendaItemStarted', at, itemId: itemId('none') })).toEqual(state);
    const none = speechId('none');
    for (const event of [called(none), ended(none), accepted(none), queued(none)]) {
      expect(evolve(state, event), event.type).toEqual(state);
    }
    expect(evolve(state, moved(none))).toEqual(state);
    expect(evolve(state, { type: 'agendaItemMoved', at, itemId: itemId('none'), beforeItemId: null })).toEqual(state);
  });
});
