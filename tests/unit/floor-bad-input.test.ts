import { describe, expect, test } from 'vitest';
import { type Command, commandSchema } from '../../shared/domain/command.ts';
import { DEFAULT_RULES, MAX_ON_FLOOR } from '../../shared/domain/floor/rules.ts';
import { AN_GIANG_FACTS, anGiang, LIVE, MINUTE, NOW, quangBinh, secretariat, speechId } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { accepted, call, declined, lapsed, withdrawn } from '../support/floor-builders.ts';
import { sampleCommands } from '../support/sample-commands.ts';
import { began, called, ended, paper, requested } from '../support/speech-builders.ts';

const at = NOW;
const an = speechId('an');
const binh = speechId('binh');
const two = [...LIVE, paper(an, anGiang), paper(binh, quangBinh)];

describe('what makes no sense is refused, and the rest untouched', () => {
  test('[SPK180] an entry is not moved before itself', () => {
    given(two).when({ type: 'moveSpeech', speechId: an, beforeSpeechId: an }).refuses('nothing-to-change');
    given(two).when({ type: 'moveSpeech', speechId: an, beforeSpeechId: null }).happens();
  });

  test.each([
    ['withdrawn', [withdrawn(an)]],
    ['declined', [declined(an)]],
    ['lapsed', [lapsed(an)]],
    ['handed in writing', [{ type: 'speechHandedInWriting', at, speechId: an } as const]],
    ['spoken', [called(an), ended(an)]],
  ] as const)('[SPK181] an entry that is %s is not called', (_, gone) => {
    given(two, gone).when(call(an)).refuses('speech-not-waiting');
    given(two).when(call(an)).happens();
  });

  test('[SPK182] nor one that is not in line yet', () => {
    for (const before of [[], [accepted(an)]]) {
      given(LIVE, requested(an, anGiang), before).when(call(an)).refuses('speech-not-waiting');
    }
  });

  test.each(['endSpeech', 'handBackFloor'] as const)('[SPK183] a speech does not end twice: %s', (type) => {
    const end: Command = { type, speechId: an };
    given(two, called(an), began(an)).when(end).happens();
    given(two, called(an), began(an), ended(an)).when(end).refuses('speech-not-on-floor');
  });

  test('[SPK184] a bridge that waits, speaks or has spoken is not removed', () => {
    const remove: Command = { type: 'removeBridge', bridgeId: quangBinh, accepting: [] };
    const bridge = { bridge: 'Điểm cầu tỉnh Quảng Bình' };
    for (const more of [[], [called(binh)], [called(binh), ended(binh)], [withdrawn(binh)]]) {
      given(two, more).when(remove).refuses('bridge-in-use', bridge);
    }
    given(LIVE, requested(binh, quangBinh)).when(remove).refuses('bridge-in-use', bridge);
    given(LIVE, paper(an, anGiang)).when(remove).happens();
  });

  test('[SPK185] a conference is neither adjourned nor closed in mid-speech, nor during a question', () => {
    const asked = [
      called(an),
      began(an),
      paper(speechId('hoi'), quangBinh, { kind: 'question' }),
      called(speechId('hoi')),
    ];
    for (const type of ['adjournConference', 'closeConference'] as const) {
      given(two, called(an)).when({ type }).refuses('floor-occupied');
      given(two, asked).when({ type }).refuses('floor-occupied');
      given(two, called(an), ended(an)).when({ type }).happens();
    }
  });

  test('[SPK186] the second of two who move, decline or hand in the same entry is told that it is gone', () => {
    const gone = [...two, declined(an)];
    given(gone).when({ type: 'moveSpeech', speechId: an, beforeSpeechId: null }).refuses('speech-not-waiting');
    given(gone).when({ type: 'moveSpeech', speechId: binh, beforeSpeechId: an }).refuses('queue-changed');
    given(gone).when({ type: 'declineSpeech', speechId: an }).refuses('speech-not-waiting');
    given(gone)
      .when({ type: 'handInWriting', speechIds: [an] })
      .refuses('speech-not-waiting');
  });

  test('[SPK187] a bridge’s name stands in the refusal, never its secrets', () => {
    const { decided } = given(two, called(an)).when(call(binh), { by: secretariat });
    expect(decided).toEqual({ ok: false, error: { code: 'floor-changed', params: { bridge: AN_GIANG_FACTS.name } } });
  });
});

describe('what cannot be written down is not read', () => {
  const reads = (command: unknown): boolean => commandSchema.safeParse(command).success;
  const sample = (type: Command['type']) => sampleCommands(anGiang, an).find((command) => command.type === type);

  test.each([
    ['registerSpeech', { allottedMs: -1 }],
    ['registerSpeech', { allottedMs: 25 * 60 * MINUTE }],
    ['registerSpeech', { allottedMs: 1.5 }],
    ['registerSpeech', { kind: 'song' }],
    ['registerSpeech', { override: { reason: '' } }],
    ['registerSpeech', { speaker: { fullName: null, positions: [] } }],
    ['extendSpeech', { byMs: -MINUTE }],
    ['allotTime', { speechIds: [] }],
    ['handInWriting', { speechIds: [] }],
    ['correctLedger', { byMs: 0 }],
    ['correctLedger', { reason: ' ' }],
    ['openSpeakersList', { closesAt: -1 }],
    ['adoptFloorRules', { rules: { ...DEFAULT_RULES, seats: 0 } }],
    ['adoptFloorRules', { rules: { ...DEFAULT_RULES, seats: MAX_ON_FLOOR + 1 } }],
    ['adoptFloorRules', { rules: { ...DEFAULT_RULES, times: { ...DEFAULT_RULES.times, paper: -1 } } }],
    ['timeSpeakersList', { times: { song: MINUTE } }],
    ['callSpeaker', { accepting: ['everything'] }],
  ] as const)('[SPK188] %s with %o', (type, change) => {
    expect(reads(sample(type))).toBe(true);
    expect(reads({ ...sample(type), ...change })).toBe(false);
  });
});
