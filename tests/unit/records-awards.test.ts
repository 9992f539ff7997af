import { describe, expect, test } from 'vitest';
import type { CommandOf } from '../../shared/domain/command.ts';
import type { EventOf } from '../../shared/domain/event.ts';
import { awardIdSchema } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import { type Award, type AwardFacts, type AwardInput, MAX_AWARDS } from '../../shared/domain/records/award.ts';
import { awardsOfItem, ceremonyOf, cueOf } from '../../shared/views/award-ceremony.ts';
import {
  ADJOURNED,
  announcer,
  itemAdded,
  itemId,
  LIVE,
  moderator,
  NOW,
  PREPARING,
  person,
  stateAfter,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const id = (name: string) => awardIdSchema.parse(name);
const five = (): AwardFacts['recipients'] => ({ kind: 'collectives', count: 5, names: [] });
const input = (rest: Partial<AwardInput> = {}): AwardInput => ({
  name: 'Cờ thi đua ngành tổ chức xây dựng Đảng',
  onBehalfOf: null,
  itemId: null,
  presenter: { fullName: 'Trương Thị Mai', positions: ['Trưởng Ban Tổ chức Trung ương'] },
  recipients: { kind: 'collectives', count: 5, names: [] },
  ...rest,
});
const facts = (name: string, rest: Partial<AwardFacts> = {}): AwardFacts => ({
  awardId: id(name),
  name: 'Cờ thi đua',
  onBehalfOf: null,
  itemId: null,
  presenter: null,
  recipients: { kind: 'collectives', count: 5, names: [] },
  ...rest,
});
const planned = (name: string, rest: Partial<AwardFacts> = {}): EventOf<'awardPlanned'> => ({
  type: 'awardPlanned',
  at,
  award: facts(name, rest),
});
const presented = (name: string): EventOf<'awardPresented'> => ({ type: 'awardPresented', at, awardId: id(name) });
const plan = (rest: Partial<AwardInput> = {}): CommandOf<'planAward'> => ({ type: 'planAward', award: input(rest) });
const present: CommandOf<'presentAward'> = { type: 'presentAward', awardId: id('a') };
const move = (name: string, before: string | null): CommandOf<'moveAward'> => ({
  type: 'moveAward',
  awardId: id(name),
  beforeAwardId: before === null ? null : id(before),
});
const names = ({ records }: { readonly records: { readonly awards: readonly Award[] } }) =>
  records.awards.map(({ awardId }) => awardId);

describe('planning', () => {
  test('[FUP20] an award is kept with its recipient, its presenter and on whose behalf; people are persons of their own', () => {
    const recipients: AwardInput['recipients'] = {
      kind: 'person',
      person: { fullName: 'Tô Huy Rứa', positions: [] },
    };
    const after = given(LIVE)
      .when(plan({ name: 'Huân chương Hồ Chí Minh', recipients, onBehalfOf: 'Đảng, Nhà nước' }))
      .happens();
    expect(after.records.awards).toMatchObject([
      {
        awardId: 'new-1',
        name: 'Huân chương Hồ Chí Minh',
        onBehalfOf: 'Đảng, Nhà nước',
        recipients: { kind: 'person', person: { fullName: 'Tô Huy Rứa' } },
        presenter: { fullName: 'Trương Thị Mai' },
        presentedAt: null,
      },
    ]);
    given(LIVE)
      .when(plan({ presenter: null }))
      .happens();
  });

  test('[FUP21] more names than collectives, or an item that is not there, is refused', () => {
    const recipients = (count: number): AwardInput['recipients'] => ({
      kind: 'collectives',
      count,
      names: ['Hà Nội', 'Nghệ An'],
    });
    given(LIVE)
      .when(plan({ recipients: recipients(1) }))
      .refuses('more-names-than-count', { count: 1 });
    given(LIVE)
      .when(plan({ recipients: recipients(2) }))
      .happens();
    given(LIVE)
      .when(plan({ recipients: recipients(3) }))
      .happens();
    given(LIVE)
      .when(plan({ itemId: itemId('khac') }))
      .refuses('item-unknown');
    given(LIVE, itemAdded(itemId('trao')))
      .when(plan({ itemId: itemId('trao') }))
      .happens();
    given(LIVE, planned('a'))
      .when({ type: 'correctAward', awardId: id('a'), award: input({ recipients: recipients(1) }) })
      .refuses('more-names-than-count', { count: 1 });
    given(LIVE)
      .when({ type: 'correctAward', awardId: id('a'), award: input() })
      .refuses('award-unknown');
  });

  test('[FUP22] a conference has five hundred awards at most', () => {
    const full = Array.from({ length: MAX_AWARDS }, (_, place) => planned(`a-${place}`));
    given(LIVE, full).when(plan()).refuses('too-many-items', { max: MAX_AWARDS });
    given(LIVE, full.slice(1)).when(plan()).happens();
  });
});

describe('the ceremony', () => {
  const three = [planned('a'), planned('b'), planned('c')];

  test('[FUP23] its order is changed before another, to the end, and not to where it stands', () => {
    const emitted = { type: 'awardMoved', at, awardId: id('c'), beforeAwardId: id('a') } as const;
    expect(names(given(LIVE, three).when(move('c', 'a')).emits(emitted))).toEqual(['c', 'a', 'b']);
    expect(names(given(LIVE, three).when(move('a', null)).happens())).toEqual(['b', 'c', 'a']);
    given(LIVE, three).when(move('a', 'a')).refuses('nothing-to-change');
    given(LIVE, three).when(move('a', 'z')).refuses('award-unknown');
    given(LIVE, three).when(move('z', 'a')).refuses('award-unknown');
  });

  test('[FUP24] an award is given once, while the conference is live, and stays in the record then', () => {
    const after = given(LIVE, three).when(present).emits(presented('a'));
    expect(after.records.awards[0]?.presentedAt).toBe(at);
    given(LIVE, three, presented('a')).when(present).refuses('nothing-to-change');
    given(PREPARING, three).when(present).refuses('wrong-phase', { phase: 'preparing' });
    given(ADJOURNED, three).when(present).refuses('wrong-phase', { phase: 'adjourned' });
    given(LIVE, three, presented('a'))
      .when({ type: 'removeAward', awardId: id('a') })
      .refuses('award-presented');
    const left = given(LIVE, three)
      .when({ type: 'removeAward', awardId: id('a') })
      .emits({ type: 'awardRemoved', at, awardId: id('a') });
    expect(names(left)).toEqual(['b', 'c']);
  });

  test('[FUP25] the moderators say that it was given; they do not write the list, nor does the announcer', () => {
    const state = stateAfter(LIVE, three);
    expect(mayIssue(moderator, present, state)).toBe(true);
    expect(mayIssue(moderator, plan(), state)).toBe(false);
    expect(mayIssue(announcer, present, state)).toBe(false);
    expect(mayIssue({ seat: 'secretary', session: 'bien-ban', bridgeId: null }, plan(), state)).toBe(true);
  });
});

describe('what the announcer reads', () => {
  const award = (rest: Partial<Award> = {}): Award => ({ ...facts('a'), presentedAt: null, ...rest });
  const mai = { ...person('Trưởng Ban Tổ chức Trung ương', 'p-mai'), fullName: 'Trương Thị Mai' };

  test('[FUP26] the sentences name recipient, presenter and on whose behalf, as they are entered', () => {
    const order = award({
      name: 'Huân chương Hồ Chí Minh',
      onBehalfOf: 'Đảng, Nhà nước',
      presenter: mai,
      recipients: { kind: 'person', person: { ...person('nguyên Trưởng Ban', 'p-rua'), fullName: 'Tô Huy Rứa' } },
    });
    expect(cueOf(order)).toMatchObject({
      receive: 'Xin trân trọng kính mời đồng chí Tô Huy Rứa, nguyên Trưởng Ban lên nhận Huân chương Hồ Chí Minh.',
      present:
        'Xin trân trọng kính mời đồng chí Trương Thị Mai, Trưởng Ban Tổ chức Trung ương, thay mặt Đảng, Nhà nước ' +
        'trao tặng Huân chương Hồ Chí Minh cho đồng chí Tô Huy Rứa, nguyên Trưởng Ban.',
    });
    expect(cueOf(award({ recipients: five() }))).toMatchObject({
      receive: 'Xin kính mời đại diện 05 tập thể lên nhận Cờ thi đua.',
      present: 'Xin kính mời đồng chí chủ trì trao tặng Cờ thi đua cho 05 tập thể.',
      brief: 'Cờ thi đua: 05 tập thể',
    });
    const named: Award['recipients'] = { kind: 'collectives', count: 1, names: ['Đảng bộ tỉnh An Giang'] };
    expect(cueOf(award({ recipients: named })).receive).toBe(
      'Xin kính mời đại diện tập thể: Đảng bộ tỉnh An Giang lên nhận Cờ thi đua.',
    );
  });

  test('[FUP27] the first that was not given is read, the one after it gets ready; of one item those of that item', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => award({ ...facts(name), name }));
    if (a === undefined || b === undefined || c === undefined) throw new Error('there are three');
    const { current, next, presented: done, total } = ceremonyOf([{ ...a, presentedAt: at }, b, c]);
    expect([current?.award.name, next?.award.name, done, total]).toEqual(['b', 'c', 1, 3]);
    expect(ceremonyOf([{ ...a, presentedAt: at }])).toMatchObject({ current: null, next: null, presented: 1 });
    expect(ceremonyOf([])).toMatchObject({ current: null, total: 0 });
    const trao = itemId('trao');
    const ofItem = awardsOfItem([a, { ...b, itemId: trao }, { ...c, itemId: itemId('khac') }], trao);
    expect(ofItem.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});
