import { describe, expect, test } from 'vitest';
import {
  draftsOf,
  moved,
  officialsFrom,
  withAnother,
  withOffice,
} from '../../client/screens/minutes/officials-draft.ts';
import { linesOf } from '../../client/screens/minutes/typed-lines.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { type CoursePart, liveSpeech, minutesCourse, writtenCount } from '../../shared/views/minutes-course.ts';
import {
  anGiang,
  bridgeId,
  central,
  itemAdded,
  itemFinished,
  itemId,
  itemSkipped,
  itemStarted,
  LIVE,
  MINUTE,
  NOW,
  person,
  quangBinh,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { began, called, ended, paper, requested } from '../support/speech-builders.ts';

const [report, talk, answers, extra] = ['bao-cao', 'thao-luan', 'tra-loi', 'giai-lao'].map(itemId);
const [lan, minh, ha, tu] = ['lan', 'minh', 'ha', 'tu'].map(speechId);
if (!report || !talk || !answers || !extra || !lan || !minh || !ha || !tu) throw new Error('names');
const minute = (count: number) => NOW + count * MINUTE;

const PROGRAMME: readonly ConferenceEvent[] = [
  itemAdded(report),
  itemAdded(talk, { kind: 'discussion', title: 'Thảo luận' }),
  itemAdded(answers, { kind: 'answers', title: 'Trả lời' }),
  itemAdded(extra, { kind: 'recess', title: 'Giải lao' }),
];
const handedIn: ConferenceEvent = { type: 'speechHandedInWriting', at: minute(9), speechId: tu };

const course = (...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]) =>
  minutesCourse(stateAfter(LIVE, PROGRAMME, ...history));
const outline = (parts: readonly CoursePart[]) =>
  parts.map(({ item, status, speeches }) => [
    item?.itemId ?? null,
    status,
    speeches.map(({ speech, number, outcome }) => [speech.speechId, number, outcome]),
  ]);

describe('the course of the conference', () => {
  test('[MIN13] items stand as they really came, what is still to come behind them', () => {
    const parts = course(
      itemStarted(talk, minute(0)),
      itemFinished(talk, minute(5)),
      itemStarted(report, minute(5)),
      itemSkipped(extra),
    );
    expect(outline(parts)).toEqual([
      [talk, 'finished', []],
      [report, 'live', []],
      [answers, 'waiting', []],
    ]);
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [minute(0), minute(5)],
      [minute(5), null],
      [null, null],
    ]);
  });

  test('[MIN13] speeches stand in the order of their calls, numbered through, papers handed in behind them', () => {
    const parts = course(
      paper(lan, anGiang, { itemId: talk }),
      paper(minh, quangBinh, { itemId: talk }),
      paper(tu, anGiang, { itemId: talk }),
      itemStarted(talk),
      called(minh, minute(1)),
      began(minh, minute(1)),
      ended(minh, minute(2)),
      called(lan, minute(3)),
      ended(lan, minute(4)),
      handedIn,
      requested(ha, anGiang, minute(4), { itemId: talk }),
    );
    expect(outline(parts)[0]).toEqual([
      talk,
      'live',
      [
        [minh, 1, 'spoken'],
        [lan, 2, 'unheard'],
        [tu, null, 'handedInWriting'],
      ],
    ]);
    expect(parts[0]?.speeches.map(({ from, to }) => [from, to])).toEqual([
      [minute(1), minute(2)],
      [minute(3), minute(4)],
      [null, null],
    ]);
  });

  test('[MIN14] a speech without a list stands under the item that ran when it was called, or before all of them', () => {
    const parts = course(
      paper(lan, anGiang),
      paper(minh, quangBinh),
      called(lan, minute(0)),
      began(lan, minute(0)),
      ended(lan, minute(1)),
      itemStarted(answers, minute(2)),
      called(minh, minute(3)),
    );
    expect(outline(parts).slice(0, 2)).toEqual([
      [null, 'finished', [[lan, 1, 'spoken']]],
      [answers, 'live', [[minh, 2, 'onFloor']]],
    ]);
  });

  test('[MIN14] a speech of a list whose item never began stands where it was really held', () => {
    const parts = course(paper(lan, anGiang, { itemId: answers }), itemStarted(talk), called(lan, minute(1)));
    expect(outline(parts)[0]).toEqual([talk, 'live', [[lan, 1, 'onFloor']]]);
    expect(outline(parts).at(-1)).toEqual([extra, 'waiting', []]);
  });

  test('[MIN14] a skipped item stays while something is written of it', () => {
    const note: ConferenceEvent = {
      type: 'noteWritten',
      at: NOW,
      about: { kind: 'item', itemId: extra },
      text: 'Không giải lao',
      revision: 1,
    };
    expect(outline(course(note, itemSkipped(extra))).at(-1)).toEqual([extra, 'skipped', []]);
  });

  test('[MIN15] the one who speaks now is whoever was called last of those on the floor; nobody: null', () => {
    const talking = course(paper(lan, anGiang), paper(minh, quangBinh), itemStarted(talk), called(lan), began(lan));
    expect(liveSpeech(talking)?.speech.speechId).toBe(lan);
    expect(liveSpeech(course())).toBeNull();
    expect(liveSpeech(course(paper(lan, anGiang), itemStarted(talk), called(lan), ended(lan)))).toBeNull();
  });

  test('[MIN15] the count says of how many speeches something is written', () => {
    const state = stateAfter(
      LIVE,
      PROGRAMME,
      paper(lan, anGiang, { itemId: talk }),
      paper(minh, quangBinh, { itemId: talk }),
      itemStarted(talk),
      called(lan),
      began(lan),
      ended(lan),
      called(minh, minute(1)),
      began(minh, minute(1)),
      { type: 'noteWritten', at: NOW, about: { kind: 'speech', speechId: lan }, text: 'Nhất trí', revision: 1 },
    );
    const parts = minutesCourse(state);
    expect(writtenCount(state, parts)).toEqual({ held: 2, written: 1 });
  });
});

describe('the list of officials while it is typed', () => {
  const named = draftsOf([
    { person: person('Trưởng Ban'), offices: ['chair'], bridgeId: central, homeUnit: null },
    { person: { ...person('Vụ trưởng'), fullName: 'Thư' }, offices: ['recorder'], bridgeId: null, homeUnit: 'Vụ' },
  ]);

  test('[MIN16] what was named is read back and sent as it was', () => {
    expect(officialsFrom(named)).toEqual({
      officials: [
        {
          person: { fullName: null, positions: ['Trưởng Ban'] },
          offices: ['chair'],
          bridgeId: central,
          homeUnit: null,
        },
        {
          person: { fullName: 'Thư', positions: ['Vụ trưởng'] },
          offices: ['recorder'],
          bridgeId: null,
          homeUnit: 'Vụ',
        },
      ],
    });
    expect(bridgeId('trung-uong')).toBe(central);
  });

  test('[MIN16] the order is changed by one place, and not beyond the ends', () => {
    expect(moved(named, 1, -1).map(({ key }) => key)).toEqual([1, 0]);
    expect(moved(named, 0, -1)).toBe(named);
    expect(moved(named, 1, 1)).toBe(named);
  });

  test('[MIN16] positions and recipients are typed one to a line', () => {
    expect(linesOf(' Ủy viên Bộ Chính trị \n\n Trưởng  Ban\n')).toEqual(['Ủy viên Bộ Chính trị', 'Trưởng Ban']);
  });

  test('[MIN16] whoever is added is first the chair, then the recorder; offices keep their own order', () => {
    const first = withAnother([]);
    expect(withAnother(withAnother(first)).map(({ offices }) => offices)).toEqual([
      ['chair'],
      ['recorder'],
      ['attending'],
    ]);
    expect(withOffice(['moderating'], 'directing', true)).toEqual(['directing', 'moderating']);
    expect(withOffice(['moderating'], 'moderating', false)).toEqual([]);
  });

  test('[MIN16] what is still missing is said of the first person that lacks it', () => {
    const nobody = withAnother(named).at(-1);
    if (nobody === undefined) throw new Error('somebody was added');
    expect(officialsFrom([...named, nobody])).toMatchObject({ key: nobody.key, problem: expect.stringContaining('3') });
    expect(officialsFrom([{ ...nobody, fullName: 'Mai', offices: [] }])).toMatchObject({
      problem: expect.stringContaining('Mai'),
    });
    const many = Array.from({ length: 9 }, () => 'Chức vụ').join('\n');
    expect(officialsFrom([{ ...nobody, positions: many }])).toHaveProperty('problem');
  });
});
