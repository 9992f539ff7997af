import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { accountOf, speechOf } from '../../shared/domain/floor/floor.ts';
import { DEFAULT_RULES, isExempt, type SpeechKind, speechKinds } from '../../shared/domain/floor/rules.ts';
import {
  anGiang,
  itemAdded,
  itemId,
  LIVE,
  MINUTE,
  NOW,
  nowhere,
  quangBinh,
  SECOND,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { continued, onStandby, paused, rules } from '../support/floor-builders.ts';
import { began, called, ended, paper, requested } from '../support/speech-builders.ts';

const at = NOW;
const an = speechId('an');
const binh = speechId('binh');
const thaoLuan = itemId('thao-luan');
const wish = {
  bridgeId: anGiang,
  subject: 'Ý kiến',
  speaker: { fullName: null, positions: ['Phó Bí thư'] },
  itemId: null,
  category: null,
};
const enter = (kind: SpeechKind, rest: Partial<CommandOf<'registerSpeech'>> = {}): Command => ({
  type: 'registerSpeech',
  ...wish,
  kind,
  allottedMs: null,
  override: null,
  ...rest,
});
const allottedAfter = (command: Command, ...history: readonly ConferenceEvent[]): number | undefined =>
  speechOf(given(LIVE, history).when(command).happens().floor, speechId('new-1'))?.allottedMs;

describe('allotted time', () => {
  test('[SPK100] it is the kind’s, unless the list has its own, unless the speech has its own', () => {
    const timed = [
      itemAdded(thaoLuan),
      { type: 'speakersListTimed', at, itemId: thaoLuan, times: { opinion: 3 * MINUTE } } as const,
    ];
    for (const kind of speechKinds) expect(allottedAfter(enter(kind))).toBe(DEFAULT_RULES.times[kind]);
    const adopted = rules({ times: { ...DEFAULT_RULES.times, paper: 6 * MINUTE } });
    expect(allottedAfter(enter('paper'), adopted)).toBe(6 * MINUTE);
    expect(allottedAfter(enter('opinion', { itemId: thaoLuan }), ...timed)).toBe(3 * MINUTE);
    expect(allottedAfter(enter('paper', { itemId: thaoLuan }), ...timed)).toBe(7 * MINUTE);
    expect(allottedAfter(enter('opinion'), ...timed)).toBe(5 * MINUTE);
    expect(allottedAfter(enter('opinion', { itemId: thaoLuan, allottedMs: MINUTE }), ...timed)).toBe(MINUTE);
    const ask: Command = { type: 'requestSpeech', ...wish, kind: 'opinion', itemId: thaoLuan };
    expect(allottedAfter(ask, ...timed)).toBe(3 * MINUTE);
  });

  test('[SPK101] the times of a list are for who enters after them', () => {
    const { floor } = given(LIVE, paper(an, anGiang))
      .when({ type: 'timeSpeakersList', itemId: null, times: { paper: 4 * MINUTE } })
      .emits({ type: 'speakersListTimed', at, itemId: null, times: { paper: 4 * MINUTE } });
    expect(speechOf(floor, an)?.allottedMs).toBe(7 * MINUTE);
  });

  test('[SPK102] several entries are given the same time by one press, those that have it left out', () => {
    const three = [paper(an, anGiang), paper(binh, quangBinh, { allottedMs: 5 * MINUTE }), called(an), began(an)];
    const allot = (ids: readonly (typeof an)[]): Command => ({
      type: 'allotTime',
      speechIds: [...ids],
      allottedMs: 5 * MINUTE,
    });
    given(LIVE, three, onStandby(binh))
      .when(allot([an, binh, an]))
      .emits({ type: 'speechAllotted', at, speechId: an, allottedMs: 5 * MINUTE });
    given(LIVE, three)
      .when(allot([binh]))
      .refuses('nothing-to-change');
    given(LIVE, three, ended(an))
      .when(allot([an]))
      .refuses('speech-not-waiting');
    given(LIVE, requested(an, anGiang, NOW, { allottedMs: MINUTE }))
      .when(allot([an]))
      .happens();
  });
});

describe('the ledger', () => {
  const spoke = (kind: SpeechKind, bridge = anGiang, id = an): readonly ConferenceEvent[] => [
    paper(id, bridge, { kind }),
    called(id),
    began(id, NOW + MINUTE),
    paused(id, NOW + 2 * MINUTE),
    continued(id, NOW + 5 * MINUTE),
  ];
  const end = (id = an): Command => ({ type: 'endSpeech', speechId: id });

  test('[SPK103] a bridge is charged what it spoke when the speech ends, pauses never', () => {
    const before = given(LIVE, spoke('paper'));
    expect(accountOf(before.state.floor, anGiang)).toEqual({ chargedMs: 0, correctedMs: 0 });
    const { floor } = before.when(end(), { at: NOW + 6 * MINUTE }).happens();
    expect(accountOf(floor, anGiang)).toEqual({ chargedMs: 2 * MINUTE, correctedMs: 0 });
    expect(accountOf(floor, quangBinh)).toEqual({ chargedMs: 0, correctedMs: 0 });
  });

  test.each(speechKinds)(
    '[SPK104] procedural requests, questions and replies are exempt, the others are not: %s',
    (kind) => {
      const { floor } = given(LIVE, spoke(kind))
        .when(end(), { at: NOW + 6 * MINUTE })
        .happens();
      const exempt = ['procedural', 'question', 'reply'].includes(kind);
      expect(isExempt(kind)).toBe(exempt);
      expect(accountOf(floor, anGiang).chargedMs).toBe(exempt ? 0 : 2 * MINUTE);
    },
  );

  test('[SPK105] speeches of a bridge add up, and the account may go beyond every budget', () => {
    const budget = rules({ budget: { holder: 'bridge', grantedMs: MINUTE } });
    const { floor } = given(LIVE, budget, spoke('paper'), ended(an, NOW + 6 * MINUTE), spoke('opinion', anGiang, binh))
      .when(end(binh), { at: NOW + 6 * MINUTE })
      .happens();
    expect(accountOf(floor, anGiang).chargedMs).toBe(4 * MINUTE);
  });

  test('[SPK106] a speech that was called and never heard is charged nothing', () => {
    const { floor } = given(LIVE, paper(an, anGiang), called(an))
      .when(end(), { at: NOW + MINUTE })
      .happens();
    expect(accountOf(floor, anGiang).chargedMs).toBe(0);
  });

  test('[SPK107] it is corrected with a reason, up or down, also below zero, and what was spoken stays', () => {
    const correct: CommandOf<'correctLedger'> = {
      type: 'correctLedger',
      bridgeId: anGiang,
      byMs: -30 * SECOND,
      reason: 'Mất tiếng nửa phút',
    };
    const corrected = { ...correct, type: 'ledgerCorrected', at } as const;
    given(LIVE).when(correct).emits(corrected);
    const { floor } = given(LIVE, corrected)
      .when({ ...correct, byMs: 10 * SECOND })
      .happens();
    expect(accountOf(floor, anGiang)).toEqual({ chargedMs: 0, correctedMs: -20 * SECOND });
    given(LIVE)
      .when({ ...correct, bridgeId: nowhere })
      .refuses('bridge-unknown');
  });
});
