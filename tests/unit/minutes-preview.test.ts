import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { paperAddress } from '../../client/parts/papers/paper-address.ts';
import { paperSchema } from '../../client/parts/papers/paper-schema.ts';
import { PaperView } from '../../client/parts/papers/paper-view.tsx';
import { text } from '../../client/text/text.ts';
import { PAPER_KINDS, type Paper } from '../../shared/views/papers/paper.ts';
import { conferenceId, itemAdded, itemId, itemStarted, LIVE, person, stateAfter } from '../support/builders.ts';
import { paperHead } from '../support/records-builders.ts';
import { written } from '../support/written-papers.ts';

const state = stateAfter(
  LIVE,
  itemAdded(itemId('bao-cao'), {}, person('Vụ trưởng')),
  itemStarted(itemId('bao-cao')),
  { type: 'paperHeadWritten', at: 0, head: paperHead({ parentBody: 'Ban Chấp hành Trung ương' }) },
  {
    type: 'officialsNamed',
    at: 0,
    officials: [{ person: person('Trưởng Ban'), offices: ['chair'], bridgeId: null, homeUnit: null }],
  },
  { type: 'noteWritten', at: 0, about: { kind: 'conclusion' }, text: 'Một < hai\nDòng hai', revision: 1 },
);

/** As it comes over the line. */
const sent = (paper: Paper): unknown => JSON.parse(JSON.stringify(paper));
const drawn = (paper: Paper): string => renderToStaticMarkup(createElement(PaperView, { paper }));
const escaped = (line: string): string =>
  line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

test('[MIN17] the preview takes every paper as it is sent, and leaves nothing of it out', () => {
  for (const kind of PAPER_KINDS) {
    const paper = written(kind, state);
    expect(paperSchema.parse(sent(paper))).toEqual(sent(paper));
  }
});

/** Everything in it that somebody reads. */
const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (UNSEEN.includes(key) ? [] : stringsIn(part)));
};
const UNSEEN = ['kind', 'align', 'profile', 'provenance'];

test('[MIN17] every word of a paper stands on the page: head, text, tables, signatures and recipients', () => {
  for (const kind of PAPER_KINDS) {
    const paper = written(kind, state);
    const page = drawn(paper);
    const missing = stringsIn(paper).filter((said) => !page.includes(escaped(said)));
    expect(missing).toEqual([]);
  }
  expect(stringsIn(written('minutes', state))).toContain('Một < hai');
  expect(drawn(written('minutes', state))).toContain(text.roll.sheet.partyHead);
});

test('[MIN17] the state profile has its own head, and a page says which paper it is', () => {
  const head = paperHead({ profile: 'state' });
  const other = stateAfter(LIVE, { type: 'paperHeadWritten', at: 0, head });
  const page = drawn(written('minutes', other));
  expect(page).toContain(text.roll.sheet.motto);
  expect(page).not.toContain(text.roll.sheet.partyHead);
  expect(page).toContain(text.papers.page(text.papers.kinds.minutes));
});

test('[MIN18] a paper is taken along as the file that it names', () => {
  const id = conferenceId('giao-ban');
  expect(paperAddress(id, 'minutes')).toBe('/api/conferences/giao-ban/papers/minutes');
  expect(paperAddress(id, 'news', 'docx')).toBe('/api/conferences/giao-ban/papers/news.docx');
});
