import { describe, expect, test } from 'vitest';
import { itemOf } from '../../shared/domain/agenda/agenda.ts';
import { type CueInput, MAX_CUES } from '../../shared/domain/agenda/cue.ts';
import { type CommandOf, commandSchema } from '../../shared/domain/command.ts';
import { cueIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { finished, hard, note, programme, row, skipped, started } from '../support/agenda-builders.ts';
import { anGiang, CLOSED, DRAFT, from, LIVE, NOW } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const cue = (rest: Partial<CueInput> = {}): CueInput => ({
  who: 'Người dẫn chương trình',
  does: 'mời điểm cầu phát biểu',
  says: 'Xin mời {điểm cầu} phát biểu',
  source: { kind: 'floor' },
  ...rest,
});
const script = (cues: readonly CueInput[], index = 0): CommandOf<'scriptCues'> => ({
  type: 'scriptCues',
  itemId: row(index),
  cues: [...cues],
});
const cuesIn = ({ agenda }: ConferenceState, index = 0) => itemOf(agenda, row(index))?.cues;
const ONE = programme(hard(0, 10));

describe('the running order', () => {
  test('[AGD130] says under each item who does what, what is said and which source goes on air, each cue with an id', () => {
    const cues = [cue(), cue({ who: 'Đạo diễn hình', says: null, source: from(anGiang) })];
    const numbered = cues.map((one, index) => ({ ...one, cueId: cueIdSchema.parse(`new-${index + 1}`) }));
    const state = given(DRAFT, ONE)
      .when(script(cues))
      .emits({ type: 'cuesScripted', at: NOW, itemId: row(0), cues: numbered });
    expect(cuesIn(state)).toEqual(numbered);
  });

  test('[AGD131] what is scripted stands in place of what was there; nothing is a script too', () => {
    const before = given(DRAFT, ONE, {
      type: 'cuesScripted',
      at: NOW,
      itemId: row(0),
      cues: [{ ...cue(), cueId: cueIdSchema.parse('c-1') }],
    });
    expect(cuesIn(before.when(script([cue({ does: 'đứng dậy' })])).happens())).toMatchObject([{ does: 'đứng dậy' }]);
    expect(cuesIn(before.when(script([])).happens())).toEqual([]);
  });

  test('[AGD132] also under a note, and under items that run, ran or are skipped', () => {
    const day = given(LIVE, programme(hard(0, 10), hard(10, 10), note, hard(20, 10)), started(0, 0), finished(0, 9));
    for (const index of [0, 1, 2, 3]) expect(cuesIn(day.when(script([cue()], index)).happens(), index)).toHaveLength(1);
    given(LIVE, ONE, skipped(0))
      .when(script([cue()]))
      .happens();
  });

  test('[AGD133] it moves no time, no place and no progress of its item', () => {
    const before = given(LIVE, ONE, started(0, 3));
    const after = before.when(script([cue()])).happens();
    const { cues: _, ...rest } = after.agenda.items[0] ?? {};
    const { cues: __, ...was } = before.state.agenda.items[0] ?? {};
    expect(rest).toEqual(was);
  });

  test('[AGD134] an item that is not there, or a conference that is closed, refuses it', () => {
    given(DRAFT)
      .when(script([cue()]))
      .refuses('item-unknown');
    given(CLOSED, ONE)
      .when(script([cue()]))
      .refuses('wrong-phase', { phase: 'closed' });
  });

  test('[AGD135] an item has at most 40 cues', () => {
    const cues = (count: number) => script(Array.from({ length: count }, () => cue()));
    expect(commandSchema.safeParse(cues(MAX_CUES)).success).toBe(true);
    expect(commandSchema.safeParse(cues(MAX_CUES + 1)).success).toBe(false);
  });
});
