import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { speechOf } from '../../shared/domain/floor/floor.ts';
import { type SpeechKind, speechKinds } from '../../shared/domain/floor/rules.ts';
import type { SpeechId } from '../../shared/domain/ids.ts';
import { anGiang, itemAdded, itemId, LIVE, NOW, quangBinh, secretariat, speechId } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { moved, rules } from '../support/floor-builders.ts';
import { paper } from '../support/speech-builders.ts';

const NEW = speechId('new-1');
const id = (name: string): SpeechId => speechId(name);
const enter = (kind: SpeechKind, rest: Partial<CommandOf<'registerSpeech'>> = {}): CommandOf<'registerSpeech'> => ({
  type: 'registerSpeech',
  bridgeId: anGiang,
  kind,
  subject: 'Sắp xếp đơn vị hành chính',
  speaker: { fullName: null, positions: ['Phó Bí thư'] },
  itemId: null,
  category: null,
  allottedMs: null,
  override: null,
  ...rest,
});
/** Entries in this order, whatever their rank: as somebody put them. */
const line = (...entries: readonly (readonly [string, SpeechKind])[]): readonly ConferenceEvent[] =>
  entries.map(([name, kind]) => paper(id(name), quangBinh, { kind }));
const after = (history: readonly ConferenceEvent[], command: CommandOf<'registerSpeech'>) =>
  given(LIVE, history).when(command).happens().floor.queue;

describe('where a new entry lands', () => {
  test('[SPK10] kinds rank: procedural request, question, reply, paper, opinion', () => {
    const one = line(...speechKinds.map((kind) => [kind, kind] as const));
    expect(speechKinds).toEqual(['procedural', 'question', 'reply', 'paper', 'opinion']);
    for (const [place, kind] of speechKinds.entries()) {
      expect(after(one, enter(kind)).indexOf(NEW), kind).toBe(place + 1);
    }
  });

  test('[SPK11] within a kind it is first come, first served', () => {
    const before = line(['p1', 'paper'], ['p2', 'paper'], ['o1', 'opinion']);
    expect(after(before, enter('paper'))).toEqual(['p1', 'p2', NEW, 'o1']);
    expect(after(before, enter('opinion'))).toEqual(['p1', 'p2', 'o1', NEW]);
  });

  test('[SPK12] it lands behind the unbroken leading block of its rank only', () => {
    const before = [...line(['p1', 'paper'], ['o1', 'opinion'], ['p2', 'paper']), moved(id('p2'))];
    expect(after(before, enter('paper'))).toEqual(['p1', NEW, 'o1', 'p2']);
  });

  test('[SPK13] what a person moved by hand stays where it was put and does not break the block', () => {
    const before = line(['p1', 'paper'], ['p2', 'paper'], ['o1', 'opinion']);
    expect(after([...before, moved(id('o1'), id('p2'))], enter('paper'))).toEqual(['p1', 'o1', 'p2', NEW]);
    // The control: an opinion that nobody put there breaks it.
    const unmoved = line(['p1', 'paper'], ['o1', 'opinion'], ['p2', 'paper']);
    expect(after(unmoved, enter('paper'))).toEqual(['p1', NEW, 'o1', 'p2']);
  });

  test('[SPK14] a request that is accepted lands by its rank too', () => {
    const before = line(['p1', 'paper'], ['o1', 'opinion']);
    const asked = { ...paper(id('q'), anGiang, { kind: 'question' }), inLine: null };
    const { floor } = given(LIVE, before, asked)
      .when({ type: 'acceptSpeech', speechId: id('q'), allottedMs: null, queue: true })
      .happens();
    expect(floor.queue).toEqual(['q', 'p1', 'o1']);
  });

  test('[SPK15] procedural requests rank by category, the most urgent first; without one they come last', () => {
    const ranked = [rules({ categories: ['Biểu quyết', 'Chương trình'] })];
    const before = [
      ...ranked,
      paper(id('vote'), quangBinh, { kind: 'procedural', category: 'Biểu quyết' }),
      paper(id('agenda'), quangBinh, { kind: 'procedural', category: 'Chương trình' }),
      paper(id('plain'), quangBinh, { kind: 'procedural' }),
    ];
    const place = (category: string | null) => after(before, enter('procedural', { category })).indexOf(NEW);
    expect([place('Biểu quyết'), place('Chương trình'), place(null)]).toEqual([1, 2, 3]);
  });

  test('[SPK16] a category that the rules do not have, or of another kind, is refused', () => {
    const ranked = rules({ categories: ['Biểu quyết'] });
    given(LIVE, ranked)
      .when(enter('procedural', { category: 'Giờ nghỉ' }))
      .refuses('category-unknown');
    given(LIVE, ranked)
      .when(enter('question', { category: 'Biểu quyết' }))
      .refuses('category-unknown');
    given(LIVE, ranked)
      .when(enter('procedural', { category: 'Biểu quyết' }))
      .happens();
  });

  test('[SPK17] entries of another item’s list do not count', () => {
    const [thaoLuan, giaiDap] = [itemId('thao-luan'), itemId('giai-dap')];
    const before = [
      itemAdded(thaoLuan),
      itemAdded(giaiDap),
      paper(id('p1'), quangBinh, { itemId: thaoLuan }),
      paper(id('o1'), quangBinh, { kind: 'opinion', itemId: giaiDap }),
    ];
    expect(after(before, enter('paper', { itemId: giaiDap }))).toEqual(['p1', NEW, 'o1']);
    expect(after(before, enter('paper', { itemId: thaoLuan }))).toEqual(['p1', 'o1', NEW]);
  });

  test('[SPK200] an entry of the conference as a whole is ranked among everybody: it stands in every line', () => {
    const thaoLuan = itemId('thao-luan');
    const before = [itemAdded(thaoLuan), paper(id('p1'), quangBinh, { itemId: thaoLuan })];
    expect(after(before, enter('question'))).toEqual([NEW, 'p1']);
    const general = [...before, paper(id('o1'), quangBinh, { kind: 'opinion' })];
    expect(after(general, enter('paper', { itemId: thaoLuan }))).toEqual(['p1', NEW, 'o1']);
  });
});

describe('what was moved by hand', () => {
  const three = line(['p1', 'paper'], ['p2', 'paper'], ['p3', 'paper']);

  test('[SPK18] it shows whose hand it was', () => {
    const move = { type: 'moveSpeech', speechId: id('p3'), beforeSpeechId: id('p1') } as const;
    const byModerator = given(LIVE, three)
      .when(move)
      .emits(moved(id('p3'), id('p1')));
    expect(speechOf(byModerator.floor, id('p3'))?.movedBy).toBe('moderator');
    expect(speechOf(byModerator.floor, id('p1'))?.movedBy).toBeNull();
    const bySecretariat = given(LIVE, three).when(move, { by: secretariat }).happens();
    expect(speechOf(bySecretariat.floor, id('p3'))?.movedBy).toBe('secretariat');
  });

  test('[SPK19] two waiting entries change places by one press, and both show whose hand it was', () => {
    const { floor } = given(LIVE, three)
      .when({ type: 'swapSpeeches', speechId: id('p1'), withSpeechId: id('p3') })
      .emits({ type: 'speechesSwapped', at: NOW, speechId: id('p1'), withSpeechId: id('p3'), by: 'moderator' });
    expect(floor.queue).toEqual(['p3', 'p2', 'p1']);
    expect(['p1', 'p2', 'p3'].map((name) => speechOf(floor, id(name))?.movedBy)).toEqual([
      'moderator',
      null,
      'moderator',
    ]);
  });

  test('[SPK20] nobody changes places with itself, nor with somebody who no longer waits', () => {
    const swap = (withSpeechId: SpeechId) => ({ type: 'swapSpeeches', speechId: id('p1'), withSpeechId }) as const;
    given(LIVE, three)
      .when(swap(id('p1')))
      .refuses('nothing-to-change');
    given(LIVE, three, { type: 'speechDeclined', at: NOW, speechId: id('p2') })
      .when(swap(id('p2')))
      .refuses('queue-changed');
    given(LIVE, three, { type: 'speechDeclined', at: NOW, speechId: id('p1') })
      .when(swap(id('p2')))
      .refuses('queue-changed');
  });

  test('[SPK21] a move is taken back by moving back, and both stay on the record', () => {
    const { floor } = given(LIVE, three, moved(id('p3'), id('p1')))
      .when({ type: 'moveSpeech', speechId: id('p3'), beforeSpeechId: null })
      .emits(moved(id('p3')));
    expect(floor.queue).toEqual(['p1', 'p2', 'p3']);
  });
});
