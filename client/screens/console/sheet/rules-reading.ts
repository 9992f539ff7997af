import {
  type FloorRules,
  floorModeSchema,
  type ListTimes,
  MAX_ON_FLOOR,
  type SpeechKind,
  speechKinds,
} from '../../../../shared/domain/floor/rules.ts';
import { text } from '../../../text/text.ts';
import { textIn } from '../form-reading.ts';
import { readMinutes } from './minutes.ts';

const words = () => text.rules.form.problems;
const MAX_CATEGORIES = 8;
const MAX_CATEGORY = 80;

interface Problem {
  readonly problem: string;
}

/** The rules that a form holds. What its mode has no field for stays as it is. */
export function rulesIn(form: FormData, before: FloorRules): { readonly rules: FloorRules } | Problem {
  const mode = floorModeSchema.safeParse(form.get('mode')).data ?? before.mode;
  const seats = form.has('seats') ? Number(textIn(form, 'seats')) : before.seats;
  if (!Number.isInteger(seats) || seats < 1 || seats > MAX_ON_FLOOR) return { problem: words().seats };
  const times = timesIn(form);
  if ('problem' in times) return times;
  const missing = speechKinds.find((kind) => times.times[kind] === undefined);
  if (missing !== undefined) return badTime(missing);
  const categories = categoriesIn(form);
  if (categories === null) return { problem: words().categories };
  const budget = budgetIn(form);
  if (budget === undefined) return { problem: words().granted };
  const presentOnly = form.get('presentOnly') === 'on';
  return {
    rules: { mode, seats, presentOnly, times: { ...before.times, ...times.times }, categories, budget },
  };
}

/** The kinds that have a time; a field that is empty has none. */
export function timesIn(form: FormData): { readonly times: ListTimes } | Problem {
  const times: ListTimes = {};
  for (const kind of speechKinds) {
    const typed = textIn(form, `time-${kind}`);
    if (typed === null) continue;
    const ms = readMinutes(typed);
    if (ms === null) return badTime(kind);
    times[kind] = ms;
  }
  return { times };
}

const badTime = (kind: SpeechKind): Problem => ({ problem: words().time(text.rules.kinds[kind]) });

/** One a line, the most urgent first; null: too many, too long, or one of them twice. */
function categoriesIn(form: FormData): string[] | null {
  const lines = (textIn(form, 'categories') ?? '').split(/\r?\n/u).map((line) => line.trim().replaceAll(/\s+/gu, ' '));
  const categories = lines.filter((line) => line !== '');
  const fits = categories.length <= MAX_CATEGORIES && categories.every((one) => one.length <= MAX_CATEGORY);
  return fits && new Set(categories).size === categories.length ? categories : null;
}

/** undefined: somebody is to have a budget, and how much is not written. */
function budgetIn(form: FormData): FloorRules['budget'] | undefined {
  const holder = form.get('holder');
  if (holder !== 'bridge' && holder !== 'region') return null;
  const grantedMs = readMinutes(textIn(form, 'granted') ?? '');
  return grantedMs === null ? undefined : { holder, grantedMs };
}
