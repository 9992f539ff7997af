import type { StagedImport } from '../../shared/domain/attendance/list-import.ts';
import { isThere, type Mark, type MarkChange } from '../../shared/domain/attendance/mark.ts';
import { bridgeIdSchema } from '../../shared/domain/ids.ts';

interface Counted {
  readonly bridge: string;
  readonly category: string;
  readonly delegation: string;
  readonly mark: Mark;
}

type Marks = Map<Mark, number>;

/** Adds up how a list moves the counts of bridges and of delegations. */
export class RollCounts {
  readonly #bridges = new Map<string, Map<string, Marks>>();
  readonly #delegations = new Map<string, Marks>();
  #marked = 0;

  add({ bridge, category, delegation, mark }: Counted, count: number): void {
    const categories = this.#bridges.get(bridge) ?? new Map<string, Marks>();
    this.#bridges.set(bridge, categories);
    addTo(categories, category, mark, count);
    addTo(this.#delegations, delegation, mark, count);
  }

  /** Rows that an undo takes away, and that somebody has spoken of. */
  remove(counted: Counted, count: number): void {
    this.add(counted, -count);
    if (isSpokenOf(counted.mark)) this.#marked += count;
  }

  result(): Pick<StagedImport, 'rolls' | 'delegations' | 'marked'> {
    const rolls = [...this.#bridges].map(([bridge, categories]) => ({
      bridgeId: bridgeIdSchema.parse(bridge),
      byCategory: Object.fromEntries(changesIn(categories)),
    }));
    return {
      rolls: rolls
        .filter(({ byCategory }) => Object.keys(byCategory).length > 0)
        .toSorted((a, b) => byText(a.bridgeId, b.bridgeId)),
      delegations: changesIn(this.#delegations).toSorted(([a], [b]) => byText(a, b)),
      marked: this.#marked,
    };
  }
}

/** The same counts are told in the same order, whoever has counted. */
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const isSpokenOf = (mark: Mark): boolean =>
  isThere(mark) || mark === 'left' || mark === 'absentExcused' || mark === 'absentUnexcused';

function addTo(all: Map<string, Marks>, name: string, mark: Mark, count: number): void {
  const marks = all.get(name) ?? new Map<Mark, number>();
  all.set(name, marks);
  marks.set(mark, (marks.get(mark) ?? 0) + count);
}

/** What comes out as nothing is not said. */
const changesIn = (all: ReadonlyMap<string, Marks>): [string, MarkChange][] =>
  [...all]
    .map(([name, marks]): [string, MarkChange] => [
      name,
      Object.fromEntries([...marks].filter(([, count]) => count !== 0)),
    ])
    .filter(([, change]) => Object.keys(change).length > 0);
