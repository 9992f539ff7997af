import { describe, expect, test } from 'vitest';
import type { Actor } from '../../shared/domain/actor.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { SpeechId } from '../../shared/domain/ids.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import {
  anGiang,
  director,
  itemAdded,
  itemId,
  LIVE,
  MINUTE,
  moderator,
  NOW,
  nowhere,
  operatorOf,
  PREPARING,
  quangBinh,
  secretariat,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import {
  added,
  attached,
  CLOSED_WITH_DOCUMENT,
  DELEGATES,
  describeAs,
  described,
  documentId,
  office,
  phone,
  release,
  released,
  scheduled,
  secretary,
  slides,
  toBridges,
  viewer,
  withdrawn,
} from '../support/document-builders.ts';
import { given, givenState } from '../support/domain-spec.ts';
import { call } from '../support/floor-builders.ts';
import { paper } from '../support/speech-builders.ts';

const at = NOW;

describe('[LIB1] a document is described by the secretariat, until it is given out', () => {
  test('with an item of the programme, and with no other', () => {
    const one = given(PREPARING, itemAdded(itemId('m1')), added(slides('a')));
    one.when(describeAs('a', { itemId: itemId('m1') })).emits(described('a', { itemId: itemId('m1') }));
    one.when(describeAs('a', { itemId: itemId('m2') })).refuses('item-unknown');
    one.when(describeAs('b')).refuses('document-unknown');
  });

  test('what is read is not described anew under the eyes of its readers', () => {
    const one = given(PREPARING, added(slides('a')), released(slides('a'), DELEGATES));
    one.when(describeAs('a')).refuses('document-released');
    const back = one.when({ type: 'withdrawDocument', documentId: documentId('a') }).emits(withdrawn('a', DELEGATES));
    expect(back.documents.released).toEqual([]);
  });

  test('by the secretariat and the secretary alone', () => {
    const state = stateAfter(PREPARING, added(slides('a', anGiang)));
    const may = (actor: Actor) => mayIssue(actor, describeAs('a'), state);
    expect([secretariat, secretary].map(may)).toEqual([true, true]);
    expect([moderator, director, operatorOf(anGiang), viewer, phone].map(may)).toEqual(Array(5).fill(false));
  });
});

describe('[LIB2] a paper belongs to an entry: a hall’s to its own, the centre’s to any', () => {
  const [own, other] = [speechId('s1'), speechId('s2')];
  const line = [paper(own, anGiang), paper(other, quangBinh)];
  const attach = (name: string, speech: SpeechId | null) =>
    ({ type: 'attachPaper', documentId: documentId(name), speechId: speech }) as const;

  test('and to one that is there', () => {
    const one = given(PREPARING, line, added(slides('a', anGiang)), added(office('b')));
    one.when(attach('a', own)).emits(attached('a', own, anGiang));
    one.when(attach('a', other)).refuses('other-bridges-paper');
    one.when(attach('b', other)).emits(attached('b', other));
    one.when(attach('b', speechId('s9'))).refuses('speech-unknown');
    one.when(attach('b', null)).refuses('nothing-to-change');
  });

  test('the operator attaches for the own entry alone', () => {
    const state = stateAfter(PREPARING, line, added(slides('a', anGiang)));
    expect(mayIssue(operatorOf(anGiang), attach('a', own), state)).toBe(true);
    expect(mayIssue(operatorOf(anGiang), attach('a', other), state)).toBe(false);
    expect(mayIssue(operatorOf(quangBinh), attach('a', own), state)).toBe(false);
  });
});

describe('[LIB3] a document is given out to delegates or to bridges by name, and taken back', () => {
  test('to all bridges means those that there are now', () => {
    const one = given(PREPARING, added(office('a')));
    const all = stateAfter(PREPARING).bridges.byId.size;
    const after = one.when(release('a', { kind: 'bridges', bridgeIds: null })).happens();
    const [first] = after.documents.released;
    expect(first?.to.kind === 'bridges' ? first.to.bridgeIds.length : 0).toBe(all);
    one.when(release('a', toBridges(nowhere))).refuses('bridge-unknown');
    one.when(release('a', toBridges(anGiang, anGiang))).emits(released(office('a'), toBridges(anGiang)));
  });

  test('given to others, the former readers forget it first', () => {
    const one = given(PREPARING, added(office('a')), released(office('a'), toBridges(anGiang)));
    one.when(release('a', DELEGATES)).emits(withdrawn('a', toBridges(anGiang)), released(office('a'), DELEGATES));
    given(PREPARING, added(office('a')))
      .when({ type: 'withdrawDocument', documentId: documentId('a') })
      .refuses('nothing-to-change');
  });

  test('a removed document is taken back from its readers', () => {
    given(PREPARING, added(office('a')), released(office('a'), DELEGATES))
      .when({ type: 'removeDocument', documentId: documentId('a') })
      .emits(withdrawn('a', DELEGATES), { type: 'documentRemoved', at, documentId: documentId('a'), owner: null });
  });

  test('after the conference too', () => {
    given(CLOSED_WITH_DOCUMENT).when(release('a', DELEGATES)).happens();
  });
});

describe('[LIB4] what is classified is neither given out nor shown', () => {
  const secret = [added(slides('a')), described('a', { secrecy: 'confidential' })];

  test('not now, not later, not by the desk', () => {
    const one = given(LIVE, secret);
    one.when(release('a', DELEGATES)).refuses('document-secret');
    one.when(release('a', DELEGATES, NOW + MINUTE)).refuses('document-secret');
    const lay = { kind: 'file', documentId: documentId('a'), presenter: null } as const;
    one.when({ type: 'layDocument', document: lay }).refuses('document-secret');
    // The control: the same document without the mark.
    given(LIVE, added(slides('a')), described('a'))
      .when({ type: 'layDocument', document: lay })
      .happens();
  });

  test('what becomes classified loses the time at which it would have gone out', () => {
    const one = given(LIVE, added(slides('a')), scheduled('a', NOW + MINUTE));
    const after = one
      .when(describeAs('a', { secrecy: 'secret' }))
      .emits(scheduled('a', null), described('a', { secrecy: 'secret' }));
    expect(after.documents.list[0]?.scheduled).toBeNull();
    one.when(describeAs('a')).emits(described('a'));
  });

  test('what lies on the desk does not become classified there', () => {
    const laid: ConferenceEvent = {
      type: 'documentLaid',
      at,
      document: { kind: 'slides', documentId: documentId('a'), pages: 3, ratio: 1.7778, page: 1, presenter: null },
    };
    given(LIVE, added(slides('a')), laid)
      .when(describeAs('a', { secrecy: 'secret' }))
      .refuses('document-on-air');
  });
});

describe('[LIB5] a document goes out by itself at its time, and not before', () => {
  const due = { type: 'releaseDue', documentId: documentId('a') } as const;

  test('once', () => {
    const one = given(PREPARING, added(office('a')));
    one.when(release('a', DELEGATES, NOW + MINUTE)).emits(scheduled('a', NOW + MINUTE));
    one.when(release('a', DELEGATES, NOW)).emits(released(office('a'), DELEGATES));
    const waiting = given(PREPARING, added(office('a')), scheduled('a', NOW + MINUTE, toBridges(anGiang)));
    waiting.when(due, { at: NOW + MINUTE - 1 }).refuses('nothing-to-change');
    const after = waiting.when(due, { at: NOW + MINUTE }).happens();
    expect(after.documents.released).toMatchObject([{ at: NOW + MINUTE, to: toBridges(anGiang) }]);
    expect(after.documents.list[0]?.scheduled).toBeNull();
    one.when(due).refuses('nothing-to-change');
    waiting.when({ type: 'withdrawDocument', documentId: documentId('a') }).emits(scheduled('a', null));
  });

  test('by the server alone', () => {
    const state = stateAfter(PREPARING, added(office('a')));
    expect([secretariat, secretary, operatorOf(anGiang)].map((actor) => mayIssue(actor, due, state))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('[LIB6] a speaker is called with the slides that were handed in', () => {
  const [first, second] = [speechId('s1'), speechId('s2')];
  const line = [paper(first, anGiang), paper(second, quangBinh)];

  test('by the same press, in the speaker’s hand, beside the speaker’s picture', () => {
    const one = given(LIVE, line, added(office('text', anGiang)), added(slides('deck', anGiang)));
    const bare = one.when(call(first)).happens();
    expect(bare.onair.document).toBeNull();
    const with2 = given(
      LIVE,
      line,
      added(office('text', anGiang)),
      added(slides('deck', anGiang)),
      attached('text', first, anGiang),
      attached('deck', first, anGiang),
    );
    const called = with2.when(call(first)).happens();
    expect(called.onair.document).toMatchObject({
      kind: 'slides',
      documentId: documentId('deck'),
      page: 1,
      presenter: anGiang,
    });
    expect(called.onair.frame).toBe('withDocument');
    expect(programSource(called)).toEqual({ kind: 'bridge', bridgeId: anGiang });
  });

  test('the next one without slides is seen alone', () => {
    const one = given(LIVE, line, added(slides('deck')), attached('deck', first));
    const called = one.when(call(first)).happens();
    expect(called.onair.frame).toBe('withDocument');
    expect(givenState(called).when(call(second, first)).happens().onair.frame).toBe('alone');
  });

  test('a classified paper is not shown', () => {
    const one = given(
      LIVE,
      line,
      added(slides('deck')),
      described('deck', { secrecy: 'secret' }),
      attached('deck', first),
    );
    expect(one.when(call(first)).happens().onair.document).toBeNull();
  });
});
