import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import { speechOf, speechOnFloor, spokenMs } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { speechClock } from '../../shared/views/speech-clock.ts';
import {
  anGiang,
  central,
  itemAdded,
  itemFinished,
  itemId,
  itemStarted,
  LIVE,
  lost,
  MINUTE,
  NOW,
  personId,
  quangBinh,
  SECOND,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { call, continued, paused, withdrawn } from '../support/floor-builders.ts';
import { began, called, ended, paper, speech } from '../support/speech-builders.ts';

const at = NOW;
const an = speechId('an');
const binh = speechId('binh');
const hoi = speechId('hoi');
const again = speechId('new-1');
const stageIn = ({ floor }: ConferenceState, id = an) => speechOf(floor, id)?.stage;
const shown = ({ floor }: ConferenceState) => speechOnFloor(floor)?.speechId;
const clock = ({ floor }: ConferenceState, now: number, id = an) => {
  const one = speechOf(floor, id);
  return one === undefined ? undefined : speechClock(one, now);
};

/** An Giang speaks since a minute after the call; Quảng Bình waits with a question. */
const SPEAKING = [...LIVE, paper(an, anGiang), called(an), began(an, NOW + MINUTE)];
const question = paper(hoi, quangBinh, { kind: 'question', allottedMs: 2 * MINUTE });
const ASKED = [...SPEAKING, question];
const INTERPOSED = [...ASKED, paused(an, NOW + 3 * MINUTE, 'interposed'), called(hoi, NOW + 3 * MINUTE)];

describe('an interposed question', () => {
  test('[SPK30] it pauses the main speech at the same instant, and has the floor', () => {
    const state = given(ASKED)
      .when(call(hoi, an), { at: NOW + 3 * MINUTE })
      .emits(paused(an, NOW + 3 * MINUTE, 'interposed'), called(hoi, NOW + 3 * MINUTE));
    expect(state.floor).toMatchObject({ onFloor: [an], interposed: hoi });
    expect(shown(state)).toBe(hoi);
    expect(stageIn(state)).toMatchObject({ status: 'paused', run: { held: { cause: 'interposed' } } });
  });

  test('[SPK31] its end gives the main speech its time back untouched', () => {
    const now = NOW + 9 * MINUTE;
    const state = given(INTERPOSED, began(hoi, NOW + 4 * MINUTE))
      .when({ type: 'endSpeech', speechId: hoi }, { at: now })
      .emits(ended(hoi, now), continued(an, now));
    expect(shown(state)).toBe(an);
    expect(clock(state, now)).toMatchObject({ elapsedMs: 2 * MINUTE, remainingMs: 5 * MINUTE, held: null });
  });

  test('[SPK32] it has a clock of its own', () => {
    const { state } = given(INTERPOSED, began(hoi, NOW + 4 * MINUTE));
    expect(clock(state, NOW + 5 * MINUTE, hoi)).toMatchObject({ elapsedMs: MINUTE, remainingMs: MINUTE });
    expect(clock(state, NOW + 5 * MINUTE)).toMatchObject({ elapsedMs: 2 * MINUTE, held: 'interposed' });
  });

  test('[SPK33] its own hall handing back, or withdrawing after the call, continues the main speech too', () => {
    given(INTERPOSED, began(hoi, NOW + 4 * MINUTE))
      .when({ type: 'handBackFloor', speechId: hoi })
      .emits(ended(hoi, NOW, 'handedBack'), continued(an));
    given(INTERPOSED).when({ type: 'withdrawSpeech', speechId: hoi }).emits(withdrawn(hoi), continued(an));
  });

  test('[SPK34] a second question takes the place of the first, and the main speech goes on waiting', () => {
    const second = speechId('hoi-2');
    const state = given(INTERPOSED, paper(second, central, { kind: 'question' }))
      .when(call(second, hoi))
      .emits(ended(hoi, NOW, 'nextCalled'), called(second));
    expect(state.floor).toMatchObject({ onFloor: [an], interposed: second });
    expect(stageIn(state)).toMatchObject({ status: 'paused' });
  });

  test('[SPK35] calling the next main speech ends question and main speech at the same instant', () => {
    const state = given(INTERPOSED, paper(binh, quangBinh))
      .when(call(binh, hoi), { at: NOW + 9 * MINUTE })
      .happens();
    expect(stageIn(state)).toMatchObject({ status: 'spoken', endedAt: NOW + 9 * MINUTE, cause: 'nextCalled' });
    expect(stageIn(state, hoi)).toMatchObject({ status: 'spoken', endedAt: NOW + 9 * MINUTE, cause: 'nextCalled' });
    expect(state.floor).toMatchObject({ onFloor: [binh], interposed: null });
  });

  test('[SPK36] while it is on the main speech neither begins nor goes on', () => {
    given(INTERPOSED).when({ type: 'continueSpeech', speechId: an }).refuses('question-on-floor');
    const unheard = [...LIVE, paper(an, anGiang), called(an), question, called(hoi)];
    given(unheard).when({ type: 'beginSpeech', speechId: an }).refuses('question-on-floor');
    given(unheard).when({ type: 'beginSpeech', speechId: hoi }).emits(began(hoi));
    given(unheard, ended(hoi)).when({ type: 'beginSpeech', speechId: an }).emits(began(an));
  });

  test('[SPK37] a speech that was paused by hand before stays paused after it', () => {
    const held = [...ASKED, paused(an, NOW + 2 * MINUTE)];
    given(held).when(call(hoi, an)).emits(called(hoi));
    given(held, called(hoi)).when({ type: 'endSpeech', speechId: hoi }).emits(ended(hoi));
  });

  test('[SPK38] a question is a speech like others when nobody has the floor', () => {
    expect(given(LIVE, question).when(call(hoi)).emits(called(hoi)).floor).toMatchObject({
      onFloor: [hoi],
      interposed: null,
    });
  });

  test('[SPK39] a main speech whose line went away under the question is held for its line after it', () => {
    given(INTERPOSED, lost(anGiang, NOW + 4 * MINUTE))
      .when({ type: 'endSpeech', speechId: hoi }, { at: NOW + 5 * MINUTE })
      .emits(ended(hoi, NOW + 5 * MINUTE), continued(an, NOW + 5 * MINUTE), paused(an, NOW + 5 * MINUTE, 'lineLost'));
  });
});

describe('the clock of who speaks', () => {
  test('[SPK40] it starts when the speech is heard, not at the call', () => {
    const { state } = given(SPEAKING);
    expect(clock(state, NOW + MINUTE + 5 * SECOND)?.elapsedMs).toBe(5 * SECOND);
    expect(clock(given(SPEAKING.slice(0, -1)).state, NOW + MINUTE)).toMatchObject({ elapsedMs: 0, mood: 'notStarted' });
  });

  test('[SPK41] pausing stops it, continuing starts it again', () => {
    const pause: Command = { type: 'pauseSpeech', speechId: an };
    const go: Command = { type: 'continueSpeech', speechId: an };
    const stopped = given(SPEAKING)
      .when(pause, { at: NOW + 2 * MINUTE })
      .emits(paused(an, NOW + 2 * MINUTE));
    expect(clock(stopped, NOW + 30 * MINUTE)).toMatchObject({ elapsedMs: MINUTE, held: 'byHand' });
    const resumed = given(SPEAKING, paused(an, NOW + 2 * MINUTE))
      .when(go, { at: NOW + 9 * MINUTE })
      .emits(continued(an, NOW + 9 * MINUTE));
    expect(clock(resumed, NOW + 10 * MINUTE)?.elapsedMs).toBe(2 * MINUTE);
    given(SPEAKING, paused(an)).when(pause).refuses('speech-not-speaking');
    given(SPEAKING).when(go).refuses('speech-not-paused');
    given(LIVE, paper(an, anGiang), called(an)).when(pause).refuses('speech-not-speaking');
  });

  test('[SPK42] an end in a pause counts what was spoken before it', () => {
    const { floor } = given(SPEAKING, paused(an, NOW + 3 * MINUTE))
      .when({ type: 'endSpeech', speechId: an }, { at: NOW + 20 * MINUTE })
      .happens();
    const one = speechOf(floor, an);
    expect(one === undefined ? 0 : spokenMs(one, NOW + 30 * MINUTE)).toBe(2 * MINUTE);
    const pause = { from: NOW + 3 * MINUTE, to: NOW + 20 * MINUTE, cause: 'byHand' };
    expect(one?.stage).toMatchObject({ run: { pauses: [pause], held: null } });
  });

  test('[SPK43] a reminder of time is a gentle mark on the speaker’s clock, and changes nothing else', () => {
    const remind: Command = { type: 'remindOfTime', speechId: an };
    const state = given(SPEAKING)
      .when(remind, { at: NOW + 7 * MINUTE })
      .emits({ type: 'speakerReminded', at: NOW + 7 * MINUTE, speechId: an });
    expect(speechOf(state.floor, an)?.remindedAt).toBe(NOW + 7 * MINUTE);
    expect(stageIn(state)).toEqual(stageIn(given(SPEAKING).state));
    given(LIVE, paper(an, anGiang)).when(remind).refuses('speech-not-on-floor');
    given(SPEAKING, ended(an)).when(remind).refuses('speech-not-on-floor');
  });

  test('[SPK44] the speaker hands the floor back, also before a word and in a pause', () => {
    const back: Command = { type: 'handBackFloor', speechId: an };
    for (const history of [SPEAKING, SPEAKING.slice(0, -1), [...SPEAKING, paused(an)]]) {
      expect(
        given(history)
          .when(back)
          .emits(ended(an, NOW, 'handedBack')).floor.onFloor,
      ).toEqual([]);
    }
    given(LIVE, paper(an, anGiang)).when(back).refuses('speech-not-on-floor');
    given(SPEAKING, ended(an)).when(back).refuses('speech-not-on-floor');
  });
});

describe('calling a speaker back', () => {
  const back: Command = { type: 'callBackSpeaker', speechId: an, allottedMs: null };
  const SPOKEN = [...SPEAKING, ended(an, NOW + 5 * MINUTE)];
  const linked = (rest = {}) => ({
    type: 'speechRegistered' as const,
    at,
    speech: speech(again, anGiang, {
      speaker: { personId: personId('new-2'), fullName: null, positions: ['Trưởng Ban Tổ chức Tỉnh ủy'] },
      callbackOf: an,
      ...rest,
    }),
    inLine: { beforeSpeechId: null },
  });

  test('[SPK45] it makes a new speech, linked to the first, and the first stays on record as it ended', () => {
    const before = given(SPOKEN).state;
    const state = given(SPOKEN).when(back).emits(linked());
    expect(stageIn(state)).toEqual(stageIn(before));
    expect(state.floor.queue).toEqual([again]);
  });

  test('[SPK46] the new speech stands first in line, before every rank', () => {
    const { floor } = given(SPOKEN, paper(speechId('dieu-hanh'), quangBinh, { kind: 'procedural' }))
      .when(back)
      .emits({ ...linked(), inLine: { beforeSpeechId: speechId('dieu-hanh') } });
    expect(floor.queue).toEqual([again, 'dieu-hanh']);
  });

  test('[SPK47] it has a time of its own: what is said, else what its kind has', () => {
    given(SPOKEN)
      .when({ ...back, allottedMs: MINUTE })
      .emits(linked({ allottedMs: MINUTE }));
  });

  test('[SPK48] only who has spoken is called back, and not twice', () => {
    given(SPEAKING).when(back).refuses('speech-not-spoken');
    given(LIVE, paper(an, anGiang)).when(back).refuses('speech-not-spoken');
    given(SPOKEN, linked()).when(back).refuses('already-waiting');
    given(SPOKEN, linked(), called(again), ended(again)).when(back).happens();
  });

  test('[SPK49] after its item has ended the speaker comes back on the list of the whole conference', () => {
    const baoCao = itemId('bao-cao');
    const onItem = [
      ...LIVE,
      itemAdded(baoCao),
      itemStarted(baoCao),
      paper(an, anGiang, { itemId: baoCao }),
      called(an),
      began(an),
      ended(an),
    ];
    given(onItem)
      .when(back)
      .emits(linked({ itemId: baoCao }));
    given(onItem, itemFinished(baoCao))
      .when(back)
      .emits(linked({ itemId: null }));
  });
});
