import type { DelegateChange, DelegateRow, Rolls } from '../../shared/domain/attendance/delegate.ts';
import type { StagedImport } from '../../shared/domain/attendance/list-import.ts';
import type { Mark, MarkChange } from '../../shared/domain/attendance/mark.ts';
import { voteKey } from '../../shared/domain/attendance/wants.ts';
import type { BallotId, DelegateId, ImportId } from '../../shared/domain/ids.ts';
import { importId } from './builders.ts';

type Listed = Pick<DelegateRow, 'category' | 'delegation' | 'countedAs'>;

/** A file as the store has read it: rows that are not seen yet, and what it says anew of those that are. */
interface TestImport {
  state: StagedImport['state'];
  readonly added: readonly DelegateRow[];
  readonly changes: ReadonlyMap<DelegateId, Listed>;
  /** What stood of the changed rows. */
  readonly before: Map<DelegateId, Listed>;
}

/** The table of delegates as the store keeps it, written anew from what its contract says. */
export class TestRolls implements Rolls {
  readonly rows = new Map<DelegateId, DelegateRow>();
  readonly #imports = new Map<ImportId, TestImport>();

  /** By `voteKey`. */
  readonly #voters = new Set<string>();
  readonly #answers = new Map<BallotId, number[]>();

  readonly hasVoted = (ballotId: BallotId, delegateId: DelegateId): boolean =>
    this.#voters.has(voteKey({ ballotId, delegateId }));

  readonly secretCounts = (ballotId: BallotId): readonly number[] => this.#answers.get(ballotId) ?? [];

  readonly row = (delegateId: DelegateId): DelegateRow | undefined => this.rows.get(delegateId);

  readonly staged = (id: ImportId): StagedImport | undefined => {
    const one = this.#imports.get(id);
    if (one === undefined) return undefined;
    const moves = one.state === 'staged' ? this.#ofApplying(one) : this.#ofUndoing(one);
    const going = one.state === 'staged' ? [] : this.#still(one);
    return {
      importId: id,
      name: `${id}.xlsx`,
      state: one.state,
      added: one.added.length,
      changed: one.changes.size,
      ...countsOf(moves),
      marked: going.filter(({ mark }) => mark !== 'unmarked' && mark !== 'substituted').length,
    };
  };

  /** Reads a file: these rows are new, and these are to be listed otherwise. */
  stage(added: readonly DelegateRow[], changes: ReadonlyMap<DelegateId, Listed> = new Map()): ImportId {
    const id = importId(`tep-${this.#imports.size + 1}`);
    this.#imports.set(id, { state: 'staged', added, changes, before: new Map() });
    return id;
  }

  apply(changes: readonly DelegateChange[]): void {
    for (const change of changes) this.#applyOne(change);
  }

  #applyOne(change: DelegateChange): void {
    switch (change.kind) {
      case 'put':
        this.rows.set(change.row.delegateId, change.row);
        return;
      case 'remove':
        this.rows.delete(change.delegateId);
        return;
      case 'moveAll':
        for (const row of [...this.rows.values()].filter(({ bridgeId }) => bridgeId === change.bridgeId)) {
          this.rows.set(row.delegateId, { ...row, bridgeId: change.toBridgeId });
        }
        return;
      case 'vote':
        this.#vote(change);
        return;
      case 'forgetVoters':
        for (const key of this.#voters) if (key.startsWith(`${change.ballotId} `)) this.#voters.delete(key);
        this.#answers.delete(change.ballotId);
        return;
      default:
        this.#turn(change);
    }
  }

  #vote({ ballotId, delegateId, secretOption }: Extract<DelegateChange, { kind: 'vote' }>): void {
    const key = voteKey({ ballotId, delegateId });
    if (this.#voters.has(key)) throw new Error(`${key} has voted already`);
    this.#voters.add(key);
    if (secretOption === null) return;
    const counts = this.#answers.get(ballotId) ?? [0, 0, 0, 0, 0, 0];
    this.#answers.set(ballotId, counts.with(secretOption, (counts[secretOption] ?? 0) + 1));
  }

  #turn({ kind, importId: id }: Extract<DelegateChange, { kind: 'applyImport' | 'undoImport' }>): void {
    const one = this.#imports.get(id);
    if (one === undefined) throw new Error(`no file ${id}`);
    if (kind === 'applyImport') {
      for (const row of one.added) this.rows.set(row.delegateId, row);
      for (const [delegateId, listed] of one.changes) this.#relist(delegateId, listed, one.before);
    } else {
      for (const { delegateId } of one.added) this.rows.delete(delegateId);
      for (const [delegateId, listed] of one.before) this.#relist(delegateId, listed);
    }
    one.state = kind === 'applyImport' ? 'applied' : 'undone';
  }

  #relist(delegateId: DelegateId, listed: Listed, before?: Map<DelegateId, Listed>): void {
    const row = this.rows.get(delegateId);
    if (row === undefined) return;
    const { category, delegation, countedAs } = row;
    before?.set(delegateId, { category, delegation, countedAs });
    this.rows.set(delegateId, { ...row, ...listed });
  }

  readonly #still = ({ added }: TestImport): DelegateRow[] =>
    added.flatMap(({ delegateId }) => this.rows.get(delegateId) ?? []);

  #ofApplying({ added, changes }: TestImport): Move[] {
    return [...added.map((row) => moveOf(row, 1)), ...this.#ofListing(changes)];
  }

  #ofUndoing(one: TestImport): Move[] {
    return [...this.#still(one).map((row) => moveOf(row, -1)), ...this.#ofListing(one.before)];
  }

  #ofListing(changes: ReadonlyMap<DelegateId, Listed>): Move[] {
    return [...changes].flatMap(([delegateId, listed]) => {
      const row = this.rows.get(delegateId);
      return row === undefined ? [] : [moveOf(row, -1), moveOf({ ...row, ...listed }, 1)];
    });
  }
}

interface Move {
  readonly row: DelegateRow;
  readonly by: 1 | -1;
}

const moveOf = (row: DelegateRow, by: 1 | -1): Move => ({ row, by });

const plus = (change: MarkChange | undefined, mark: Mark, by: number): MarkChange => ({
  ...change,
  [mark]: (change?.[mark] ?? 0) + by,
});

function countsOf(moves: readonly Move[]): Pick<StagedImport, 'rolls' | 'delegations'> {
  const rolls = new Map<DelegateRow['bridgeId'], Record<string, MarkChange>>();
  const delegations = new Map<string, MarkChange>();
  for (const { row, by } of moves) {
    const category = row.countedAs ?? row.category;
    const ofBridge = rolls.get(row.bridgeId) ?? {};
    rolls.set(row.bridgeId, { ...ofBridge, [category]: plus(ofBridge[category], row.mark, by) });
    delegations.set(row.delegation, plus(delegations.get(row.delegation), row.mark, by));
  }
  return {
    rolls: [...rolls].map(([bridgeId, byCategory]) => ({ bridgeId, byCategory })),
    delegations: [...delegations],
  };
}
