import { BridgeNames } from './bridge-names.ts';
import { delegateReader } from './delegate-rows.ts';
import { FileRefused } from './file-refused.ts';
import type { WordingCount } from './legacy-letters.ts';
import type { ListJob } from './list-reading.ts';
import { type Basket, type ListTaker, NOTHING_TAKEN } from './list-taker.ts';
import type { RefusedCell } from './row-cells.ts';
import { listRowTest } from './row-kind.ts';
import { rowStager } from './stage-delegates.ts';

const NAMED_AT_MOST = 500;
const SHOWN = 200;

/** Delegates: any number of rows, staged as they come. */
export function takeDelegates(job: ListJob, wordings: WordingCount, basket: Basket): ListTaker {
  const names = new BridgeNames(job.bridges);
  const nameById = new Map(job.bridges.map(({ bridgeId, name }) => [bridgeId, name]));
  const categories = new Set(job.categories ?? []);
  const unknown = new Map<string, number>();
  const stage = rowStager();
  const context = {
    names,
    categories,
    wordings,
    nameOf: (id: ListJob['bridges'][number]['bridgeId']) => nameById.get(id) ?? '',
  };

  return {
    begin: (sheet, { header }) => {
      const bridgeId = bridgeOfSheet(sheet) ?? job.defaultBridgeId;
      if (bridgeId === null && !header.columns.some(({ field }) => field === 'bridge')) {
        throw new FileRefused('column-missing', { sheet, missing: 'bridge' });
      }
      const read = delegateReader(context, { header, bridgeId });
      const isListRow = listRowTest(header);
      const called = new Map(header.columns.map((column) => [column.index, column.called]));
      return (row) => {
        if (!isListRow(row)) return;
        const one = read(row);
        if ('delegate' in one) basket.add(stage(one));
        else refuse(sheet, row.number, one, called.get(one.column ?? -1) ?? null);
      };
    },
    end: () => ({
      ...NOTHING_TAKEN,
      categories: [...categories],
      unknownBridges: [...unknown].map(([name, rows]) => ({ name, rows })).toSorted((a, b) => b.rows - a.rows),
    }),
  };

  function bridgeOfSheet(sheet: string) {
    const found = sheet === '' ? null : names.find(sheet);
    return found?.kind === 'one' ? found.bridgeId : null;
  }

  function refuse(sheet: string, row: number, { fault, value }: RefusedCell, column: string | null): void {
    const shown = value.slice(0, SHOWN);
    if (fault === 'bridge-unknown' && (unknown.has(shown) || unknown.size < NAMED_AT_MOST)) {
      unknown.set(shown, (unknown.get(shown) ?? 0) + 1);
    }
    basket.refuse({ sheet, row, column, code: fault, value: shown });
  }
}
