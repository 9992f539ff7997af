import { expect, test } from 'vitest';
import { ConferencePapers, type PaperPress } from '../../server/application/conference-papers.ts';
import { PaperSources } from '../../server/application/paper-sources.ts';
import { PaperPrinting } from '../../server/papers/paper-printing.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { PAPER_KINDS } from '../../shared/views/papers/paper.ts';
import { openBench, prepare } from '../support/desk.ts';

const papersOf = async () => {
  const inner = createMemoryJournal();
  const asked: number[] = [];
  const journal = {
    ...inner,
    hashAt: (...args: Parameters<typeof inner.hashAt>) => {
      asked.push(args[1]);
      return inner.hashAt(...args);
    },
  };
  const bench = await openBench(journal);
  await prepare(bench);
  /** In which round of the loop each paper was ready. */
  const rounds: number[] = [];
  let round = 0;
  const press: PaperPress = {
    print: async () => null,
    isVerified: () => {
      rounds.push(round);
      return true;
    },
  };
  const sources = new PaperSources({ journal, findDelegates: async () => ({ rows: [], next: null }) });
  let goesOn = true;
  const turn = (): void => {
    round += 1;
    if (goesOn) setImmediate(turn);
  };
  turn();
  const stop = (): void => void (goesOn = false);
  return { papers: new ConferencePapers(sources, press), bench, asked, rounds, stop };
};

test('[FMT25] whoever asks for the same preview at once shares it; the next event makes another', async () => {
  const { papers, bench, asked, rounds, stop } = await papersOf();
  const forty = await Promise.all(Array.from({ length: 40 }, () => papers.preview('minutes', bench.desk)));
  expect([asked.length, rounds.length, new Set(forty).size]).toEqual([1, 1, 1]);
  await bench.act({ type: 'adjournConference' });
  expect(await papers.preview('minutes', bench.desk)).not.toBe(forty[0]);
  expect(asked).toEqual([3, 4]);
  stop();
});

test('[FMT26] between two papers, however many are asked for at once, the server has its turn', async () => {
  const { papers, bench, rounds, stop } = await papersOf();
  const previews = await Promise.all(PAPER_KINDS.map((kind) => papers.preview(kind, bench.desk)));
  expect(new Set(previews).size).toBe(PAPER_KINDS.length);
  expect(rounds).toHaveLength(PAPER_KINDS.length);
  // No two in one round of the loop.
  expect(new Set(rounds).size).toBe(PAPER_KINDS.length);
  stop();
});

test('[FMT27] the register of speeches is written beside the server; an archive’s waits where a screen is refused', async () => {
  const bench = await openBench();
  await prepare(bench);
  const { state } = bench.desk;
  const printing = new PaperPrinting({ waiting: 1 });
  const asked = [1, 2, 3].map(() => printing.speechRegister(state));
  const patient = printing.speechRegister(state, 'in turn');
  expect((await Promise.all(asked)).map((one) => one !== null)).toEqual([true, true, false]);
  expect((await patient)?.content.subarray(0, 2).toString()).toBe('PK');
  const left = [1, 2].map(() => printing.speechRegister(state, 'in turn'));
  const outcomes = Promise.allSettled(left);
  await printing.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
}, 60_000);
