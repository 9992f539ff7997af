import { describe, expect, test } from 'vitest';
import type { ItemPlan } from '../../shared/domain/agenda/agenda.ts';
import { itemOf } from '../../shared/domain/agenda/agenda.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { speechOf } from '../../shared/domain/floor/floor.ts';
import type { RejectionCode } from '../../shared/domain/rejection.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { backTime, fairTime, type Proposal } from '../../shared/views/back-time.ts';
import {
  clock,
  deadlineItem,
  endDemanded,
  finished,
  hard,
  paused,
  programme,
  row,
  skipped,
  soft,
  started,
  timeAdded,
} from '../support/agenda-builders.ts';
import { anGiang, chauDoc, LIVE, MINUTE, NOW, quangBinh, speechId } from '../support/builders.ts';
import { given, givenState } from '../support/domain-spec.ts';
import { began, called, paper } from '../support/speech-builders.ts';

const an = speechId('an');
const quang = speechId('quang');
const chau = speechId('chau');

/** Papers from minute 0 on, the directive speech behind them, a break, the closing: 60 + 20 + 15 + 10 minutes. */
const MORNING: readonly ItemPlan[] = [
  hard(0, 60, { kind: 'papers', title: 'Tham luận' }),
  soft(20, { kind: 'directiveSpeech', title: 'Phát biểu chỉ đạo' }),
  soft(15, { kind: 'recess', title: 'Giải lao' }),
  soft(10, { kind: 'closing', title: 'Bế mạc' }),
];
/** Three papers of seven minutes. */
const QUEUE = [an, quang, chau].map((id, index) =>
  paper(id, [anGiang, quangBinh, chauDoc][index] ?? anGiang, { itemId: row(0) }),
);

type History = readonly (ConferenceEvent | readonly ConferenceEvent[])[];
const held = (...history: History) => given(LIVE, ...history).state;
const at = (state: ConferenceState, minute: number) => {
  const found = backTime(state, clock(minute));
  if (found === null) throw new Error('no end was demanded');
  return found;
};
const latest = (state: ConferenceState, minute: number) =>
  state.agenda.items.map(({ itemId }) => {
    const start = at(state, minute).latestStarts.get(itemId);
    return start === undefined ? null : (start - NOW) / MINUTE;
  });
const told = ({ kind, count, eachMs, effectMs }: Proposal) => [kind, count, eachMs / MINUTE, effectMs / MINUTE];
const proposalOf = (state: ConferenceState, minute: number, kind: Proposal['kind']): Proposal => {
  const found = at(state, minute).proposals.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no proposal ${kind}`);
  return found;
};

describe('back time', () => {
  test('[AGD100] without a demanded end, or with nothing left to come, there is none', () => {
    expect(backTime(held(programme(...MORNING)), clock(0))).toBeNull();
    expect(backTime(held(programme(hard(0, 10)), endDemanded(20), started(0, 0), finished(0, 5)), clock(6))).toBeNull();
    expect(backTime(held(endDemanded(20)), clock(0))).toBeNull();
  });

  test('[AGD101] says when the day ends and how much is missing; zero or less holds, and nothing is proposed', () => {
    const state = held(programme(...MORNING), started(0, 0), endDemanded(105));
    expect(at(state, 1)).toMatchObject({ expectedEnd: clock(105), missingMs: 0, proposals: [] });
    expect(at(state, 65)).toMatchObject({ expectedEnd: clock(110), missingMs: 5 * MINUTE });
    expect(at(state, 65).proposals).not.toEqual([]);
  });

  test('[AGD102] the latest start of every item that waits counts back from the end', () => {
    const state = held(programme(...MORNING), started(0, 0), endDemanded(120));
    expect(latest(state, 1)).toEqual([null, 75, 95, 110]);
  });

  test('[AGD103] a gap in the plan lets what is before it start later; skipped items take nothing', () => {
    const state = held(programme(hard(0, 30), hard(30, 10), hard(60, 10)), skipped(1), endDemanded(90));
    expect(latest(state, -1)).toEqual([50, null, 80]);
  });

  test('[AGD104] a deadline item can shrink to its end: what is before it may last until then', () => {
    const lunch = programme(hard(0, 30), deadlineItem(60, 120), soft(30));
    expect(latest(held(lunch, endDemanded(180)), -1)).toEqual([90, 120, 150]);
    expect(latest(held(lunch, endDemanded(140)), -1)).toEqual([80, 110, 110]);
  });

  test('[AGD105] what was passed over comes after the live item', () => {
    const state = held(programme(hard(0, 30), hard(30, 20), soft(10)), started(1, 0), endDemanded(100));
    expect(latest(state, 1)).toEqual([60, null, 90]);
    expect(at(state, 1).expectedEnd).toBe(clock(60));
  });

  test('[AGD106] to begin at the latest start is to end in time, and a minute later is not', () => {
    const plan = programme(...MORNING);
    const state = held(plan, started(0, 0), finished(0, 60), endDemanded(120));
    expect(latest(state, 60)[1]).toBe(75);
    expect(at(state, 75).missingMs).toBe(0);
    expect(at(state, 76).missingMs).toBe(MINUTE);
  });
});

describe('proposals', () => {
  const LATE = held(programme(...MORNING), started(0, 0), QUEUE, endDemanded(95));

  test('[AGD107] say what to do with its effect in figures: hand in papers, shorten each, shorten an item, skip a break', () => {
    const all = at(LATE, 1).proposals;
    expect(all.map(told)).toEqual([
      ['skipItem', 1, 15, 15],
      ['handInWriting', 2, 7, 14],
      ['shortenEach', 3, 4, 12],
      ['shortenItem', 1, 10, 10],
    ]);
    expect(all.map(({ title }) => title)).toEqual(['Giải lao', 'Tham luận', 'Tham luận', 'Tham luận']);
  });

  test('[AGD108] each is accepted by one command, and moves the end by exactly what was said', () => {
    const before = at(LATE, 1);
    expect(before.proposals).toHaveLength(4);
    for (const { command, effectMs } of before.proposals) {
      expect(command.type).toBe('winTime');
      const after = givenState(LATE)
        .when(command, { at: clock(1) })
        .happens();
      expect(at(after, 1).expectedEnd).toBe(before.expectedEnd - effectMs);
      // Every one of these is enough by itself.
      expect(at(after, 1).missingMs).toBeLessThanOrEqual(0);
    }
  });

  test('[AGD109] those that are enough by themselves stand first, then what wins most', () => {
    const hopeless = held(programme(...MORNING), started(0, 0), QUEUE, endDemanded(92));
    const { missingMs, proposals } = at(hopeless, 1);
    const enough = proposals.map(({ effectMs }) => effectMs >= missingMs);
    expect(enough).toEqual(enough.toSorted((a, b) => Number(b) - Number(a)));
    const far = at(held(programme(...MORNING), started(0, 0), QUEUE, endDemanded(30)), 1);
    expect(far.proposals.map(({ effectMs }) => effectMs)).toEqual(
      far.proposals.map(({ effectMs }) => effectMs).toSorted((a, b) => b - a),
    );
    expect(far.proposals.every(({ effectMs }) => effectMs < far.missingMs)).toBe(true);
  });

  test('[AGD110] the last in line hand in first, and no speaker is left less than two minutes', () => {
    expect(proposalOf(LATE, 1, 'handInWriting').command.handIn).toEqual([chau, quang]);
    const far = held(programme(...MORNING), started(0, 0), QUEUE, endDemanded(30));
    expect(told(proposalOf(far, 1, 'shortenEach')).slice(0, 3)).toEqual(['shortenEach', 3, 5]);
    const after = givenState(far)
      .when(proposalOf(far, 1, 'shortenEach').command, { at: clock(1) })
      .happens();
    expect([an, quang, chau].map((id) => speechOf(after.floor, id)?.allottedMs)).toEqual(Array(3).fill(2 * MINUTE));
  });

  test('[AGD111] while the halls need more than the item has, fewer speeches win time and the item keeps its own', () => {
    const short = [hard(0, 10, { kind: 'papers', title: 'Tham luận' }), soft(20)];
    const state = held(programme(...short), started(0, 0), QUEUE, endDemanded(35));
    expect(at(state, 1)).toMatchObject({ expectedEnd: clock(42) });
    const { command, effectMs } = proposalOf(state, 1, 'handInWriting');
    expect(effectMs).toBe(7 * MINUTE);
    expect(command).toMatchObject({ handIn: [chau], items: [] });
  });

  test('[AGD112] what halls still need is not taken from their item', () => {
    const tight = [hard(0, 25, { kind: 'papers', title: 'Tham luận' })];
    const state = held(programme(...tight), started(0, 0), QUEUE, endDemanded(10));
    expect(told(proposalOf(state, 1, 'shortenItem'))).toEqual(['shortenItem', 1, 3, 3]);
  });

  test('[AGD113] an effect is what really happens: nothing is proposed that a gap or a deadline behind it would swallow', () => {
    const swallowed = [hard(0, 60, { kind: 'papers' }), deadlineItem(60, 120), hard(120, 2)];
    const state = held(programme(...swallowed), started(0, 0), QUEUE, endDemanded(120));
    expect(at(state, 1)).toMatchObject({ missingMs: 2 * MINUTE });
    expect(at(state, 1).proposals.map(told)).toEqual([['shortenItem', 1, 1, 1]]);
  });

  test('[AGD114] what keeps its end is neither shortened nor skipped', () => {
    const state = held(programme(hard(0, 30), deadlineItem(30, 90, { title: 'Nghỉ trưa' })), endDemanded(60));
    expect(at(state, -1)).toMatchObject({ missingMs: 30 * MINUTE, proposals: [] });
  });

  test('[AGD114] nor is its end moved when fewer speak under it', () => {
    const state = held(programme({ ...deadlineItem(0, 60), kind: 'papers' }), started(0, 0), QUEUE, endDemanded(55));
    expect(at(state, 50)).toMatchObject({ expectedEnd: clock(71) });
    const { command, effectMs } = proposalOf(state, 50, 'handInWriting');
    expect(effectMs).toBe(11 * MINUTE);
    expect(command).toMatchObject({ handIn: [chau, quang, an], items: [] });
  });

  test('[AGD115] before the papers begin they are proposed of the next item that takes speeches', () => {
    const plan = [hard(0, 20), soft(60, { kind: 'papers', title: 'Tham luận' })];
    const queue = [paper(an, anGiang, { itemId: row(1) }), paper(quang, quangBinh, { itemId: row(0) })];
    const state = held(programme(...plan), started(0, 0), queue, endDemanded(75));
    expect(proposalOf(state, 1, 'handInWriting').command).toMatchObject({
      handIn: [an],
      items: [{ itemId: row(1), byMs: -7 * MINUTE }],
    });
  });
});

describe('to win time', () => {
  const HISTORY = [...programme(...MORNING), started(0, 0), ...QUEUE];
  const winning = (rest: Partial<CommandOf<'winTime'>>): CommandOf<'winTime'> => ({
    type: 'winTime',
    handIn: [],
    shorten: [],
    items: [],
    skip: [],
    ...rest,
  });

  test('[AGD116] is one command for papers, speeches, items and breaks', () => {
    const after = given(LIVE, HISTORY)
      .when(
        winning({
          handIn: [chau],
          shorten: [{ speechId: an, seenMs: 7 * MINUTE, byMs: 2 * MINUTE }],
          items: [{ itemId: row(1), seenMs: 0, byMs: -5 * MINUTE }],
          skip: [row(2)],
        }),
      )
      .emits(
        { type: 'speechHandedInWriting', at: NOW, speechId: chau },
        { type: 'speechAllotted', at: NOW, speechId: an, allottedMs: 5 * MINUTE },
        { type: 'agendaItemSkipped', at: NOW, itemId: row(2) },
        { type: 'agendaItemTimeAdded', at: NOW, itemId: row(1), byMs: -5 * MINUTE },
      );
    expect(speechOf(after.floor, chau)?.stage.status).toBe('handedInWriting');
    expect(itemOf(after.agenda, row(2))?.progress.status).toBe('skipped');
  });

  const GOOD = { items: [{ itemId: row(1), seenMs: 0, byMs: -5 * MINUTE }] };

  const BAD: readonly (readonly [string, Partial<CommandOf<'winTime'>>, RejectionCode])[] = [
    ['a speech that is gone', { handIn: [speechId('gone')] }, 'queue-changed'],
    [
      'a speech twice',
      { handIn: [chau], shorten: [{ speechId: chau, seenMs: 7 * MINUTE, byMs: MINUTE }] },
      'nothing-to-change',
    ],
    ['an item that is gone', { items: [{ itemId: row(9), seenMs: 0, byMs: -MINUTE }] }, 'agenda-changed'],
    ['an item that runs', { skip: [row(0)] }, 'agenda-changed'],
    [
      'a speech that was shortened already',
      { shorten: [{ speechId: an, seenMs: MINUTE, byMs: MINUTE }] },
      'queue-changed',
    ],
    [
      'an item that was shortened already',
      { items: [{ itemId: row(1), seenMs: MINUTE, byMs: -MINUTE }] },
      'agenda-changed',
    ],
    ['an item twice', { skip: [row(2), row(2)] }, 'nothing-to-change'],
  ];

  test.each(BAD)('[AGD117] all of it or nothing: %s', (_, bad, code) => {
    given(LIVE, HISTORY).when(winning(GOOD)).happens();
    given(LIVE, HISTORY)
      .when(winning({ ...GOOD, ...bad }))
      .refuses(code);
  });

  test('[AGD118] a speech that was called in the meantime refuses it; to win nothing is nothing', () => {
    given(LIVE, HISTORY, called(chau))
      .when(winning({ ...GOOD, handIn: [chau] }))
      .refuses('queue-changed');
    given(LIVE, HISTORY).when(winning({})).refuses('nothing-to-change');
  });
});

describe('fair time', () => {
  const fair = (state: ConferenceState, minute: number) => {
    const found = fairTime(state, clock(minute));
    return found === null ? null : [found.waiting, found.eachMs / MINUTE];
  };

  test('[AGD119] shares what is left of the item among the halls that wait', () => {
    const state = held(programme(...MORNING), started(0, 0), QUEUE);
    expect(fair(state, 0)).toEqual([3, 20]);
    expect(fair(state, 30)).toEqual([3, 10]);
    expect(fair(state, 61)).toEqual([3, 0]);
  });

  test('[AGD120] counts time that was given, and pauses', () => {
    expect(fair(held(programme(...MORNING), started(0, 0), timeAdded(0, 15), QUEUE), 30)).toEqual([3, 15]);
    expect(fair(held(programme(...MORNING), started(0, 0), paused(0, 24), QUEUE), 30)).toEqual([3, 12]);
  });

  test('[AGD121] with a demanded end, what is behind the item is kept free', () => {
    const state = held(programme(...MORNING), started(0, 0), QUEUE, endDemanded(75));
    expect(fair(state, 0)).toEqual([3, 10]);
  });

  test('[AGD122] whoever has the floor is left what was allotted', () => {
    const state = held(programme(...MORNING), started(0, 0), QUEUE, called(an), began(an));
    expect(fair(state, 0)).toEqual([2, 26.5]);
    expect(fair(state, 3)).toEqual([2, 26.5]);
  });

  test('[AGD123] is asked of items that take speeches, while somebody waits', () => {
    expect(fair(held(programme(...MORNING), started(0, 0)), 0)).toBeNull();
    expect(fair(held(programme(...MORNING), QUEUE), 0)).toBeNull();
    expect(fair(held(programme(hard(0, 30)), QUEUE, started(0, 0)), 0)).toBeNull();
  });
});
