import { expect, test } from 'vitest';
import type { RollCall } from '../../shared/domain/attendance/roll-call.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { openMicrophones } from '../../shared/domain/onair/microphones.ts';
import { armedSource } from '../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { publishingOf } from '../../shared/views/media-plan.ts';
import { anGiang, central, LIVE, NOW, PREPARING, quangBinh, stateAfter } from '../support/builders.ts';

const calling = (state: ConferenceState, id: BridgeId | null, rest: Partial<RollCall> = {}): ConferenceState => ({
  ...state,
  attendance: {
    ...state.attendance,
    rollCall: {
      startedAt: NOW,
      endedAt: null,
      order: [anGiang, quangBinh],
      holdMs: null,
      answers: {},
      current: id === null ? null : { bridgeId: id, since: NOW },
      ...rest,
    },
  },
});

const microphoneOf = (state: ConferenceState, bridgeId: BridgeId): boolean =>
  publishingOf(state, { bridgeId, device: 'hall-1', isVoice: true }).microphone;

test('[RCL40] who is called in the roll call is heard, and hears the centre, also before the opening', () => {
  const prepared = stateAfter(PREPARING);
  expect(openMicrophones(prepared)).toEqual([]);
  expect(openMicrophones(calling(prepared, anGiang))).toEqual([anGiang, central]);
  expect(microphoneOf(calling(prepared, anGiang), anGiang)).toBe(true);
  expect(microphoneOf(calling(prepared, anGiang), quangBinh)).toBe(false);
  expect(openMicrophones(calling(prepared, null))).toEqual([]);
  expect(openMicrophones(calling(prepared, anGiang, { endedAt: NOW }))).toEqual([]);
  expect(openMicrophones(calling(stateAfter(LIVE), quangBinh))).toEqual([central, quangBinh]);
});

test('[RCL41] the picture of the bridge to be called next is prepared unseen', () => {
  const prepared = stateAfter(PREPARING);
  expect(armedSource(calling(prepared, anGiang))).toEqual({ kind: 'bridge', bridgeId: quangBinh });
  expect(armedSource(calling(prepared, null))).toEqual({ kind: 'bridge', bridgeId: anGiang });
  expect(armedSource(calling(prepared, anGiang, { endedAt: NOW }))).toEqual({ kind: 'bridge', bridgeId: central });
});
