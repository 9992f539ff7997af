import { entriesOf } from '../../shared/base/persistent-map.ts';
import type { Attendance, BridgeAttendance } from '../../shared/domain/attendance/attendance.ts';
import type { DelegateColumns } from '../store/delegate-columns.ts';

/** Counts rows as somebody would who has the lists and no counter, to hold them against the counters. */
export class RollCheck {
  readonly #counts = new Map<string, number>();
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  add({ bridge, category, counted, mark }: DelegateColumns): void {
    this.#rows += 1;
    const key = keyOf(bridge, counted ?? category, mark);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  agreesWith({ byBridge }: Attendance): boolean {
    const counters = entriesOf(byBridge).flatMap(([bridge, { named }]) => countersOf(bridge, named));
    return counters.length === this.#counts.size && counters.every(([key, count]) => this.#counts.get(key) === count);
  }
}

const countersOf = (bridge: string, named: BridgeAttendance['named']): readonly (readonly [string, number])[] =>
  Object.entries(named).flatMap(([category, marks]) =>
    Object.entries(marks)
      .filter(([, count]) => count !== 0)
      .map(([mark, count]) => [keyOf(bridge, category, mark), count] as const),
  );

const keyOf = (bridge: string, category: string, mark: string): string => `${bridge}\n${mark}\n${category}`;
