import type { Agenda, AgendaItem, AgendaPlan, Progress } from '../../../shared/domain/agenda/agenda.ts';
import { agendaItemIdSchema } from '../../../shared/domain/ids.ts';

export const ITEMS = 200;
const MINUTE = 60_000;
export const MORNING = Date.UTC(2021, 8, 30, 1, 0);
/** Minutes that each item is planned for. */
const EACH = 5;
const LIVE_AT = 80;
const start = (index: number): number => MORNING + index * EACH * MINUTE;
/** The day runs seven minutes late, and the live item was stopped once. */
const LATE = 7 * MINUTE;
export const NOW = start(LIVE_AT) + LATE + 3 * MINUTE;

/** A day of two hundred items of every sort in its middle, under an announced delay. */
export const longDay = (): Agenda => ({
  items: Array.from({ length: ITEMS }, (_, index) => itemAt(index)),
  delayMs: 5 * MINUTE,
  endsBy: start(ITEMS),
});

const itemAt = (index: number): AgendaItem => ({
  itemId: agendaItemIdSchema.parse(`muc-${index}`),
  plan: planAt(index),
  presenter: null,
  progress: progressAt(index),
  addedMs: index % 9 === 0 ? MINUTE : 0,
  cues: [],
});

/** Each tenth is hard, each forty-fifth keeps its end, the others follow. */
function planAt(index: number): AgendaPlan {
  const isDeadline = index % 45 === 44;
  return {
    row: 'item',
    kind: isDeadline ? 'recess' : 'report',
    title: `Nội dung ${index + 1}`,
    start: start(index),
    soft: !isDeadline && index % 10 !== 0,
    span: isDeadline
      ? { lock: 'end', end: start(index + 1), deadline: true }
      : { lock: 'duration', durationMs: EACH * MINUTE },
  };
}

function progressAt(index: number): Progress {
  if (index % 17 === 16) return { status: 'skipped' };
  if (index > LIVE_AT) return { status: 'waiting' };
  const startedAt = start(index) + LATE;
  const pauses =
    index % 5 === 0 ? [{ from: startedAt + MINUTE, to: startedAt + 2 * MINUTE, cause: 'byHand' as const }] : [];
  const run = { startedAt, pauses, held: null };
  return index === LIVE_AT
    ? { status: 'live', run, delayMs: 0 }
    : { status: 'finished', run, delayMs: 0, finishedAt: start(index + 1) + LATE };
}
