import type { DelegateChange, DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { StagedImport } from '../../shared/domain/attendance/list-import.ts';
import type { DelegateId, ImportId } from '../../shared/domain/ids.ts';
import type { RefusedRow } from '../../shared/protocol/list-import.ts';
import { columnsOf, rowOf } from './delegate-columns.ts';
import { matchOf } from './delegate-identity.ts';
import { MAX_CHANGES, SAMPLES } from './delegate-imports.ts';
import { fieldChanges, inputOf, type ListColumns, mergedWith, restored } from './delegate-merge.ts';
import { RollCounts } from './roll-counts.ts';
import type { StagedRow } from './staged-row.ts';
import { Staging } from './staging.ts';

/** Votes stand elsewhere (memory-ballots.ts). */
type RowChange = Exclude<DelegateChange, { kind: 'vote' | 'forgetVoters' }>;

export interface KeptImport {
  readonly staging: Staging;
  readonly name: string;
  state: 'reading' | 'staged' | 'applied' | 'undone' | 'discarded';
  readonly added: DelegateRow[];
  readonly taken: Set<DelegateId>;
  readonly changes: Map<DelegateId, { before: ListColumns | null; readonly after: ListColumns }>;
  readonly refused: RefusedRow[];
}

/** The list of one conference without a disk: the same rules as the table's, told in the plainest way. */
export class MemoryRolls {
  readonly imports = new Map<ImportId, KeptImport>();
  #rows = new Map<DelegateId, DelegateRow>();

  find(ids: readonly DelegateId[]): readonly DelegateRow[] {
    const found = ids.flatMap((id) => this.#rows.get(id) ?? []);
    const others = found.flatMap(({ substituteFor }) =>
      substituteFor === null ? [] : (this.#rows.get(substituteFor) ?? []),
    );
    return [...new Map([...found, ...others].map((row) => [row.delegateId, row])).values()];
  }

  begin(importId: ImportId, name: string): void {
    const rest = { added: [], taken: new Set<DelegateId>(), changes: new Map(), refused: [] };
    this.imports.set(importId, { staging: new Staging(0, 0), name, state: 'reading', ...rest });
  }

  /** Answers false for a change too many. */
  stage(kept: KeptImport, staged: StagedRow): boolean {
    const { staging, changes, taken, added } = kept;
    const twin = this.#twinOf(kept, staged);
    if (twin === undefined) {
      added.push(freshRow(staged));
      staging.added += 1;
      staging.categories.add(staged.category);
      if (staging.firstAdded.length < SAMPLES) staging.firstAdded.push({ row: staged.row, delegate: inputOf(staged) });
      return true;
    }
    taken.add(twin.delegateId);
    const after = mergedWith(columnsOf(twin), staged);
    if (after === null) {
      staging.unchanged += 1;
      return true;
    }
    if (changes.size >= MAX_CHANGES) return false;
    changes.set(twin.delegateId, { before: null, after });
    staging.changed += 1;
    staging.categories.add(after.category);
    const fields = fieldChanges(staged.row, columnsOf(twin), after);
    staging.firstChanged.push(...fields.slice(0, SAMPLES - staging.firstChanged.length));
    return true;
  }

  /** Throws for what `change` could not do, before anything is done. */
  check(change: DelegateChange): void {
    if (change.kind === 'applyImport') this.#importIn(change.importId, 'staged');
    if (change.kind === 'undoImport') this.#importIn(change.importId, 'applied');
  }

  change(change: RowChange): void {
    switch (change.kind) {
      case 'put':
        this.#rows.set(change.row.delegateId, change.row);
        return;
      case 'remove':
        this.#rows.delete(change.delegateId);
        return;
      case 'moveAll':
        for (const row of this.#rows.values()) {
          if (row.bridgeId !== change.bridgeId) continue;
          this.#rows.set(row.delegateId, { ...row, bridgeId: change.toBridgeId });
        }
        return;
      case 'applyImport':
        return this.#apply(this.#importIn(change.importId, 'staged'));
      case 'undoImport':
        return this.#undo(this.#importIn(change.importId, 'applied'));
      default:
        change satisfies never;
    }
  }

  stagedOf(importId: ImportId): StagedImport | null {
    const kept = this.imports.get(importId);
    if (kept === undefined || kept.state === 'reading' || kept.state === 'discarded') return null;
    const { name, state } = kept;
    const counts = new RollCounts();
    if (state === 'undone') return { importId, name, state, added: 0, changed: 0, ...counts.result() };
    const added = kept.added.flatMap(({ delegateId }) => this.#rows.get(delegateId) ?? []);
    if (state === 'applied') for (const row of added) counts.remove(counted(row), 1);
    else for (const row of kept.added) counts.add(counted(row), 1);
    const next = this.#nextOf(kept);
    for (const { row, list } of next) {
      counts.add(counted(row), -1);
      counts.add(counted(relisted(row, list)), 1);
    }
    const count = state === 'applied' ? added.length : kept.added.length;
    return { importId, name, state, added: count, changed: next.length, ...counts.result() };
  }

  #importIn(importId: ImportId, state: KeptImport['state']): KeptImport {
    const kept = this.imports.get(importId);
    if (kept?.state !== state) throw new Error(`import ${importId} is not ${state}`);
    return kept;
  }

  /** The changed rows as applying, or undoing, would leave them now. */
  #nextOf({ state, changes }: KeptImport): { readonly row: DelegateRow; readonly list: ListColumns }[] {
    return [...changes].flatMap(([delegateId, { before, after }]) => {
      const row = this.#rows.get(delegateId);
      if (row === undefined) return [];
      const list = state === 'staged' ? after : before && restored(columnsOf(row), before, after);
      return list === null ? [] : [{ row, list }];
    });
  }

  #apply(kept: KeptImport): void {
    for (const { row, list } of this.#nextOf(kept)) {
      kept.changes.set(row.delegateId, { before: columnsOf(row), after: list });
      this.#rows.set(row.delegateId, relisted(row, list));
    }
    for (const row of kept.added) this.#rows.set(row.delegateId, row);
    kept.state = 'applied';
  }

  #undo(kept: KeptImport): void {
    for (const { delegateId } of kept.added) this.#rows.delete(delegateId);
    for (const { row, list } of this.#nextOf(kept)) this.#rows.set(row.delegateId, relisted(row, list));
    kept.state = 'undone';
  }

  #twinOf({ taken }: KeptImport, staged: StagedRow): DelegateRow | undefined {
    const free = [...this.#rows.values()].filter(({ delegateId }) => !taken.has(delegateId));
    const numbered = staged.number === null ? undefined : free.find(({ number }) => number === staged.number);
    return (
      numbered ??
      free.find(
        (row) =>
          row.bridgeId === staged.bridgeId &&
          matchOf(row) === staged.match &&
          (staged.number === null || row.number === null),
      )
    );
  }
}

const counted = ({ bridgeId, category, countedAs, delegation, mark }: DelegateRow) => ({
  bridge: bridgeId,
  category: countedAs ?? category,
  delegation,
  mark,
});

const relisted = (row: DelegateRow, list: ListColumns): DelegateRow => rowOf({ ...columnsOf(row), ...listOf(list) });
const listOf = ({ bridge, category, counted: as, delegation, number, listed }: ListColumns): ListColumns => ({
  bridge,
  category,
  counted: as,
  delegation,
  number,
  listed,
});
function freshRow({ delegateId, bridgeId, category, delegation, number, listed }: StagedRow): DelegateRow {
  return rowOf({
    delegate: delegateId,
    bridge: bridgeId,
    category,
    counted: null,
    delegation,
    number,
    mark: 'unmarked',
    listed,
    said: null,
  });
}
