import type { AgendaPlan, ItemPlan } from '../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { AgendaItemId } from '../../shared/domain/ids.ts';
import { MINUTE, NOW } from './builders.ts';

type Row = {
  readonly id: AgendaItemId;
  plan: AgendaPlan;
  status: 'waiting' | 'live' | 'finished' | 'skipped';
  added: number;
  begunAt: number;
  endedAt: number;
  /** Minutes that its clock has run, counted one by one. */
  ran: number;
  held: boolean;
  /** The announced delay under which it began. */
  delay: number;
};
type TimedRow = Row & { plan: ItemPlan };
export type Minutes = readonly [start: number, end: number];

/**
 * The day as somebody with a watch and a pencil would keep it: whole minutes, one after the other, everything counted
 * anew each time. Slow on purpose, and written from the rules of the clock, not from its code.
 */
export class SlowDay {
  now = 0;
  #delay = 0;
  #rows: Row[] = [];

  add(id: AgendaItemId, plan: AgendaPlan): void {
    const fresh = { status: 'waiting', added: 0, begunAt: 0, endedAt: 0, ran: 0, held: false, delay: 0 } as const;
    this.#rows.push({ id, plan, ...fresh });
  }

  /** A minute goes by. */
  pass(): void {
    this.now++;
    for (const row of this.#rows) if (row.status === 'live' && !row.held) row.ran++;
  }

  /** What a command that was accepted does. */
  obey(command: Command): void {
    if (command.type === 'announceDelay') this.#delay = command.delayMs / MINUTE;
    if (command.type === 'revokeDelay') this.#delay = 0;
    if (command.type === 'makeDelayPermanent') this.#settle();
    if (!('itemId' in command)) return;
    const row = this.#rows.find(({ id }) => id === command.itemId);
    if (row === undefined) return;
    if (command.type === 'startAgendaItem') this.#start(row);
    if (command.type === 'finishAgendaItem') this.#finish(row);
    if (command.type === 'pauseAgendaItem') row.held = true;
    if (command.type === 'continueAgendaItem') row.held = false;
    if (command.type === 'skipAgendaItem') row.status = 'skipped';
    if (command.type === 'restoreAgendaItem') row.status = 'waiting';
    if (command.type === 'correctAgendaItem') row.plan = command.plan;
    if (command.type === 'addAgendaItemTime' && isTimed(row)) {
      const has = this.#end(row, false) - this.#begin(row, false) + row.added;
      row.added += Math.max(command.byMs / MINUTE, -Math.max(0, has));
    }
    if (command.type === 'removeAgendaItem') this.#rows = this.#rows.filter((one) => one !== row);
    if (command.type === 'moveAgendaItem') this.#move(row, command.beforeItemId);
  }

  planned(): readonly Minutes[] {
    return this.#timed().map((row) => [this.#begin(row, false), this.#end(row, false)]);
  }

  announced(): readonly Minutes[] {
    return this.#timed().map((row) => [this.#begin(row, true), this.#end(row, true)]);
  }

  gaps(): readonly (number | null)[] {
    return this.#timed().map((row) => {
      const before = this.#before(row);
      return before === undefined ? null : this.#begin(row, false) - this.#end(before, false);
    });
  }

  /** The rest of the day is lived through, minute by minute. */
  expected(): readonly Minutes[] {
    const times = new Map<AgendaItemId, Minutes>();
    let watch = this.now;
    const live = this.#live();
    const toCome = this.#timed().filter(({ status }) => status === 'waiting');
    for (const row of live === undefined ? toCome : [live, ...toCome]) {
      if (row.status === 'waiting') while (!this.#mayBegin(row, watch)) watch++;
      const begin = row.status === 'live' ? row.begunAt : watch;
      const length = this.#length(row);
      for (let ran = row.ran; !isOver(row, watch, length - ran); ran++) watch++;
      times.set(row.id, [begin, watch]);
    }
    return this.#timed().map((row) => {
      if (row.status === 'finished') return [row.begunAt, row.endedAt];
      return times.get(row.id) ?? [this.#begin(row, true), this.#end(row, true)];
    });
  }

  /** Minutes late: absolute, and relative to the real first start; null: there is nothing to be late with. */
  late(): Minutes | null {
    const absolute = this.#late();
    if (absolute === null) return null;
    let first: TimedRow | undefined;
    for (const row of this.#timed()) {
      if (!hasBegun(row)) continue;
      if (first === undefined || row.begunAt < first.begunAt) first = row;
    }
    return [absolute, first === undefined ? absolute : absolute - (first.begunAt - this.#begin(first, true))];
  }

  #late(): number | null {
    const rows = this.#timed();
    const expected = this.expected();
    const endOf = (row: TimedRow) => expected[rows.indexOf(row)]?.[1] ?? 0;
    const live = this.#live();
    if (live !== undefined) return endOf(live) - this.#end(live, true);
    const next = rows.find(({ status }) => status === 'waiting');
    const begun = rows.filter(hasBegun);
    if (next !== undefined) {
      const late = (expected[rows.indexOf(next)]?.[0] ?? 0) - this.#begin(next, true);
      return begun.length === 0 && late <= 0 ? null : late;
    }
    let last: TimedRow | undefined;
    for (const row of begun) if (last === undefined || endOf(row) >= endOf(last)) last = row;
    return last === undefined ? null : endOf(last) - this.#end(last, true);
  }

  #timed(): readonly TimedRow[] {
    return this.#rows.filter(isTimed);
  }

  #live(): TimedRow | undefined {
    return this.#timed().find(({ status }) => status === 'live');
  }

  /** What it follows: the nearest row above it that has times and was not skipped. */
  #before(row: Row): TimedRow | undefined {
    return this.#rows
      .slice(0, this.#rows.indexOf(row))
      .filter(isTimed)
      .findLast(({ status }) => status !== 'skipped');
  }

  #begin(row: TimedRow, laid: boolean): number {
    const before = this.#before(row);
    const delay = laid ? this.#delayOf(row) : 0;
    if (!row.plan.soft || before === undefined) return minute(row.plan.start) + delay;
    const carried = laid && !isDeadline(before) ? this.#delayOf(before) : 0;
    return this.#end(before, laid) + delay - carried;
  }

  #end(row: TimedRow, laid: boolean): number {
    const begin = this.#begin(row, laid);
    const { span } = row.plan;
    if (span.lock === 'duration') return begin + span.durationMs / MINUTE;
    const delay = laid && !span.deadline ? this.#delayOf(row) : 0;
    return Math.max(begin, minute(span.end) + delay);
  }

  /** What began keeps what it began under; what waits behind a deadline that still waits has none. */
  #delayOf(row: TimedRow): number {
    if (hasBegun(row)) return row.delay;
    const above = this.#rows.slice(0, this.#rows.indexOf(row)).filter(isTimed);
    return above.some((one) => one.status === 'waiting' && isDeadline(one)) ? 0 : this.#delay;
  }

  #length(row: TimedRow): number {
    return Math.max(0, this.#end(row, true) - this.#begin(row, true) + row.added);
  }

  #mayBegin(row: TimedRow, watch: number): boolean {
    const follows = row.plan.soft && this.#before(row) !== undefined;
    return follows || watch >= this.#begin(row, true);
  }

  #start(row: Row): void {
    const live = this.#live();
    if (live !== undefined) this.#finish(live);
    Object.assign(row, { status: 'live', begunAt: this.now, delay: this.#delay });
    if (isTimed(row) && isDeadline(row)) this.#delay = 0;
  }

  #finish(row: Row): void {
    Object.assign(row, { status: 'finished', endedAt: this.now, held: false });
  }

  #move(row: Row, before: AgendaItemId | null): void {
    this.#rows = this.#rows.filter((one) => one !== row);
    const at = this.#rows.findIndex(({ id }) => id === before);
    this.#rows.splice(at === -1 ? this.#rows.length : at, 0, row);
  }

  /** What was announced is written down; a chain between what began and what waits is cut with a start of its own. */
  #settle(): void {
    const written = this.#timed().map((row) => ({ row, plan: this.#settled(row) }));
    for (const { row, plan } of written) row.plan = plan;
    this.#delay = 0;
  }

  #settled(row: TimedRow): ItemPlan {
    const { plan } = row;
    const before = this.#before(row);
    if (hasBegun(row)) {
      const isTorn = plan.soft && before !== undefined && !hasBegun(before);
      return isTorn ? { ...plan, soft: false, start: instant(this.#begin(row, true) - row.delay) } : plan;
    }
    const delay = this.#delayOf(row);
    const isTorn = row.status === 'waiting' && before !== undefined && hasBegun(before) && delay !== 0;
    const { span } = plan;
    return {
      ...plan,
      start: instant(this.#begin(row, true)),
      soft: plan.soft && !isTorn,
      span: span.lock === 'end' && !span.deadline ? { ...span, end: span.end + delay * MINUTE } : span,
    };
  }
}

const instant = (minutes: number): number => NOW + minutes * MINUTE;
const minute = (at: number): number => (at - NOW) / MINUTE;
const isTimed = (row: Row): row is TimedRow => row.plan.row === 'item';
const isDeadline = ({ plan: { span } }: TimedRow): boolean => span.lock === 'end' && span.deadline;
const hasBegun = ({ status }: Row): boolean => status === 'live' || status === 'finished';

/** A deadline item at its clock time, any other when nothing is left of its length. */
function isOver({ plan: { span }, added }: TimedRow, watch: number, left: number): boolean {
  return span.lock === 'end' && span.deadline ? watch >= minute(span.end) + added : left <= 0;
}
