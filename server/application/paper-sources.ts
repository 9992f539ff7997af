import { attendanceOf, marksOf } from '../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { hasCome, type MarkCounts } from '../../shared/domain/attendance/mark.ts';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { bridgeOrder } from '../../shared/views/bridge-order.ts';
import type { PaperKind } from '../../shared/views/papers/paper.ts';
import type { Absence, ListedDelegate, PaperSource } from '../../shared/views/papers/paper-source.ts';
import type { FindDelegates } from '../store/delegates.ts';
import type { Journal } from '../store/journal.ts';
import type { ConferenceDesk } from './conference-desk.ts';

export interface PaperSourcesOptions {
  readonly journal: Pick<Journal, 'read' | 'hashAt'>;
  readonly findDelegates: FindDelegates;
}

/** Where the conference stood when the paper tells of it. */
interface Standing {
  readonly state: ConferenceState;
  readonly position: number;
}

/** Papers name leaders and absentees, not lists: beyond these numbers figures speak. */
const MAX_ABSENCES = 500;
const MAX_LEADING = 300;
/** Halls whose lists are looked into for leaders: the first in protocol order. */
const MAX_LED = 60;
const PAGE = 100;
const FOLD_PAGE = 1_000;
/** States as they were signed are whole conferences: few are kept. */
const MAX_KEPT = 4;

/** What papers are written from: the desk's state, the journal's hash, and rows of the lists. */
export class PaperSources {
  readonly #options: PaperSourcesOptions;
  readonly #signed = new Map<string, Promise<ConferenceState>>();

  constructor(options: PaperSourcesOptions) {
    this.#options = options;
  }

  forget(conference: ConferenceId): void {
    for (const key of this.#signed.keys()) if (key.startsWith(`${conference} `)) this.#signed.delete(key);
  }

  async of(kind: PaperKind, desk: ConferenceDesk): Promise<PaperSource> {
    const { now } = desk;
    const { state, position } = await this.#standing(kind, desk);
    const hash = await this.#options.journal.hashAt(desk.id, position);
    if (hash === null) throw new Error(`the journal of ${desk.id} has no line ${position}`);
    // Names stand in their own table, which keeps no history: who was erased since is erased here too.
    const [absences, leading] = [await this.#absences(desk.id, state), await this.#leading(desk.id, state)];
    return { state, now, position, hash, absences, leading };
  }

  /** Notes cannot change after the signature, but proposals and tasks go on: signed minutes stay what was signed. */
  async #standing(kind: PaperKind, { id, state, seq }: ConferenceDesk): Promise<Standing> {
    const { signed } = state.records.minutes;
    const position = signed === null ? seq : signed.position + 1;
    if (kind !== 'minutes' || position >= seq) return { state, position: seq };
    const key = `${id} ${position}`;
    const known = this.#signed.get(key) ?? this.#fold(id, position);
    if (this.#signed.size >= MAX_KEPT) this.#signed.clear();
    this.#signed.set(key, known);
    known.catch(() => this.#signed.delete(key));
    return { state: await known, position };
  }

  /** Page by page: between two of them others get their turn. */
  async #fold(id: ConferenceId, through: number): Promise<ConferenceState> {
    let state = initialState;
    for (let seq = 0; seq < through; ) {
      const page = await this.#options.journal.read(id, seq, Math.min(FOLD_PAGE, through - seq));
      if (page.length === 0) throw new Error(`the journal of ${id} ends before ${through}`);
      state = page.reduce((before, { event }) => evolve(before, event), state);
      seq += page.length;
    }
    return state;
  }

  async #absences(id: ConferenceId, state: ConferenceState): Promise<readonly Absence[]> {
    const found: Absence[] = [];
    for (const bridge of bridgesWith(state, ({ absentExcused, absentUnexcused }) => absentExcused + absentUnexcused)) {
      for await (const rows of this.#rows(id, state, bridge)) {
        found.push(...rows.filter(({ mark }) => mark.startsWith('absent')).map(absenceOf));
        if (found.length >= MAX_ABSENCES) return found.slice(0, MAX_ABSENCES);
      }
    }
    return found;
  }

  async #leading(id: ConferenceId, state: ConferenceState): Promise<readonly ListedDelegate[]> {
    const found: ListedDelegate[] = [];
    const led = bridgesWith(state, (marks) => Object.values(marks).reduce((sum, count) => sum + count, 0));
    for (const bridge of led.slice(0, MAX_LED)) {
      const [first] = await this.#firstRows(id, state, bridge);
      found.push(...(first ?? []).map(listedOf));
      if (found.length >= MAX_LEADING) break;
    }
    return found.slice(0, MAX_LEADING);
  }

  async #firstRows(
    id: ConferenceId,
    state: ConferenceState,
    bridge: Bridge,
  ): Promise<readonly (readonly DelegateRow[])[]> {
    for await (const rows of this.#rows(id, state, bridge)) return [rows];
    return [];
  }

  async *#rows(conference: ConferenceId, state: ConferenceState, { bridgeId: bridge }: Bridge) {
    const query = { conference, bridge, delegation: null, words: '', rungs: state.attendance.rungs, limit: PAGE };
    for (let after: string | null = null; ; ) {
      const { rows, next }: Awaited<ReturnType<FindDelegates>> = await this.#options.findDelegates({ ...query, after });
      yield rows;
      if (next === null) return;
      after = next;
    }
  }
}

const bridgesWith = (
  { bridges, attendance }: ConferenceState,
  count: (marks: MarkCounts) => number,
): readonly Bridge[] =>
  bridgeOrder(bridges).all.filter(({ bridgeId }) => count(marksOf(attendanceOf(attendance, bridgeId))) > 0);

const absenceOf = ({ bridgeId, fullName, positions, absenceReason: reason }: DelegateRow): Absence => ({
  bridgeId,
  fullName,
  positions,
  reason,
});

const listedOf = ({ bridgeId, fullName, positions, homeUnit, category, mark }: DelegateRow): ListedDelegate => ({
  bridgeId,
  fullName,
  positions,
  homeUnit,
  category,
  present: hasCome(mark),
});
