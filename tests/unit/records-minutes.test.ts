import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { signerOf } from '../../shared/domain/records/decide-minutes.ts';
import { MAX_NOTES, type NoteSubject, type Official, type PaperHead } from '../../shared/domain/records/minutes.ts';
import {
  ADJOURNED,
  ARCHIVED,
  anGiang,
  CLOSED,
  central,
  closed,
  DRAFT,
  itemAdded,
  itemFinished,
  itemId,
  itemStarted,
  LIVE,
  NOW,
  nowhere,
  person,
  personId,
  secretariat,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { given, givenState } from '../support/domain-spec.ts';
import { paperHead } from '../support/records-builders.ts';
import { began, called, paper } from '../support/speech-builders.ts';

const at = NOW;
const lan = speechId('lan');
const opening = itemId('khai-mac');
const ofLan: NoteSubject = { kind: 'speech', speechId: lan };
const conclusion: NoteSubject = { kind: 'conclusion' };

const write = (text: string | null, expectedRevision = 0, about: NoteSubject = conclusion): CommandOf<'writeNote'> => ({
  type: 'writeNote',
  about,
  text,
  expectedRevision,
});
const noted = (text: string | null, revision = 1, about: NoteSubject = conclusion): EventOf<'noteWritten'> => ({
  type: 'noteWritten',
  at,
  about,
  text,
  revision,
});

const mai = person('Trưởng Ban Tổ chức Trung ương', 'p-mai');
const thang = person('Phó Trưởng Ban', 'p-thang');
const thu = person('Vụ trưởng', 'p-thu');
const official = (who: Official['person'], ...offices: readonly Official['offices'][number][]): Official => ({
  person: who,
  offices: [...offices],
  bridgeId: null,
  homeUnit: null,
});
const named = (...officials: readonly Official[]): EventOf<'officialsNamed'> => ({
  type: 'officialsNamed',
  at,
  officials: [...officials],
});
const headed = (rest: Partial<PaperHead> = {}): EventOf<'paperHeadWritten'> => ({
  type: 'paperHeadWritten',
  at,
  head: paperHead(rest),
});
const signed = (rest: Partial<EventOf<'minutesSigned'>> = {}): EventOf<'minutesSigned'> => ({
  type: 'minutesSigned',
  at,
  version: 1,
  position: 7,
  signer: mai,
  recorder: thu,
  ...rest,
});
const reopened: EventOf<'minutesReopened'> = { type: 'minutesReopened', at, reason: 'Sửa tên người phát biểu' };
const SIGNED = [...CLOSED, headed(), named(official(mai, 'chair'), official(thu, 'recorder')), signed()];

describe('who chaired, directed and wrote', () => {
  const typed = (
    fullName: string,
    ...offices: Official['offices']
  ): CommandOf<'nameOfficials'>['officials'][number] => ({
    person: { fullName, positions: ['Ủy viên Bộ Chính trị', 'Trưởng Ban'] },
    offices,
    bridgeId: central,
    homeUnit: 'Ban Tổ chức Trung ương',
  });

  test('[MIN1] they are named as a whole, in the order in which they are read out, with their posts in order', () => {
    const officials = [typed('Thu', 'recorder'), typed('Mai', 'directing', 'chair')];
    const state = given(DRAFT, named(official(thang, 'chair')))
      .when({ type: 'nameOfficials', officials })
      .emits(
        named(
          ...officials.map((one, index) => ({
            ...one,
            person: { personId: personId(`new-${index + 1}`), ...one.person },
          })),
        ),
      );
    expect(state.records.minutes.officials.map((one) => [one.person.fullName, one.offices])).toEqual([
      ['Thu', ['recorder']],
      ['Mai', ['directing', 'chair']],
    ]);
  });

  test('[MIN1] nobody sits at a bridge that is not there', () => {
    const officials = [{ ...typed('Mai', 'chair'), bridgeId: nowhere }];
    given(LIVE).when({ type: 'nameOfficials', officials }).refuses('bridge-unknown');
  });

  test('[MIN1] the list can be emptied again', () => {
    given(LIVE, named(official(mai, 'chair')))
      .when({ type: 'nameOfficials', officials: [] })
      .emits(named());
  });
});

describe('the head of the papers', () => {
  test('[MIN2] it is written as a whole, from the draft until the archive', () => {
    const head = paperHead({ profile: 'state', number: null });
    for (const phase of [DRAFT, LIVE, ADJOURNED, CLOSED]) {
      const state = given(phase, headed()).when({ type: 'writePaperHead', head }).emits(headed(head));
      expect(state.records.minutes.head).toEqual(head);
    }
    given(ARCHIVED).when({ type: 'writePaperHead', head }).refuses('wrong-phase', { phase: 'archived' });
  });
});

describe('what the recorder writes', () => {
  const TALKING = [...LIVE, itemAdded(opening), itemStarted(opening), paper(lan, anGiang), called(lan), began(lan)];

  test('[MIN3] a speech is summed up while it runs, and beside it the items, the opening and the conclusion', () => {
    const subjects: readonly NoteSubject[] = [
      ofLan,
      { kind: 'item', itemId: opening },
      { kind: 'opening' },
      conclusion,
    ];
    let state = stateAfter(TALKING);
    for (const about of subjects) {
      state = givenState(state)
        .when(write('Nhất trí', 0, about), { by: secretariat })
        .emits(noted('Nhất trí', 1, about));
    }
    expect(Object.keys(state.records.minutes.notes)).toEqual(['speech lan', 'item khai-mac', 'opening', 'conclusion']);
  });

  test('[MIN3] nothing is written of a speech or an item that is not there', () => {
    given(LIVE)
      .when(write('Ai?', 0, ofLan))
      .refuses('speech-unknown');
    given(LIVE)
      .when(write('Gì?', 0, { kind: 'item', itemId: opening }))
      .refuses('item-unknown');
  });

  test('[MIN4] who has not read the newest text is refused, and the text stays', () => {
    const before = given(LIVE, noted('Bản một'), noted('Bản hai', 2));
    before.when(write('Bản ba', 1)).refuses('note-changed');
    before.when(write('Bản ba', 0)).refuses('note-changed');
    before.when(write('Bản ba', 3)).refuses('note-changed');
    const state = before.when(write('Bản ba', 2)).emits(noted('Bản ba', 3));
    expect(state.records.minutes.notes['conclusion']).toEqual({ text: 'Bản ba', revision: 3, at });
  });

  test('[MIN4] of two who write at once the first is taken, and the second is told', () => {
    const first = given(LIVE).when(write('Người một')).emits(noted('Người một'));
    givenState(first).when(write('Người hai')).refuses('note-changed');
  });

  test('[MIN5] null takes a note out; the same text, and nothing out of nothing, are no change', () => {
    const state = given(LIVE, noted('Nhầm')).when(write(null, 1)).emits(noted(null, 2));
    expect(state.records.minutes.notes).toEqual({});
    given(LIVE, noted('Như cũ')).when(write('Như cũ', 1)).refuses('nothing-to-change');
    given(LIVE).when(write(null)).refuses('nothing-to-change');
  });

  test('[MIN6] the minutes hold so many parts; those that are there can still be corrected', () => {
    const notes = Object.fromEntries(
      Array.from({ length: MAX_NOTES }, (_, index) => [`speech s-${index}`, { text: 'x', revision: 1, at }]),
    );
    const state = stateAfter(LIVE, noted('Kết luận'));
    const { conclusion: written, ...others } = { ...state.records.minutes.notes, ...notes };
    const withNotes = (all: typeof notes) => ({
      ...state,
      records: { ...state.records, minutes: { ...state.records.minutes, notes: all } },
    });
    givenState(withNotes(others)).when(write('Một phần nữa')).refuses('too-many-items', { max: MAX_NOTES });
    if (written === undefined) throw new Error('the conclusion is written');
    givenState(withNotes({ ...others, conclusion: written }))
      .when(write('Sửa', 1))
      .emits(noted('Sửa', 2));
  });

  test('[MIN7] nothing is written in a classified session', () => {
    given(TALKING, { type: 'classifiedSessionBegan', at })
      .when(write('Mật', 0, ofLan))
      .refuses('classified');
  });
});

describe('signing', () => {
  const CHAIRED = [headed(), named(official(thang, 'coChair'), official(mai, 'chair'), official(thu, 'recorder'))];

  test('[MIN8] closed minutes are signed: by the chair, with the recorder, and for what stands in the journal', () => {
    const state = given(CLOSED, CHAIRED).when({ type: 'signMinutes' }, { position: 7 }).emits(signed());
    expect(state.records.minutes).toMatchObject({ signed: { version: 1, position: 7 }, versions: 1 });
  });

  test('[MIN8] before the conference is closed they stay a draft', () => {
    for (const phase of [DRAFT, LIVE, ADJOURNED]) {
      const { state, when } = given(phase, CHAIRED);
      when({ type: 'signMinutes' }).refuses('wrong-phase', { phase: state.conference.phase });
    }
  });

  test('[MIN9] a paper without a head is not signed', () => {
    given(CLOSED).when({ type: 'signMinutes' }).refuses('paper-head-missing');
  });

  test('[MIN9] where nobody is named the places stay empty', () => {
    given(CLOSED, headed())
      .when({ type: 'signMinutes' }, { position: 7 })
      .emits(signed({ signer: null, recorder: null }));
  });

  test('[MIN10] of several chairs the first signs, or whoever concluded where the head says so', () => {
    const both = named(official(mai, 'chair'), official(thang, 'chair'));
    const end = itemId('ket-luan');
    const concluded = [itemAdded(end, { kind: 'conclusion' }, thang), itemStarted(end), itemFinished(end)];
    const signerAfter = (signer: PaperHead['signer'], rest: readonly ConferenceEvent[] = []) =>
      signerOf(stateAfter(LIVE, both, headed({ signer }), rest));
    expect(signerAfter('chair', concluded)).toEqual(mai);
    expect(signerAfter('concluder', concluded)).toEqual(thang);
    expect(signerAfter('concluder')).toEqual(mai);
    expect(signerAfter('concluder', concluded.slice(0, 2))).toEqual(mai);
  });

  test('[MIN11] signed minutes take nothing until they are reopened', () => {
    const { when } = given(SIGNED);
    const refused: readonly Command[] = [
      write('Thêm'),
      { type: 'writePaperHead', head: paperHead() },
      { type: 'nameOfficials', officials: [] },
      { type: 'signMinutes' },
    ];
    for (const command of refused) when(command).refuses('minutes-signed', { version: 1 });
  });

  test('[MIN12] they are reopened with a reason, written on, and signed anew under the next number', () => {
    const state = given(SIGNED).when({ type: 'reopenMinutes', reason: 'Sửa tên người phát biểu' }).emits(reopened);
    expect(state.records.minutes.signed).toBeNull();
    given(SIGNED, reopened).when(write('Thêm')).emits(noted('Thêm'));
    given(SIGNED, reopened)
      .when({ type: 'signMinutes' }, { position: 12 })
      .emits(signed({ version: 2, position: 12 }));
  });

  test('[MIN12] only what is signed is reopened, and an archived conference keeps what it signed', () => {
    const reopen = { type: 'reopenMinutes', reason: 'Sửa' } as const;
    given(CLOSED).when(reopen).refuses('nothing-to-change');
    given(LIVE).when(reopen).refuses('wrong-phase', { phase: 'live' });
    given(SIGNED, { type: 'conferenceArchived', at }).when(reopen).refuses('wrong-phase', { phase: 'archived' });
    expect(stateAfter(LIVE, closed).conference.phase).toBe('closed');
  });
});
