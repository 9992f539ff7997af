import { describe, expect, test } from 'vitest';
import type { BridgeFacts } from '../../shared/domain/bridges/bridge.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import type { SpeechFacts } from '../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { budgetLeft, speakingHints } from '../../shared/views/speaking-hints.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  CENTRAL_FACTS,
  CHAU_DOC_FACTS,
  chauDoc,
  created,
  linked,
  MINUTE,
  NOW,
  opened,
  person,
  QUANG_BINH_FACTS,
  quangBinh,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { paused, rules } from '../support/floor-builders.ts';
import { began, called, ended, paper, requested } from '../support/speech-builders.ts';

const one = speechId('one');
const two = speechId('two');
const three = speechId('three');
const inRegion = (facts: BridgeFacts, region: string | null): BridgeFacts => ({ ...facts, region });
const REGIONS: EventOf<'bridgesAdded'> = {
  type: 'bridgesAdded',
  at: NOW,
  bridges: [
    CENTRAL_FACTS,
    inRegion(AN_GIANG_FACTS, 'Nam'),
    inRegion(QUANG_BINH_FACTS, 'Trung'),
    inRegion(CHAU_DOC_FACTS, 'Nam'),
  ],
};
const LIVE: readonly ConferenceEvent[] = [
  created,
  REGIONS,
  ...[anGiang, quangBinh, chauDoc].map((bridge) => linked(bridge)),
  opened,
];
const said = (position: string): Partial<SpeechFacts> => ({ speaker: person(position) });
/** A speech of so many minutes, over at NOW + that. */
const spoke = (id: typeof one, bridge: BridgeId, minutes: number, rest: Partial<SpeechFacts> = {}) => [
  paper(id, bridge, rest),
  called(id),
  began(id),
  ended(id, NOW + minutes * MINUTE),
];
const budget = (holder: 'bridge' | 'region', minutes: number) =>
  rules({ budget: { holder, grantedMs: minutes * MINUTE } });

describe('hints for the moderator', () => {
  test('[FUI1] a speaker nobody has heard yet is hinted, another of the same hall too, and whoever spoke is not', () => {
    const state = stateAfter(
      LIVE,
      spoke(one, anGiang, 3, said('Trưởng Ban Tổ chức')),
      requested(two, anGiang, NOW, said('TRƯỞNG BAN TỔ CHỨC')),
      requested(three, anGiang, NOW, said('Chánh Văn phòng')),
    );
    const { firstTime, spokenBy } = speakingHints(state, NOW + 5 * MINUTE);
    expect([...firstTime]).toEqual([three]);
    expect([spokenBy(anGiang), spokenBy(quangBinh)]).toEqual([1, 0]);
  });

  test('[FUI1] a call that nobody answered is no speech, and before the first speech nobody is hinted', () => {
    const state = stateAfter(LIVE, paper(one, anGiang), called(one), ended(one), paper(two, anGiang));
    const { firstTime, spokenBy } = speakingHints(state, NOW);
    expect(spokenBy(anGiang)).toBe(0);
    expect([...firstTime]).toEqual([]);
  });

  test('[FUI2] among the regions that wait, the one heard least is hinted', () => {
    const waiting = [paper(two, chauDoc), paper(three, quangBinh)];
    const heard = stateAfter(LIVE, spoke(one, anGiang, 3), waiting);
    expect([...speakingHints(heard, NOW + 5 * MINUTE).leastHeard]).toEqual(['Trung']);
    expect([...speakingHints(stateAfter(LIVE, waiting), NOW).leastHeard]).toEqual([]);
    const alone = stateAfter(LIVE, spoke(one, anGiang, 3), paper(two, chauDoc));
    expect([...speakingHints(alone, NOW + 5 * MINUTE).leastHeard]).toEqual([]);
  });
});

describe('what is left of a budget', () => {
  test('[FUI3] nobody counts where no budget is granted', () => {
    expect(budgetLeft(stateAfter(LIVE), anGiang, NOW)).toBeNull();
  });

  test('[FUI3] it counts what was charged, what was corrected and the speech that runs, pauses left out', () => {
    const spent = stateAfter(LIVE, budget('bridge', 10), spoke(one, anGiang, 3), paper(two, anGiang));
    expect(budgetLeft(spent, anGiang, NOW + 9 * MINUTE)).toBe(7 * MINUTE);
    const corrected: ConferenceEvent = {
      type: 'ledgerCorrected',
      at: NOW,
      bridgeId: anGiang,
      byMs: 2 * MINUTE,
      reason: 'Mất tiếng',
    };
    const start = NOW + 10 * MINUTE;
    const running = [called(two, start), began(two, start)];
    const speaking = stateAfter(
      LIVE,
      budget('bridge', 10),
      spoke(one, anGiang, 3),
      paper(two, anGiang),
      corrected,
      running,
    );
    expect(budgetLeft(speaking, anGiang, start + MINUTE)).toBe(8 * MINUTE);
    expect(budgetLeft(speaking, anGiang, start + 10 * MINUTE)).toBe(-MINUTE);
    expect(budgetLeft(speaking, quangBinh, start + 10 * MINUTE)).toBe(10 * MINUTE);
  });

  test('[FUI3] a pause takes nothing of it, and neither does a question', () => {
    const held = stateAfter(LIVE, budget('bridge', 10), paper(one, anGiang), called(one), began(one));
    const still = stateAfter(
      LIVE,
      budget('bridge', 10),
      paper(one, anGiang),
      called(one),
      began(one),
      paused(one, NOW + MINUTE),
    );
    expect(budgetLeft(held, anGiang, NOW + 5 * MINUTE)).toBe(5 * MINUTE);
    expect(budgetLeft(still, anGiang, NOW + 5 * MINUTE)).toBe(9 * MINUTE);
    const asked = stateAfter(LIVE, budget('bridge', 10), spoke(one, anGiang, 3, { kind: 'question' }));
    expect(budgetLeft(asked, anGiang, NOW + 5 * MINUTE)).toBe(10 * MINUTE);
  });

  test('[FUI3] bridges of one region share one, and a bridge of none has its own', () => {
    const state = stateAfter(LIVE, budget('region', 10), spoke(one, anGiang, 3), spoke(two, quangBinh, 1));
    const left = (bridge: BridgeId) => budgetLeft(state, bridge, NOW + 5 * MINUTE);
    expect([left(anGiang), left(chauDoc), left(quangBinh)]).toEqual([7 * MINUTE, 7 * MINUTE, 9 * MINUTE]);
    expect(left(CENTRAL_FACTS.bridgeId)).toBe(10 * MINUTE);
    expect(speakingHints(state, NOW + 5 * MINUTE).budgetLeft(chauDoc)).toBe(7 * MINUTE);
  });
});
