import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import { DEFAULT_ALLOTTED_MS, MAX_WAITING, requestedSpeeches, speechOf } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  accepted,
  anGiang,
  began,
  called,
  ended,
  LIVE,
  MINUTE,
  NOW,
  nowhere,
  paper,
  personId,
  quangBinh,
  requested,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { sampleCommands } from '../support/sample-commands.ts';

const at = NOW;
const an = speechId('an');
const binh = speechId('binh');
const chau = speechId('chau');
const asked = { subject: 'Sắp xếp đơn vị hành chính', speaker: { fullName: null, positions: ['Phó Bí thư'] } };
const askedBy = { subject: asked.subject, speaker: { personId: personId('new-2'), ...asked.speaker } };
const stageIn = ({ floor }: ConferenceState, id = an) => speechOf(floor, id)?.stage;

describe('asking for the floor', () => {
  test('[FLR1] a registered paper waits at the end of the queue at once, with its own time', () => {
    const state = given(LIVE, paper(binh, quangBinh))
      .when({ type: 'registerPaper', bridgeId: anGiang, ...asked, allottedMs: 8 * MINUTE })
      .emits({
        type: 'paperRegistered',
        at,
        speech: { speechId: speechId('new-1'), bridgeId: anGiang, kind: 'paper', allottedMs: 8 * MINUTE, ...askedBy },
      });
    expect(state.floor.queue).toEqual([binh, 'new-1']);
  });

  test('[FLR2] a request waits for an answer, not in the queue, with seven minutes', () => {
    const state = given(LIVE)
      .when({ type: 'requestSpeech', bridgeId: anGiang, ...asked }, { at: NOW + 2 })
      .emits({
        type: 'speechRequested',
        at: NOW + 2,
        speech: {
          speechId: speechId('new-1'),
          bridgeId: anGiang,
          kind: 'opinion',
          allottedMs: DEFAULT_ALLOTTED_MS,
          ...askedBy,
        },
      });
    expect(DEFAULT_ALLOTTED_MS).toBe(7 * MINUTE);
    expect(state.floor.queue).toEqual([]);
    expect(stageIn(state, speechId('new-1'))).toEqual({ status: 'requested', at: NOW + 2 });
  });

  test('[FLR3] a bridge has one request and one paper waiting, not two of a kind', () => {
    const request: Command = { type: 'requestSpeech', bridgeId: anGiang, ...asked };
    const register: Command = { type: 'registerPaper', bridgeId: anGiang, ...asked, allottedMs: MINUTE };
    given(LIVE, requested(an, anGiang)).when(request).refuses('already-waiting');
    given(LIVE, requested(an, anGiang), accepted(an)).when(request).refuses('already-waiting');
    given(LIVE, paper(an, anGiang)).when(register).refuses('already-waiting');
    given(LIVE, paper(an, anGiang)).when(request).happens();
    given(LIVE, requested(an, anGiang)).when(register).happens();
  });

  test('[FLR4] who has the floor, or had it, may ask again', () => {
    const request: Command = { type: 'requestSpeech', bridgeId: anGiang, ...asked };
    const onFloor = [requested(an, anGiang), accepted(an), called(an)];
    given(LIVE, onFloor).when(request).happens();
    given(LIVE, onFloor, began(an), ended(an)).when(request).happens();
  });

  test('[FLR5] requests are read in the order in which they came', () => {
    const { floor } = given(LIVE, requested(an, anGiang, NOW + 9), requested(binh, quangBinh, NOW + 3)).state;
    expect(requestedSpeeches(floor).map(({ speechId: id }) => id)).toEqual([binh, an]);
  });

  test('[FLR6] nobody asks for a bridge that is not there', () => {
    given(LIVE)
      .when({ type: 'requestSpeech', bridgeId: nowhere, ...asked })
      .refuses('bridge-unknown');
  });

  test('[FLR7] a queue of a thousand is full', () => {
    const many = Array.from({ length: MAX_WAITING }, (_, index) => paper(speechId(`s${index}`), anGiang));
    const register: Command = { type: 'registerPaper', bridgeId: quangBinh, ...asked, allottedMs: MINUTE };
    given(LIVE, many).when(register).refuses('queue-full', { max: 1_000 });
    given(LIVE, many.slice(1)).when(register).happens();
  });
});

describe('answering a request', () => {
  test('[FLR8] an accepted request stands at the end of the queue with the time it was given', () => {
    const state = given(LIVE, paper(binh, quangBinh), requested(an, anGiang))
      .when({ type: 'acceptSpeech', speechId: an, allottedMs: 5 * MINUTE })
      .emits({ type: 'speechAccepted', at, speechId: an, allottedMs: 5 * MINUTE });
    expect(state.floor.queue).toEqual([binh, an]);
    expect(speechOf(state.floor, an)).toMatchObject({ allottedMs: 5 * MINUTE, stage: { status: 'queued' } });
  });

  test('[FLR9] only a request that nobody has answered can be accepted', () => {
    const accept: Command = { type: 'acceptSpeech', speechId: an, allottedMs: MINUTE };
    given(LIVE, paper(an, anGiang)).when(accept).refuses('speech-not-waiting');
    given(LIVE, requested(an, anGiang), accepted(an)).when(accept).refuses('speech-not-waiting');
    given(LIVE, requested(an, anGiang), { type: 'speechWithdrawn', at, speechId: an })
      .when(accept)
      .refuses('speech-not-waiting');
  });

  test.each([
    ['withdrawSpeech', 'speechWithdrawn', 'withdrawn'],
    ['declineSpeech', 'speechDeclined', 'declined'],
  ] as const)(
    '[FLR10] %s takes a waiting speech out of the queue and keeps it on the record',
    (command, event, status) => {
      const state = given(LIVE, paper(an, anGiang), paper(binh, quangBinh))
        .when({ type: command, speechId: an }, { at: NOW + 6 })
        .emits({ type: event, at: NOW + 6, speechId: an });
      expect(state.floor.queue).toEqual([binh]);
      expect(stageIn(state)).toEqual({ status, at: NOW + 6 });
      const unanswered = given(LIVE, requested(an, anGiang)).when({ type: command, speechId: an }).happens();
      expect(stageIn(unanswered)).toMatchObject({ status });
    },
  );

  test.each(['withdrawSpeech', 'declineSpeech'] as const)('[FLR11] %s comes too late for a called speech', (type) => {
    const before = [paper(an, anGiang), called(an)];
    given(LIVE, before).when({ type, speechId: an }).refuses('speech-not-waiting');
    given(LIVE, before, began(an), ended(an)).when({ type, speechId: an }).refuses('speech-not-waiting');
  });
});

describe('ordering the queue', () => {
  const three = [paper(an, anGiang), paper(binh, quangBinh), paper(chau, anGiang)];
  const move = (id: typeof an, beforeSpeechId: typeof an | null): Command => ({
    type: 'moveSpeech',
    speechId: id,
    beforeSpeechId,
  });

  test('[FLR12] a speech moves before another, or to the end', () => {
    const before = given(LIVE, three).when(move(chau, an));
    const state = before.emits({ type: 'speechMoved', at, speechId: chau, beforeSpeechId: an });
    expect(state.floor.queue).toEqual([chau, an, binh]);
    expect(given(LIVE, three).when(move(an, null)).happens().floor.queue).toEqual([binh, chau, an]);
  });

  test('[FLR13] somebody who joined in the meantime does not make a move fail', () => {
    const newcomer = speechId('newcomer');
    const { floor } = given(LIVE, three, paper(newcomer, quangBinh)).when(move(chau, an)).happens();
    expect(floor.queue).toEqual([chau, an, binh, newcomer]);
  });

  test('[FLR14] a move before somebody who has left was seen differently', () => {
    given(LIVE, three, called(an)).when(move(chau, an)).refuses('queue-changed');
  });

  test('[FLR15] only what is in the queue can be moved, and not before itself', () => {
    given(LIVE, three, called(an)).when(move(an, binh)).refuses('speech-not-waiting');
    given(LIVE, requested(an, anGiang)).when(move(an, null)).refuses('speech-not-waiting');
    given(LIVE, three).when(move(an, an)).refuses('nothing-to-change');
  });
});

describe('a speech that is not there', () => {
  const naming = sampleCommands(anGiang, speechId('none')).filter((command) => 'speechId' in command);

  test.each(naming.map((command) => [command.type, command] as const))(
    '[FLR16] %s about an unknown speech is refused',
    (_, command) => {
      given(LIVE, paper(an, anGiang)).when(command).refuses('speech-unknown');
    },
  );

  test('[FLR16] eight commands name a speech', () => {
    expect(naming.map(({ type }) => type)).toHaveLength(8);
  });
});
