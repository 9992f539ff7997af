import { type AgendaPlan, agendaPlanSchema } from '../domain/agenda/agenda.ts';
import { kindOf } from './agenda-kind.ts';
import { type TimingFault, type TypedTimes, timed, type WritingPlace } from './agenda-writing.ts';
import { readClock, readLength } from './day-time.ts';

export type QuickFault = TimingFault | 'timeMissing' | 'timeUnreadable' | 'titleMissing' | 'unfit';
export type Quick = { readonly plan: AgendaPlan } | { readonly fault: QuickFault };

const GROUP = /^#+\s*(.*)$/u;
const NOTE = /^\/\/+\s*(.*)$/u;
const TIME = String.raw`\d{1,2}(?:[:.]\d{2}|[hHgG]\d{0,2})`;
const LENGTH = String.raw`\d{1,4}(?:[hHgG]\d{0,2})?(?:\s?(?:'|’|′|phút|phut|ph|p))?`;
/** '14:25-15:15 Thảo luận', '14:25-15:15! Ăn trưa', and '-15:15 Thảo luận' which follows what stands before it. */
const UNTIL = new RegExp(String.raw`^(?:(${TIME})\s*)?[-–—]\s*(${TIME})\s*(!?)(?:\s+(.*))?$`, 'u');
/** '14:25 45 Thảo luận' */
const FROM = new RegExp(String.raw`^(${TIME})(?:\s+(${LENGTH}))?(?:\s+(.*))?$`, 'u');
/** '+20 Báo cáo trung tâm' */
const AFTER = new RegExp(String.raw`^\+\s*(${LENGTH})(?:\s+(.*))?$`, 'u');

/** One typed line as a row of the programme, or what is missing in it. */
export function readQuick(typed: string, place: WritingPlace): Quick {
  const line = typed.normalize().trim();
  const group = GROUP.exec(line);
  if (group !== null) return checked({ row: 'group', title: group[1] ?? '', targetMs: null });
  const note = NOTE.exec(line);
  if (note !== null) return checked({ row: 'note', title: note[1] ?? '' });
  const parts = partsOf(line);
  if (parts === null) return { fault: 'timeMissing' };
  if (parts.unread) return { fault: 'timeUnreadable' };
  const times = timed(parts.times, place);
  if ('fault' in times) return times;
  return checked({ row: 'item', kind: kindOf(parts.title), title: parts.title, ...times.timing });
}

interface Parts {
  readonly times: TypedTimes;
  readonly title: string;
  /** It looks like a time and is none: 25:00. */
  readonly unread: boolean;
}

const NOTHING: TypedTimes = { start: null, end: null, durationMs: null, deadline: false };

function partsOf(line: string): Parts | null {
  const until = UNTIL.exec(line);
  if (until !== null) {
    const [, start, end, sign, title = ''] = until;
    return partsFrom({ start, end, title, times: { ...NOTHING, deadline: sign === '!' } });
  }
  const from = FROM.exec(line);
  if (from !== null) {
    const [, start, length = '', title = ''] = from;
    return partsFrom({ start, end: undefined, title, times: { ...NOTHING, durationMs: readLength(length) } });
  }
  const [, length, title = ''] = AFTER.exec(line) ?? [];
  return length === undefined ? null : { times: { ...NOTHING, durationMs: readLength(length) }, title, unread: false };
}

interface TypedParts {
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly title: string;
  readonly times: TypedTimes;
}

function partsFrom({ start, end, title, times }: TypedParts): Parts {
  const [from, to] = [start, end].map((typed) => (typed === undefined ? null : readClock(typed)));
  const unread = (start !== undefined && from === null) || (end !== undefined && to === null);
  return { times: { ...times, start: from ?? null, end: to ?? null }, title, unread };
}

function checked(plan: AgendaPlan): Quick {
  if (plan.title.trim() === '') return { fault: 'titleMissing' };
  const fit = agendaPlanSchema.safeParse(plan);
  return fit.success ? { plan: fit.data } : { fault: 'unfit' };
}
