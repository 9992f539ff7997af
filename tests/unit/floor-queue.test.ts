import { describe, expect, test } from 'vitest';
import { type Command, type CommandOf, commandSchema } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { MAX_WAITING, registeredSpeeches, type SpeechFacts, speechOf } from '../../shared/domain/floor/floor.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import { documentIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { anGiang, LIVE, MINUTE, NOW, nowhere, personId, quangBinh, speechId } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { accepted, declined, moved, queued, withdrawn } from '../support/floor-builders.ts';
import { sampleCommands } from '../support/sample-commands.ts';
import { began, called, ended, paper, requested, speech } from '../support/speech-builders.ts';

const at = NOW;
const an = speechId('an');
const binh = speechId('binh');
const chau = speechId('chau');
const speaker = { fullName: null, positions: ['Phó Bí thư'] };
const asked = { subject: 'Sắp xếp đơn vị hành chính', speaker, itemId: null, category: null };
const ask = (bridge = anGiang, rest: Partial<CommandOf<'requestSpeech'>> = {}): CommandOf<'requestSpeech'> => ({
  type: 'requestSpeech',
  bridgeId: bridge,
  kind: 'opinion',
  ...asked,
  ...rest,
});
const enter = (bridge = anGiang, rest: Partial<CommandOf<'registerSpeech'>> = {}): CommandOf<'registerSpeech'> => ({
  type: 'registerSpeech',
  bridgeId: bridge,
  kind: 'paper',
  ...asked,
  allottedMs: null,
  override: null,
  ...rest,
});
/** What the speech of `asked` is on record. */
const entered = (rest: Partial<SpeechFacts>): SpeechFacts =>
  speech(speechId('new-1'), anGiang, {
    subject: asked.subject,
    speaker: { personId: personId('new-2'), ...speaker },
    ...rest,
  });
const stageIn = ({ floor }: ConferenceState, id = an) => speechOf(floor, id)?.stage;

describe('asking for the floor', () => {
  test('[FLR1] a registered paper waits at the end of the queue at once, with its own time', () => {
    const state = given(LIVE, paper(binh, quangBinh))
      .when(enter(anGiang, { allottedMs: 8 * MINUTE }))
      .emits({
        type: 'speechRegistered',
        at,
        speech: entered({ allottedMs: 8 * MINUTE }),
        inLine: { beforeSpeechId: null },
      });
    expect(state.floor.queue).toEqual([binh, 'new-1']);
  });

  test('[FLR2] a request waits for an answer, not in the queue, with the time of its kind', () => {
    const state = given(LIVE)
      .when(ask(), { at: NOW + 2 })
      .emits({
        type: 'speechRegistered',
        at: NOW + 2,
        speech: entered({ kind: 'opinion', allottedMs: DEFAULT_RULES.times.opinion }),
        inLine: null,
      });
    expect(DEFAULT_RULES.times.opinion).toBe(5 * MINUTE);
    expect(state.floor.queue).toEqual([]);
    expect(stageIn(state, speechId('new-1'))).toEqual({ status: 'registered', at: NOW + 2 });
  });

  test('[FLR3] a speaker has one waiting entry of each kind', () => {
    const waiting = [
      requested(an, anGiang, NOW, { speaker: { personId: personId('p-9'), ...speaker } }),
      accepted(an),
      queued(an),
    ];
    for (const until of [1, 2, 3]) given(LIVE, waiting.slice(0, until)).when(ask()).refuses('already-waiting');
    given(LIVE, waiting)
      .when(enter(anGiang, { kind: 'opinion' }))
      .refuses('already-waiting');
    given(LIVE, waiting).when(enter()).happens();
    given(LIVE, waiting).when(ask(quangBinh)).happens();
    const another = { fullName: null, positions: ['Bí thư'] };
    given(LIVE, waiting)
      .when(ask(anGiang, { speaker: another }))
      .happens();
  });

  test('[FLR3] neither accents nor case make two speakers of one', () => {
    const named = (fullName: string) => ({ speaker: { fullName, positions: [] } });
    const waiting = requested(an, anGiang, NOW, { speaker: { personId: personId('p'), ...named('Lê Hoà').speaker } });
    given(LIVE, waiting)
      .when(ask(anGiang, named('lê hòa')))
      .refuses('already-waiting');
    given(LIVE, waiting)
      .when(ask(anGiang, named('Lê Hoài')))
      .happens();
  });

  test('[FLR4] who has the floor, or had it, may ask again', () => {
    const onFloor = [
      requested(an, anGiang, NOW, { speaker: { personId: personId('p-9'), ...speaker } }),
      queued(an),
      called(an),
    ];
    given(LIVE, onFloor).when(ask()).happens();
    given(LIVE, onFloor, began(an), ended(an)).when(ask()).happens();
  });

  test('[FLR5] requests are read in the order in which they came', () => {
    const { floor } = given(LIVE, requested(an, anGiang, NOW + 9), requested(binh, quangBinh, NOW + 3)).state;
    expect(registeredSpeeches(floor).map(({ speechId: id }) => id)).toEqual([binh, an]);
  });

  test('[FLR6] nobody asks for a bridge that is not there', () => {
    given(LIVE).when(ask(nowhere)).refuses('bridge-unknown');
    given(LIVE).when(enter(nowhere)).refuses('bridge-unknown');
  });

  test('[FLR7] a queue of a thousand is full', () => {
    const many = Array.from({ length: MAX_WAITING }, (_, index) => paper(speechId(`s${index}`), anGiang));
    given(LIVE, many).when(enter(quangBinh)).refuses('queue-full', { max: 1_000 });
    given(LIVE, many.slice(1)).when(enter(quangBinh)).happens();
  });

  test('[SPK1] a bridge has at most five entries that wait', () => {
    const five = Array.from({ length: 5 }, (_, index) => requested(speechId(`s${index}`), anGiang));
    given(LIVE, five).when(ask()).refuses('too-many-waiting', { max: 5 });
    given(LIVE, five).when(enter()).refuses('too-many-waiting', { max: 5 });
    given(LIVE, five.slice(1)).when(ask()).happens();
    given(LIVE, five).when(ask(quangBinh)).happens();
    given(LIVE, five, declined(speechId('s0')))
      .when(ask())
      .happens();
  });
});

describe('answering a request', () => {
  test('[FLR8] an accepted request stands in the queue at once, with the time it was given', () => {
    const state = given(LIVE, paper(binh, quangBinh), requested(an, anGiang))
      .when({ type: 'acceptSpeech', speechId: an, allottedMs: 4 * MINUTE, queue: true })
      .emits(accepted(an, 4 * MINUTE), queued(an, null, 4 * MINUTE));
    expect(state.floor.queue).toEqual([binh, an]);
    expect(speechOf(state.floor, an)).toMatchObject({ allottedMs: 4 * MINUTE, stage: { status: 'queued' } });
  });

  test('[SPK2] a request can be admitted first and put in line later, with the time it was given', () => {
    const state = given(LIVE, requested(an, anGiang))
      .when({ type: 'acceptSpeech', speechId: an, allottedMs: 4 * MINUTE, queue: false }, { at: NOW + 3 })
      .emits({ ...accepted(an, 4 * MINUTE), at: NOW + 3 });
    expect(state.floor.queue).toEqual([]);
    expect(stageIn(state)).toEqual({ status: 'accepted', at: NOW + 3 });
    const queue: Command = { type: 'queueSpeech', speechId: an };
    given(LIVE, requested(an, anGiang), accepted(an, 4 * MINUTE))
      .when(queue)
      .emits(queued(an, null, 4 * MINUTE));
    given(LIVE, requested(an, anGiang)).when(queue).refuses('speech-not-waiting');
    given(LIVE, paper(an, anGiang)).when(queue).refuses('speech-not-waiting');
  });

  test('[SPK3] accepted without a time it keeps the time that it asked with', () => {
    given(LIVE, requested(an, anGiang, NOW, { allottedMs: 3 * MINUTE }))
      .when({ type: 'acceptSpeech', speechId: an, allottedMs: null, queue: false })
      .emits(accepted(an, 3 * MINUTE));
  });

  test('[FLR9] only a request that nobody has answered can be accepted', () => {
    const accept: Command = { type: 'acceptSpeech', speechId: an, allottedMs: MINUTE, queue: true };
    given(LIVE, paper(an, anGiang)).when(accept).refuses('speech-not-waiting');
    given(LIVE, requested(an, anGiang), accepted(an)).when(accept).refuses('speech-not-waiting');
    given(LIVE, requested(an, anGiang), withdrawn(an)).when(accept).refuses('speech-not-waiting');
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
      expect(stageIn(state)).toMatchObject({ status, at: NOW + 6 });
      const unanswered = given(LIVE, requested(an, anGiang)).when({ type: command, speechId: an }).happens();
      expect(stageIn(unanswered)).toMatchObject({ status });
    },
  );

  test('[FLR11] who was called can no longer be declined, and who speaks no longer withdraws', () => {
    const before = [...LIVE, paper(an, anGiang), called(an)];
    given(before).when({ type: 'declineSpeech', speechId: an }).refuses('speech-not-waiting');
    for (const type of ['withdrawSpeech', 'declineSpeech'] as const) {
      given(before, began(an)).when({ type, speechId: an }).refuses('speech-not-waiting');
      given(before, began(an), ended(an)).when({ type, speechId: an }).refuses('speech-not-waiting');
    }
  });

  test('[SPK4] a speaker may withdraw after the call too, and the floor is free', () => {
    const { floor } = given(LIVE, paper(an, anGiang), called(an))
      .when({ type: 'withdrawSpeech', speechId: an }, { at: NOW + 6 })
      .emits(withdrawn(an, NOW + 6));
    expect(floor.onFloor).toEqual([]);
    expect(speechOf(floor, an)?.stage).toEqual({ status: 'withdrawn', at: NOW + 6 });
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
    const state = before.emits(moved(chau, an));
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
  /** What the samples would attach. */
  const lying: ConferenceEvent = {
    type: 'documentAdded',
    at: NOW,
    file: {
      kind: 'office',
      format: 'docx',
      documentId: documentIdSchema.parse('tai-lieu-1'),
      name: 'Tham luận',
      bridgeId: null,
      bytes: 1,
      hash: null,
    },
  };
  const naming = sampleCommands(anGiang, speechId('none')).filter((command) => 'speechId' in command);

  test.each(naming.map((command) => [command.type, command] as const))(
    '[FLR16] %s about an unknown speech is refused',
    (_, command) => {
      given(LIVE, paper(an, anGiang), lying).when(command).refuses('speech-unknown');
    },
  );

  test('[FLR16] every command that names a speech is among those', () => {
    const named = commandSchema.options.filter(({ shape }) => 'speechId' in shape);
    expect(naming.map(({ type }) => type).toSorted()).toEqual(named.map(({ shape }) => shape.type.value).toSorted());
  });

  const both = [an, speechId('none')];
  test.each([
    [{ type: 'handInWriting', speechIds: both }, []],
    [{ type: 'allotTime', speechIds: both, allottedMs: MINUTE }, []],
    [{ type: 'reinstateSpeeches', speechIds: both }, [declined(an)]],
  ] as const satisfies readonly (readonly [Command, readonly ConferenceEvent[]])[])(
    '[SPK5] $0.type is for all of them or for none',
    (command, before) => {
      given(LIVE, paper(an, anGiang), before).when(command).refuses('speech-unknown');
      given(LIVE, paper(an, anGiang), before)
        .when({ ...command, speechIds: [an] })
        .happens();
    },
  );
});
