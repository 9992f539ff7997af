import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import { speechOf, spokenMs } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  LIVE,
  LIVE_UNTRIED,
  linked,
  lost,
  MINUTE,
  NOW,
  quangBinh,
  SECOND,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { call, continued, onStandby, paused } from '../support/floor-builders.ts';
import { began, called, ended, paper } from '../support/speech-builders.ts';

const an = speechId('an');
const binh = speechId('binh');
const stageIn = ({ floor }: ConferenceState, id = an) => speechOf(floor, id)?.stage;
const report = (link: 'online' | 'lost', since: number): Command => ({
  type: 'reportBridgeLink',
  bridgeId: anGiang,
  link,
  since,
});
const release: Command = { type: 'releaseLostFloor', speechId: an };

const SPEAKING = [...LIVE, paper(an, anGiang), called(an), began(an)];
/** Known lost ten seconds after it really went, a minute into the speech. */
const WENT = NOW + MINUTE;
const KNOWN = WENT + 10 * SECOND;
const CUT_OFF = [...SPEAKING, lost(anGiang, KNOWN), paused(an, KNOWN, 'lineLost', WENT)];

describe('a bridge that drops while speaking', () => {
  test('[SPK60] keeps the floor, its clock paused since the line really went', () => {
    const state = given(SPEAKING)
      .when(report('lost', WENT), { at: KNOWN })
      .emits(lost(anGiang, KNOWN), paused(an, KNOWN, 'lineLost', WENT));
    expect(state.floor.onFloor).toEqual([an]);
    expect(stageIn(state)).toMatchObject({ status: 'paused', run: { held: { since: WENT, cause: 'lineLost' } } });
    const one = speechOf(state.floor, an);
    expect(one === undefined ? 0 : spokenMs(one, KNOWN)).toBe(MINUTE);
  });

  test('[SPK61] speaks on without a press when its line is back: one speech in the record', () => {
    const back = KNOWN + 20 * SECOND;
    const state = given(CUT_OFF)
      .when(report('online', back), { at: back })
      .emits(linked(anGiang, back), continued(an, back));
    expect(state.floor.speeches.size).toBe(1);
    expect(stageIn(state)).toMatchObject({
      status: 'speaking',
      run: { startedAt: NOW, pauses: [{ from: WENT, to: back, cause: 'lineLost' }], held: null },
    });
  });

  test('[SPK62] loses the floor after forty seconds, counted from when the line really went, not sooner', () => {
    given(CUT_OFF)
      .when(release, { at: WENT + 40 * SECOND - 1 })
      .refuses('line-not-lost');
    const gone = WENT + 40 * SECOND;
    const { floor } = given(CUT_OFF)
      .when(release, { at: gone })
      .emits(ended(an, gone, 'lineLost'));
    expect(floor.onFloor).toEqual([]);
    expect(speechOf(floor, an)).toMatchObject({ stage: { status: 'spoken', cause: 'lineLost' } });
  });

  test('[SPK63] a floor whose line is there is never released', () => {
    const late = NOW + 60 * MINUTE;
    for (const history of [SPEAKING, [...SPEAKING, paused(an)], [...CUT_OFF, linked(anGiang), continued(an)]]) {
      given(history).when(release, { at: late }).refuses('line-not-lost');
    }
  });

  test('[SPK64] the line of somebody else stops no clock', () => {
    given(SPEAKING)
      .when({ type: 'reportBridgeLink', bridgeId: quangBinh, link: 'lost', since: WENT }, { at: KNOWN })
      .emits(lost(quangBinh, KNOWN));
  });

  test('[SPK65] a pause by hand is not ended by a line that comes and goes', () => {
    const held = [...SPEAKING, paused(an, NOW + 5)];
    given(held).when(report('lost', WENT), { at: KNOWN }).emits(lost(anGiang, KNOWN));
    given(held, lost(anGiang, KNOWN)).when(report('online', KNOWN), { at: KNOWN }).emits(linked(anGiang, KNOWN));
  });

  test('[SPK66] a line that is said to be lost in the future is lost now', () => {
    given(SPEAKING)
      .when(report('lost', KNOWN + MINUTE), { at: KNOWN })
      .emits(lost(anGiang, KNOWN), paused(an, KNOWN, 'lineLost'));
  });

  test('[SPK73] a line that went before the speech was heard holds its clock from the first word on', () => {
    const state = given(LIVE, paper(an, anGiang), called(an), began(an, WENT + 5))
      .when(report('lost', WENT), { at: KNOWN })
      .emits(lost(anGiang, KNOWN), paused(an, KNOWN, 'lineLost', WENT));
    expect(stageIn(state)).toMatchObject({ run: { startedAt: WENT + 5, held: { since: WENT + 5 } } });
  });

  test('[SPK67] a question is held and continued with its own line, and the main speech with its end', () => {
    const main = speechId('main');
    const asked = [
      ...LIVE,
      paper(main, quangBinh),
      called(main),
      began(main),
      paper(an, anGiang, { kind: 'question' }),
      paused(main, NOW, 'interposed'),
      called(an),
      began(an),
    ];
    given(asked).when(report('lost', WENT), { at: KNOWN }).happens();
    const cut = [...asked, lost(anGiang, KNOWN), paused(an, KNOWN, 'lineLost', WENT)];
    given(cut)
      .when(report('online', KNOWN), { at: KNOWN + 5 })
      .emits(linked(anGiang, KNOWN + 5), continued(an, KNOWN + 5));
    const gone = WENT + 40 * SECOND;
    given(cut)
      .when(release, { at: gone })
      .emits(ended(an, gone, 'lineLost'), continued(main, gone));
  });

  test('[SPK68] a main speech whose line is back under a question waits for the end of it', () => {
    const hoi = speechId('hoi');
    const asked = [...CUT_OFF, paper(hoi, quangBinh, { kind: 'question' }), called(hoi, KNOWN), began(hoi, KNOWN)];
    given(asked).when(report('online', KNOWN), { at: KNOWN }).emits(linked(anGiang, KNOWN));
    given(asked, linked(anGiang, KNOWN))
      .when({ type: 'endSpeech', speechId: hoi }, { at: KNOWN + 9 })
      .emits(ended(hoi, KNOWN + 9), continued(an, KNOWN + 9));
    // Still lost: it stays held for its line.
    given(asked)
      .when({ type: 'endSpeech', speechId: hoi }, { at: KNOWN + 9 })
      .emits(ended(hoi, KNOWN + 9));
  });
});

describe('a bridge that drops while waiting', () => {
  const two = [paper(an, anGiang), paper(binh, quangBinh)];

  test('[SPK69] keeps its place', () => {
    const { floor } = given(LIVE, two).when(report('lost', NOW)).emits(lost(anGiang));
    expect(floor.queue).toEqual([an, binh]);
    expect(speechOf(floor, an)?.stage).toEqual({ status: 'queued' });
  });

  test('[SPK70] it goes on standing by, too', () => {
    const { floor } = given(LIVE, two, called(binh), onStandby(an)).when(report('lost', NOW)).emits(lost(anGiang));
    expect(speechOf(floor, an)?.stage).toMatchObject({ status: 'standby' });
  });

  test('[SPK71] calling a bridge whose line is lost needs one confirmation, which names it', () => {
    const before = [...LIVE, two, lost(anGiang)].flat();
    given(before).when(call(an)).refuses('unconfirmed', {
      consequence: 'bridge-lost',
      bridge: AN_GIANG_FACTS.shortName,
    });
    given(before)
      .when(call(an, null, ['bridge-absent']))
      .refuses('unconfirmed', {
        consequence: 'bridge-lost',
        bridge: AN_GIANG_FACTS.shortName,
      });
    given(before)
      .when(call(an, null, ['bridge-lost']))
      .emits(called(an), onStandby(binh));
    given(before).when(call(binh)).emits(called(binh), onStandby(an));
  });

  test('[SPK72] so does calling one that never joined', () => {
    given(LIVE_UNTRIED, two).when(call(an)).refuses('unconfirmed', {
      consequence: 'bridge-absent',
      bridge: AN_GIANG_FACTS.shortName,
    });
    given(LIVE_UNTRIED, two)
      .when(call(an, null, ['bridge-absent']))
      .happens();
  });
});
