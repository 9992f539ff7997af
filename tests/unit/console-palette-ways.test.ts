import { expect, test } from 'vitest';
import { paletteWays } from '../../client/screens/console/palette/palette-ways.ts';
import type { Rights } from '../../client/screens/console/use-rights.ts';
import type { Command } from '../../shared/domain/command.ts';
import { conferenceId } from '../support/builders.ts';

const waysOf = (rights: Partial<Rights>): readonly string[] =>
  paletteWays(conferenceId('hn'), () => undefined, {
    may: () => true,
    fits: () => true,
    reason: () => null,
    ...rights,
  }).map(({ id }) => id);

const FORMS = ['agenda-add', 'agenda-paste', 'agenda-templates', 'agenda-day', 'agenda-picture'];
const formsOf = (rights: Partial<Rights>) => waysOf(rights).filter((id) => FORMS.includes(id));

test('[FUI13] the palette leads to every form of the programme that the seat and the phase have', () => {
  const ways = waysOf({});
  expect(new Set(ways).size).toBe(ways.length);
  expect(formsOf({})).toEqual(FORMS);
  expect(formsOf({ fits: () => false })).toEqual(['agenda-day', 'agenda-picture']);
  const onlyDelays = ({ type }: Command) => type === 'revokeDelay';
  expect(formsOf({ may: onlyDelays })).toEqual(['agenda-day', 'agenda-picture']);
  expect(formsOf({ may: () => false })).toEqual(['agenda-picture']);
});

test('[IMPUI10] the palette leads to the lists and hands out each of them in each kind', () => {
  const ways = waysOf({});
  const papers = ['delegates', 'bridges', 'agenda', 'attendance', 'delegations', 'check-ins'];
  const out = papers.flatMap((paper) => [`export-${paper}-xlsx`, `export-${paper}-csv`]);
  expect(ways).toEqual(expect.arrayContaining(['sheet-lists', ...out]));
});
