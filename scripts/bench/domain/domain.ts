import { mapFrom, putIn } from '../../../shared/base/persistent-map.ts';
import { bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { agendaTimes, offset } from '../../../shared/views/agenda-clock.ts';
import { rounded, type Spread, spreadOf } from '../figures.ts';
import { BRIDGES, busyMinutes, IN_LINE, openBusyConference } from './busy-conference.ts';
import { ITEMS, longDay, NOW } from './long-day.ts';
import { PaperDesk } from './paper-desk.ts';

/** The pure core by itself: no journal, no network. */
export interface DomainFigures {
  readonly bridges: number;
  readonly inLine: number;
  /** Commands that are decided and folded in a second. */
  readonly commandsPerSecond: Spread;
  /** Facts that can be put into a persistent map of so many rows in a second, divided by the facts of a command. */
  readonly barePerSecond: Spread;
  /** What a command takes of what its bare puts take. */
  readonly commandRatio: number;
  readonly items: number;
  /** Milliseconds to recompute the times of all items and the offset. */
  readonly agendaMs: Spread;
  /** A loop over as many rows that adds up their lengths and keeps a start and an end of each. */
  readonly bareAgendaMs: Spread;
  readonly agendaRatio: number;
}

const ROUNDS = 9;
const WARM_UP = 3;
const MINUTES = 100;
const RECOMPUTATIONS = 500;

export function benchDomain(): DomainFigures {
  const commands = rounds(commandRound());
  const agenda = rounds(agendaRound);
  const perSecond = (ms: number): number => 1_000 / ms;
  const [commandsPerSecond, barePerSecond] = [
    spreadOf(commands.map(({ oursMs }) => perSecond(oursMs))),
    spreadOf(commands.map(({ bareMs }) => perSecond(bareMs))),
  ];
  const [agendaMs, bareAgendaMs] = [
    spreadOf(agenda.map(({ oursMs }) => oursMs)),
    spreadOf(agenda.map(({ bareMs }) => bareMs)),
  ];
  return {
    bridges: BRIDGES,
    inLine: IN_LINE,
    commandsPerSecond,
    barePerSecond,
    commandRatio: rounded(barePerSecond.median / commandsPerSecond.median),
    items: ITEMS,
    agendaMs,
    bareAgendaMs,
    agendaRatio: rounded(agendaMs.median / bareAgendaMs.median),
  };
}

interface Round {
  readonly oursMs: number;
  readonly bareMs: number;
}

/** The first rounds let the machine's compiler come to rest. */
const rounds = (round: () => Round): readonly Round[] => Array.from({ length: WARM_UP + ROUNDS }, round).slice(WARM_UP);

/** Milliseconds of CPU: what else the machine does is not counted. */
function timed(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The same commands meet the same conference in each round; milliseconds of one command. */
function commandRound(): () => Round {
  const { state, now, ids } = openBusyConference();
  const busy = new PaperDesk(state, now, ids);
  const script: readonly Command[] = busyMinutes(busy, MINUTES);
  const rows = bridgesInOrder(state.bridges);
  const map = mapFrom(rows.map((row) => [row.bridgeId, row]));
  return () => {
    const desk = new PaperDesk(state, now, ids);
    const oursMs = timed(() => {
      for (const command of script) desk.act(command);
    });
    const bareMs = timed(() => {
      let folded = map;
      for (let fact = 0; fact < desk.facts; fact++) {
        const row = rows[(fact * 7) % rows.length];
        if (row !== undefined) folded = putIn(folded, row.bridgeId, { ...row, order: fact });
      }
    });
    return { oursMs: oursMs / script.length, bareMs: bareMs / script.length };
  };
}

/** Milliseconds of one recomputation. */
function agendaRound(): Round {
  const agenda = longDay();
  let late = 0;
  const oursMs = timed(() => {
    for (let i = 0; i < RECOMPUTATIONS; i++) {
      const now = NOW + i * 1_000;
      late += agendaTimes(agenda, now).length + (offset(agenda, now)?.absoluteMs ?? 0);
    }
  });
  const bareMs = timed(() => {
    for (let i = 0; i < RECOMPUTATIONS; i++) {
      let end = NOW + i * 1_000;
      const times = agenda.items.map((item) => {
        const { plan } = item;
        const start = end;
        end += plan.row === 'item' && plan.span.lock === 'duration' ? plan.span.durationMs : 0;
        return { item, start, end };
      });
      late += times.length;
    }
  });
  if (late === 0) throw new Error('nothing was computed');
  return { oursMs: oursMs / RECOMPUTATIONS, bareMs: bareMs / RECOMPUTATIONS };
}
