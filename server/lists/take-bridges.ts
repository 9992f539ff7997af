import { planBridges } from './bridge-plan.ts';
import { type BridgeRowRead, bridgeReader, type RowRefusal } from './bridge-rows.ts';
import { FileRefused } from './file-refused.ts';
import type { WordingCount } from './legacy-letters.ts';
import type { ListJob } from './list-reading.ts';
import { type Basket, type ListTaker, NOTHING_TAKEN } from './list-taker.ts';
import { LIMITS } from './reading-limits.ts';
import { listRowTest } from './row-kind.ts';

const SHOWN = 200;

/** Bridges: a tree, so all rows are read before any is taken; they are applied by one command. */
export function takeBridges(job: ListJob, wordings: WordingCount, basket: Basket): ListTaker {
  const rows: BridgeRowRead[] = [];
  const refuse = (sheet: string, row: number, { fault, column, value }: RowRefusal): void =>
    basket.refuse({ sheet, row, column, code: fault, value: value.slice(0, SHOWN) });

  return {
    begin: (sheet, { header }) => {
      const read = bridgeReader(sheet, header, wordings);
      const isListRow = listRowTest(header);
      return (row) => {
        if (!isListRow(row)) return;
        const one = read(row);
        if ('fault' in one) return refuse(sheet, row.number, one);
        rows.push(one);
        basket.count(1);
        if (rows.length > LIMITS.bridges) throw new FileRefused('too-many-rows', { limit: LIMITS.bridges });
      };
    },
    end: () => {
      const { read, refused } = planBridges(rows, job.bridges);
      for (const { row, refusal } of refused) refuse(row.sheet, row.row, refusal);
      basket.count(-refused.length);
      return { ...NOTHING_TAKEN, bridges: read };
    },
  };
}
