import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import type { AgendaItem, AgendaPlan } from '../../shared/domain/agenda/agenda.ts';
import type { Cue } from '../../shared/domain/agenda/cue.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { PROTOCOL_LADDER } from '../../shared/domain/attendance/ranks.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import { detailsOf } from '../../shared/domain/conference/conference.ts';
import { type ConferenceId, commandIdSchema, conferenceIdSchema, importIdSchema } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';
import { isPending } from '../../shared/domain/records/task.ts';
import type { StartedSuccessor, SuccessorRequest } from '../../shared/protocol/archive.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import { rowStager } from '../lists/stage-delegates.ts';
import type { DelegateImports } from '../store/delegate-imports.ts';
import type { ExportDelegates } from '../store/delegates.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { Desks } from './desks.ts';

type Refusal = Extract<CommandAck, { ok: false }>;

export interface SeriesOptions {
  readonly desks: Desks;
  readonly exportDelegates: ExportDelegates;
  readonly imports: DelegateImports;
  readonly newId: () => string;
}

const PAGE = 1_000;
/** As an import bears it. */
const LONGEST_NAME = 200;

/** Begins the next conference of a series from the last one. */
export class Series {
  readonly #options: SeriesOptions;

  constructor(options: SeriesOptions) {
    this.#options = options;
  }

  /** `actor` asked for it; the list of delegates is applied in that name. */
  async begin(
    last: ConferenceDesk,
    wish: SuccessorRequest,
    actor: Actor,
  ): Promise<(StartedSuccessor & { ok: true }) | Refusal> {
    const conference = conferenceIdSchema.parse(this.#options.newId());
    const command = successorOf(last, wish);
    const created = await this.#execute(SYSTEM, conference, command);
    if (!created.ok) return created;
    const { rungs } = last.state.attendance;
    if (JSON.stringify(rungs) !== JSON.stringify(PROTOCOL_LADDER)) {
      await this.#execute(actor, conference, { type: 'adoptProtocolRanks', rungs: [...rungs] });
    }
    const delegates = await this.#copyDelegates(last, conference, actor);
    if (typeof delegates !== 'number') return delegates;
    return { ok: true, conference, delegates, tasks: command.tasks.length };
  }

  /** Page by page into rows that nobody sees, which then are seen at once: a million of them or none. */
  async #copyDelegates(last: ConferenceDesk, conference: ConferenceId, actor: Actor): Promise<number | Refusal> {
    const { imports, exportDelegates, newId } = this.#options;
    const importId = importIdSchema.parse(newId());
    await imports.begin({ conference, importId, name: last.state.conference.title.slice(0, LONGEST_NAME) });
    try {
      const stage = rowStager();
      let row = 0;
      for (let after: string | null = null; ; ) {
        const page: Awaited<ReturnType<ExportDelegates>> = await exportDelegates({
          conference: last.id,
          rungs: last.state.attendance.rungs,
          after,
          limit: PAGE,
        });
        const summoned = page.rows.filter(isSummonedAgain);
        for (let from = 0; from < summoned.length; from += PAGE) {
          const part = summoned.slice(from, from + PAGE);
          await imports.addChunk(
            importId,
            // The same person as before: by that the copy is found when the person must be erased.
            part.map((one) => stage({ row: ++row, ...freshOf(one) }, one.personId)),
          );
        }
        if (page.next === null) break;
        after = page.next;
      }
      await imports.finish(importId);
      if (row === 0) return await imports.discard(importId).then(() => 0);
      const applied = await this.#execute(actor, conference, { type: 'applyDelegateImport', importId });
      if (!applied.ok) await imports.discard(importId);
      return applied.ok ? row : applied;
    } catch (cause) {
      await imports.discard(importId);
      throw cause;
    }
  }

  #execute(actor: Actor, conference: ConferenceId, command: Command): Promise<CommandAck> {
    const id = commandIdSchema.parse(this.#options.newId());
    return this.#options.desks.execute(actor, { id, conference, command });
  }
}

/** Whoever came in somebody's place was summoned for that day alone; whoever was erased is nobody any more. */
const isSummonedAgain = ({ substituteFor, fullName, positions }: DelegateRow): boolean =>
  substituteFor === null && (fullName !== null || positions.length > 0);

const freshOf = ({ bridgeId, ...row }: DelegateRow) => {
  const { fullName, positions, category, homeUnit, delegation, role, seat, number } = row;
  return { bridgeId, delegate: { fullName, positions, category, homeUnit, delegation, role, seat, number } };
};

/** What the last one leaves: halls, programme at the same clock times, rules, the head of papers, what is to be done. */
function successorOf({ id, state }: ConferenceDesk, wish: SuccessorRequest): CommandOf<'createSuccessor'> {
  const { title, date } = state.conference;
  const shiftMs = Date.parse(wish.date) - Date.parse(date);
  const { head } = state.records.minutes;
  return {
    type: 'createSuccessor',
    follows: { conference: id, title, date },
    details: { ...detailsOf(state.conference), ...wish },
    bridges: bridgesInOrder(state.bridges).map(({ link: _, losses: __, ...facts }) => ({
      ...facts,
      chairs: facts.chairs.filter(isSomebody),
      technician: somebodyOrNull(facts.technician),
    })),
    items: state.agenda.items.map((item) => itemFor(item, shiftMs)),
    rules: state.floor.rules,
    head: head === null ? null : { ...head, number: null },
    tasks: state.records.tasks
      .filter(isPending)
      .map(({ taskId, text, assignees, deadline, assigner, carriedFrom }) => ({
        taskId,
        text,
        assignees,
        deadline,
        assigner: somebodyOrNull(assigner),
        carriedFrom: carriedFrom ?? { conference: id, title, date },
      })),
  };
}

const itemFor = ({ itemId, plan, presenter, cues }: AgendaItem, shiftMs: number) => ({
  item: { itemId, plan: shifted(plan, shiftMs), presenter: somebodyOrNull(presenter) },
  cues: cues.map((cue) => ({ ...cue, source: cue.source && shiftedSource(cue.source, shiftMs) })),
});

/** A break that counts down ends at the same clock time. */
const shiftedSource = (source: NonNullable<Cue['source']>, byMs: number): NonNullable<Cue['source']> =>
  source.kind === 'break' && source.until !== null ? { ...source, until: source.until + byMs } : source;

function shifted(plan: AgendaPlan, byMs: number): AgendaPlan {
  if (plan.row !== 'item') return plan;
  const { span } = plan;
  return {
    ...plan,
    start: plan.start + byMs,
    span: span.lock === 'end' ? { ...span, end: span.end + byMs } : span,
  };
}

/** Erased people are read back as nobody. */
const isSomebody = ({ fullName, positions }: Pick<Person, 'fullName' | 'positions'>): boolean =>
  fullName !== null || positions.length > 0;

const somebodyOrNull = <T extends Pick<Person, 'fullName' | 'positions'>>(person: T | null): T | null =>
  person !== null && isSomebody(person) ? person : null;
