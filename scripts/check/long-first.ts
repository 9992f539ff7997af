import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute and more, the longest first: one that begins last leaves the other core idle. */
const LONG: readonly string[] = [
  'simulation/simulation.test.ts',
  'simulation/simulation-more.test.ts',
  'server/kill.test.ts',
  'server/documents-hostile.test.ts',
  'server/fuzz.test.ts',
  'server/livekit-server.test.ts',
  'server/power.test.ts',
  'server/handbook.test.ts',
  'server/papers-format.test.ts',
  'server/archive-altered.test.ts',
  'media/faults.test.ts',
  'media/morning.test.ts',
  'media/outage.test.ts',
  'e2e/chaos.test.ts',
  'e2e/lists.test.ts',
];

/** A fresh clone knows of no file how long it takes; of these it is told. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- no array's: the order that vitest would take
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((file) => moduleId.endsWith(`/tests/${file}`));
  return rank === -1 ? LONG.length : rank;
}
