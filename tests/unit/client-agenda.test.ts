import { afterEach, describe, expect, test } from 'vitest';
import { blankCue, bridgeChoice, cueOf, draftOfCue, inserted } from '../../client/screens/console/agenda/cue-draft.ts';
import { beforeIn, planIn } from '../../client/screens/console/agenda/item-form.ts';
import { planTimes, timeOn } from '../../client/screens/console/agenda/plan-times.ts';
import { chooseLanguage } from '../../client/text/text.ts';
import { cueIdSchema } from '../../shared/domain/ids.ts';
import { startOfDay } from '../../shared/views/day-time.ts';
import { blankDraft } from '../../shared/views/span-draft.ts';
import { anGiang, itemPlan, lasting, MINUTE, NOW, until } from '../support/builders.ts';

afterEach(() => chooseLanguage('vi'));

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe('the form of a row', () => {
  const draft = blankDraft(NOW, false);
  const typed = { title: ' Thảo luận ', kind: 'discussion', date: '30/9/2021' };

  test('becomes an item on its day', () => {
    expect(planIn(formOf(typed), 'item', draft)).toEqual({
      plan: itemPlan({ kind: 'discussion', title: 'Thảo luận', start: NOW, span: lasting(10 * MINUTE) }),
      problems: {},
    });
  });

  test('becomes a group with or without a target, or a note', () => {
    expect(planIn(formOf({ title: 'Phiên sáng', target: '90' }), 'group', draft).plan).toEqual({
      row: 'group',
      title: 'Phiên sáng',
      targetMs: 90 * MINUTE,
    });
    expect(planIn(formOf({ title: 'Phiên sáng' }), 'group', draft).plan).toMatchObject({ targetMs: null });
    expect(planIn(formOf({ title: 'Mời dự cơm' }), 'note', draft).plan).toEqual({ row: 'note', title: 'Mời dự cơm' });
  });

  test('says what is wrong where it is wrong, and gives no plan', () => {
    expect(planIn(formOf({ ...typed, title: ' ' }), 'item', draft)).toMatchObject({
      plan: null,
      problems: { title: 'Ghi nội dung của dòng này.' },
    });
    const ended = { ...draft, end: '07:00' };
    expect(planIn(formOf(typed), 'item', ended)).toEqual({ plan: null, problems: { times: true } });
    expect(planIn(formOf({ ...typed, date: '31/9/2021' }), 'item', draft).problems).toEqual({ times: true });
    expect(planIn(formOf({ title: 'Phiên', target: 'lâu' }), 'group', draft)).toEqual({
      plan: null,
      problems: { target: 'Ghi số phút, hoặc để trống.' },
    });
  });

  test('stands at the end unless it says before which row', () => {
    expect(beforeIn(formOf({ before: '' }))).toBeNull();
    expect(beforeIn(formOf({ before: 'i-1' }))).toBe('i-1');
  });
});

describe('a step of the running order', () => {
  const cue = { cueId: cueIdSchema.parse('c-1'), who: 'Người dẫn', does: 'Mời', says: null, source: null };

  test('is shown in its form and read back as it was', () => {
    const sources = [null, { kind: 'floor' }, { kind: 'hold' }, { kind: 'bridge', bridgeId: anGiang }] as const;
    for (const source of sources) {
      const { cueId, ...input } = { ...cue, says: 'Xin mời {tiếp theo}', source };
      expect(cueOf(draftOfCue({ cueId, ...input }))).toEqual(input);
    }
    expect(cueOf(draftOfCue(cue))).toMatchObject({ says: null, source: null });
    expect(cueOf({ ...draftOfCue(cue), source: bridgeChoice(anGiang) })?.source).toEqual(sources[3]);
  });

  test('is none without who and what', () => {
    expect(cueOf(blankCue('new'))).toBeNull();
    expect(cueOf({ ...blankCue('new'), who: 'Người dẫn', does: ' ' })).toBeNull();
  });

  test('takes a placeholder where the caret stands, in place of what is chosen', () => {
    expect(inserted('Xin mời .', '{tiếp theo}', 8, 8)).toBe('Xin mời {tiếp theo}.');
    expect(inserted('Xin mời ai đó.', '{tiếp theo}', 8, 13)).toBe('Xin mời {tiếp theo}.');
  });
});

describe('times in words', () => {
  test('of a plan: from, to and length, the date where it is another day', async () => {
    const plan = itemPlan({ span: until(NOW + 45 * MINUTE) });
    expect(planTimes(plan)).toBe('08:00–08:45, 45 phút');
    expect(planTimes({ ...plan, soft: true }, NOW)).toBe('08:00–08:45 (nối tiếp), 45 phút');
    expect(planTimes(plan, startOfDay(NOW) - MINUTE)).toBe('30/9/2021 08:00–08:45, 45 phút');
    await chooseLanguage('en');
    expect(planTimes(plan, startOfDay(NOW) - MINUTE)).toBe('30 Sep 2021 08:00–08:45, 45 minutes');
  });

  test('of an instant: with its date on another day', () => {
    expect(timeOn(NOW, NOW + MINUTE)).toBe('08:00');
    expect(timeOn(NOW, startOfDay(NOW) - 1)).toBe('08:00 30/9/2021');
  });
});
