import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { paperOf } from '../../shared/views/papers/paper-of.ts';
import { docxText, pdfText, printedByOffice } from '../support/office-tools.ts';
import { allFacts, type FactName, factsOf, folded, missingIn } from '../support/seed-facts.ts';
import { seedFile } from '../support/seed-file.ts';
import { SeedServer, wordsOf } from '../support/seed-server.ts';

let seeds: SeedServer;

beforeAll(async () => {
  seeds = await SeedServer.start();
}, 120_000);
afterAll(() => seeds.stop());

/** A news item tells what happened, not how the day was arranged. */
const NOT_NEWS: readonly FactName[] = ['occasion', 'programme'];

describe('every fact of the file', () => {
  test.each(seedFile.documents.map(({ id }) => id))(
    '[SEED2] %s: the minutes as JSON, DOCX and PDF hold it',
    async (id) => {
      const { held, seed, minutes } = seeds.of(id);
      const facts = allFacts(seed);
      expect(facts.length).toBeGreaterThan(15);
      expect(missingIn(minutes, facts)).toEqual([]);
      expect(missingIn(docxText(await seeds.file(held, 'minutes.docx')), facts)).toEqual([]);
      expect(missingIn(await pdfText(await seeds.file(held, 'minutes.pdf')), facts)).toEqual([]);
    },
  );

  test.each(seedFile.documents.map(({ id }) => id))('[SEED3] %s: the news draft holds it', async (id) => {
    const { held, seed, news } = seeds.of(id);
    const facts = allFacts(seed, seed.bridges.length === 1 ? [...NOT_NEWS, 'halls'] : NOT_NEWS);
    expect(missingIn(news, facts)).toEqual([]);
    expect(missingIn((await seeds.file(held, 'news.txt')).toString(), facts)).toEqual([]);
    expect(missingIn(docxText(await seeds.file(held, 'news.docx')), facts)).toEqual([]);
  });

  test.each(seedFile.documents.map(({ id }) => id))(
    '[SEED4] %s: the follow-up list holds every task and proposal',
    async (id) => {
      const { held, seed } = seeds.of(id);
      const facts = (['proposals', 'tasks', 'deadlines'] as const).flatMap((name) => factsOf[name](seed));
      const words = wordsOf(await seeds.preview(held, 'followUp'));
      // In a table the columns may stand in any order: each word by itself, and the paper's own title.
      const apart = facts.flatMap(({ what, words: said }) => said.map((word) => ({ what, words: [word], within: 0 })));
      expect(
        missingIn(
          words,
          apart.filter(({ words: [word] }) => word !== 'thời hạn'),
        ),
      ).toEqual([]);
    },
  );

  test('[SEED5] printed by LibreOffice, the minutes of all of them still hold every fact', async () => {
    const all = seeds.all;
    const printed = await printedByOffice(await Promise.all(all.map(({ held }) => seeds.file(held, 'minutes.docx'))));
    const texts = await Promise.all(printed.map(pdfText));
    expect(all.flatMap(({ seed }, at) => missingIn(texts[at] ?? '', allFacts(seed)))).toEqual([]);
  }, 180_000);

  test('[SEED6] what is taken out of the state, or told in another order, is missed', () => {
    const { seed, state, minutes } = seeds.of('seed-002');
    const again = (records: Partial<ConferenceState['records']>): string => {
      const changed = { ...state, records: { ...state.records, ...records } };
      const source = { now: Date.now(), position: 1, hash: 'a'.repeat(64), absences: [], leading: [] };
      return wordsOf(paperOf('minutes', { ...source, state: changed }));
    };
    expect(missingIn(again({}), factsOf.tasks(seed))).toEqual([]);
    const { tasks, proposals, points, citations } = state.records;
    expect(missingIn(again({ tasks: tasks.slice(1) }), factsOf.tasks(seed))).toHaveLength(1);
    expect(missingIn(again({ proposals: proposals.slice(1) }), factsOf.proposals(seed))).toHaveLength(1);
    expect(missingIn(again({ points: points.slice(1) }), factsOf.findings(seed))).toHaveLength(1);
    expect(missingIn(again({ citations: citations.slice(1) }), factsOf.documents(seed))).toHaveLength(1);
    const late = tasks.map((task) => ({ ...task, deadline: null }));
    expect(missingIn(again({ tasks: late }), factsOf.deadlines(seed))).toHaveLength(1);
    const swapped = folded(minutes)
      .replaceAll('đại diện an giang', 'X')
      .replaceAll('đại diện bắc giang', 'đại diện an giang');
    expect(missingIn(swapped.replaceAll('X', 'đại diện bắc giang'), factsOf.speeches(seed))).toHaveLength(1);
    const gifts = seeds.of('seed-000');
    expect(missingIn(gifts.minutes.replaceAll('Tô Huy Rứa', ''), factsOf.awards(gifts.seed))).toHaveLength(1);
  });
});
