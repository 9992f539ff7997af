import { describe, expect, test } from 'vitest';
import { groupsOf } from '../../client/screens/library/library-groups.ts';
import { downloadName } from '../../server/documents/download-name.ts';
import { kindOfHead } from '../../server/documents/file-head.ts';
import { fitsName } from '../../server/documents/name-ending.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { redactEvent, redactState } from '../../shared/domain/audience.ts';
import type { Readership } from '../../shared/domain/documents/document.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { documentRight, mayRead } from '../../shared/views/document-reading.ts';
import {
  anGiang,
  central,
  itemAdded,
  itemId,
  kioskOf,
  LIVE,
  MINUTE,
  NOW,
  operatorOf,
  PREPARING,
  quangBinh,
  secretariat,
  stateAfter,
} from '../support/builders.ts';
import {
  added,
  DELEGATES,
  described,
  documentId,
  office,
  phone,
  released,
  scheduled,
  slides,
  toBridges,
  viewer,
  withdrawn,
} from '../support/document-builders.ts';
import { about } from '../support/records-builders.ts';

const at = NOW;

describe('[LIB7] everybody is told of what was given out to them, and of nothing else', () => {
  const state = stateAfter(
    PREPARING,
    added(office('kept')),
    added(office('all')),
    released(office('all'), DELEGATES),
    added(office('one')),
    released(office('one'), toBridges(anGiang, quangBinh)),
    added(office('own', anGiang)),
    scheduled('own', NOW + MINUTE),
  );
  const names = (audience: Parameters<typeof redactState>[0]) => {
    const { list, released: out } = redactState(audience, state).documents;
    return [list.map(({ file }) => file.documentId), out.map(({ file }) => file.documentId)];
  };

  test('in the state', () => {
    expect(names({ kind: 'public' })).toEqual([[], ['all']]);
    expect(names({ kind: 'bridge', bridgeId: anGiang })).toEqual([['own'], ['one']]);
    expect(names({ kind: 'bridge', bridgeId: central })).toEqual([[], []]);
    expect(names({ kind: 'staff' })[0]).toHaveLength(4);
    const own = redactState({ kind: 'bridge', bridgeId: anGiang }, state).documents;
    expect(own.released[0]?.to).toEqual(toBridges(anGiang));
    expect(own.list[0]?.scheduled).toBeNull();
  });

  test('and in what they are told', () => {
    const told = (audience: Parameters<typeof redactEvent>[0], event: ConferenceEvent) => redactEvent(audience, event);
    const toOne = released(office('one'), toBridges(anGiang));
    expect(told({ kind: 'public' }, toOne)).toBeNull();
    expect(told({ kind: 'bridge', bridgeId: quangBinh }, toOne)).toBeNull();
    expect(told({ kind: 'bridge', bridgeId: anGiang }, toOne)).toEqual(toOne);
    expect(told({ kind: 'public' }, released(office('all'), DELEGATES))).not.toBeNull();
    expect(told({ kind: 'public' }, withdrawn('all', DELEGATES))).not.toBeNull();
    for (const event of [
      added(office('x')),
      described('x'),
      scheduled('x', NOW + 1),
      withdrawn('x', toBridges(anGiang)),
    ]) {
      expect(told({ kind: 'public' }, event)).toBeNull();
    }
  });
});

describe('[LIB8] who may read, and how', () => {
  const laid: ConferenceEvent = {
    type: 'documentLaid',
    at,
    document: { kind: 'slides', documentId: documentId('deck'), pages: 3, ratio: 1.7778, page: 1, presenter: null },
  };
  const file = slides('deck', anGiang);
  const readers = {
    secretariat,
    own: operatorOf(anGiang),
    other: operatorOf(quangBinh),
    door: kioskOf(quangBinh),
    viewer,
    phone,
  };
  const rights = (...history: readonly ConferenceEvent[]) => {
    const state = stateAfter(LIVE, added(file), history);
    return Object.fromEntries(
      Object.entries(readers).map(([name, actor]) => [
        name,
        documentRight(actor, state, documentId('deck'))?.right ?? null,
      ]),
    );
  };
  const nobody = { secretariat: 'staff', own: 'owner', other: null, door: null, viewer: null, phone: null };

  test('by their right', () => {
    expect(rights()).toEqual(nobody);
    expect(rights(released(file, toBridges(quangBinh)))).toEqual({ ...nobody, other: 'released' });
    expect(rights(released(file, DELEGATES))).toEqual({
      ...nobody,
      other: 'released',
      door: 'released',
      viewer: 'released',
      phone: 'released',
    });
    expect(rights(laid)).toEqual({ ...nobody, other: 'desk', door: 'desk', viewer: 'desk' });
    expect(mayRead(secretariat, stateAfter(LIVE), documentId('deck'))).toBe(false);
  });

  test('a watermark is on everybody’s pages but on what the hall sees on the desk', () => {
    const marked = [
      described('deck', { watermark: true }),
      released(file, DELEGATES, { about: about({ watermark: true }) }),
    ];
    const watermark = (actor: Actor, ...more: readonly ConferenceEvent[]) =>
      documentRight(actor, stateAfter(LIVE, added(file), marked, more), documentId('deck'));
    for (const actor of Object.values(readers)) {
      expect(watermark(actor)).toMatchObject({ watermark: true, keeps: 'nothing' });
    }
    expect(watermark(operatorOf(quangBinh), laid)).toMatchObject({ watermark: false, keeps: 'nothing' });
    expect(watermark(phone, laid)).toMatchObject({ watermark: true });
    expect(watermark(viewer, laid)).toMatchObject({ watermark: true });
  });

  test('what can be taken back is asked for again, what is for some bridges stays nowhere', () => {
    const keeps = (actor: Actor, to: Readership) =>
      documentRight(actor, stateAfter(LIVE, added(file), released(file, to)), documentId('deck'))?.keeps;
    expect(keeps(secretariat, DELEGATES)).toBe('forEver');
    expect(keeps(phone, DELEGATES)).toBe('asksAgain');
    expect(keeps(operatorOf(quangBinh), toBridges(quangBinh))).toBe('nothing');
  });
});

test('[LIB9] the shelves follow the programme or the bridges, and what nobody has put in place stands first', () => {
  const state = stateAfter(
    PREPARING,
    itemAdded(itemId('m1'), { title: 'Báo cáo' }),
    itemAdded(itemId('m2'), { title: 'Kết luận' }),
    added(office('a', quangBinh)),
    described('a', { itemId: itemId('m2') }),
    added(office('b')),
    added(office('c', anGiang)),
    described('c', { itemId: itemId('m1') }),
  );
  const shelves = (by: 'item' | 'bridge') =>
    groupsOf(state, by).map(({ name, documents }) => [name, documents.map(({ file }) => file.documentId)]);
  expect(shelves('item')).toEqual([
    [null, ['b']],
    ['Báo cáo', ['c']],
    ['Kết luận', ['a']],
  ]);
  expect(shelves('bridge')).toEqual([
    [null, ['b']],
    ['Điểm cầu tỉnh An Giang', ['c']],
    ['Điểm cầu tỉnh Quảng Bình', ['a']],
  ]);
});

test('[LIB10] a name promises a kind of file only by an ending that is known, and goes out with the ending of what it is', () => {
  expect(['a.pdf', 'A.PDF', 'Báo cáo v1.2', 'không đuôi'].map((name) => fitsName(name, 'pdf'))).toEqual(
    Array(4).fill(true),
  );
  expect(['a.docx', 'a.html', 'a.pdf.exe', 'a.docm'].map((name) => fitsName(name, 'pdf'))).toEqual(
    Array(4).fill(false),
  );
  expect([fitsName('a.pdf', null), fitsName('không đuôi', null)]).toEqual([false, true]);
  expect(kindOfHead(Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'))).toBe('webp');
  expect(kindOfHead(Buffer.from('RIFF\0\0\0\0AVI LIST', 'latin1'))).toBeNull();
  expect(kindOfHead(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
  const named = (name: string) => downloadName({ ...slides('a'), name }, 'application/pdf').name;
  expect(named('Báo cáo quý III/2021')).toBe('Báo cáo quý III-2021.pdf');
  expect(named('..\\..\\a.pdf')).toBe('..-..-a.pdf');
  expect(named('cắt giữa chữ \ud83d')).toBe('cắt giữa chữ \ufffd.pdf');
});
