/** What is followed up after a conference: proposals in groups, tasks by how late they are. */
import { foldForSearch } from '../base/vietnamese.ts';
import type { Proposal } from '../domain/records/proposal.ts';
import { type Deadline, deadlineSchema, isPending, lastDayOf, type Task } from '../domain/records/task.ts';

/** Proposals that say the same, the one that leads them first. */
export interface ProposalGroup {
  readonly leader: Proposal;
  readonly duplicates: readonly Proposal[];
}

export function proposalGroups(proposals: readonly Proposal[]): readonly ProposalGroup[] {
  const duplicates = new Map<Proposal['duplicateOf'], Proposal[]>();
  for (const one of proposals) {
    const same = duplicates.get(one.duplicateOf) ?? [];
    same.push(one);
    duplicates.set(one.duplicateOf, same);
  }
  const leaders = duplicates.get(null) ?? [];
  return leaders.map((leader) => ({ leader, duplicates: duplicates.get(leader.proposalId) ?? [] }));
}

/** Words that stand in every proposal and say nothing of what is asked. */
const FILLERS = new Set('de nghi kien xuat va cac cua cho ve voi la duoc trong nhung theo co de do tai tu'.split(' '));
/** Two sentences of the same matter share so much of their words; measured on proposals of the same meaning. */
const ALIKE = 0.6;
const MOST_PAIRS = 20;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    foldForSearch(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !FILLERS.has(word)),
  );

/** From 0, nothing in common, to 1, the same words: twice what is shared over what stands in both. */
const share = (common: number, both: number): number => (both === 0 ? 0 : (2 * common) / both);

export interface LikelyPair {
  readonly leader: Proposal;
  readonly duplicate: Proposal;
  readonly likeness: number;
}

/** Proposals that probably say the same as an earlier one, the likest first. What leads a group already stays a leader. */
export function likelyPairs(proposals: readonly Proposal[]): readonly LikelyPair[] {
  const led = new Set(proposals.map(({ duplicateOf }) => duplicateOf));
  const index = new WordIndex();
  const pairs = proposals.flatMap((duplicate) => {
    if (duplicate.duplicateOf !== null) return [];
    const best = led.has(duplicate.proposalId) ? null : index.likest(wordsOf(duplicate.text));
    index.add(duplicate);
    return best === null ? [] : [{ ...best, duplicate }];
  });
  return pairs.toSorted((a, b) => b.likeness - a.likeness).slice(0, MOST_PAIRS);
}

/** Which of those that stand there already the typed text probably repeats; null: none. */
export function likelyLeader(proposals: readonly Proposal[], typed: string): Proposal | null {
  const index = new WordIndex();
  for (const one of proposals) if (one.duplicateOf === null) index.add(one);
  return index.likest(wordsOf(typed))?.leader ?? null;
}

/** By their words: two thousand proposals compared each with each would hold the screen for seconds. */
class WordIndex {
  readonly #leaders: { readonly leader: Proposal; readonly size: number }[] = [];
  readonly #places = new Map<string, number[]>();

  add(leader: Proposal): void {
    const words = wordsOf(leader.text);
    for (const word of words) {
      const places = this.#places.get(word) ?? [];
      places.push(this.#leaders.length);
      this.#places.set(word, places);
    }
    this.#leaders.push({ leader, size: words.size });
  }

  likest(words: ReadonlySet<string>): Omit<LikelyPair, 'duplicate'> | null {
    const common = this.#common(words);
    let best: Omit<LikelyPair, 'duplicate'> | null = null;
    for (const [place, { leader, size }] of this.#leaders.entries()) {
      const alike = share(common[place] ?? 0, size + words.size);
      if (alike >= Math.max(ALIKE, best?.likeness ?? 0)) best = { leader, likeness: alike };
    }
    return best;
  }

  /** How many of the words stand in each of the leaders. */
  #common(words: ReadonlySet<string>): Uint16Array {
    const common = new Uint16Array(this.#leaders.length);
    for (const word of words) {
      for (const place of this.#places.get(word) ?? []) common[place] = (common[place] ?? 0) + 1;
    }
    return common;
  }
}

/** Days since the last day in time; 0: in time, finished, or without a day. */
export function overdueDays({ deadline, state }: Pick<Task, 'deadline' | 'state'>, today: string): number {
  const last = lastDayOf(deadline);
  if (last === null || !isPending({ state })) return 0;
  return Math.max(0, dayNumber(today) - dayNumber(last));
}

/** Days since 1 March of the year 0, in the calendar of today: a year that begins in March ends with its leap day. */
function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const fromMarch = (month + 9) % 12;
  const years = fromMarch > 9 ? year - 1 : year;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((fromMarch * 306 + 5) / 10) + day - 1;
}

const NO_DAY = '9999';

/** What waits first, by its last day, so the latest stands on top; then what is finished or dropped. */
export const tasksInOrder = (tasks: readonly Task[]): readonly Task[] =>
  tasks.toSorted((a, b) => {
    const finished = Number(!isPending(a)) - Number(!isPending(b));
    return finished || (lastDayOf(a.deadline) ?? NO_DAY).localeCompare(lastDayOf(b.deadline) ?? NO_DAY);
  });

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const DATE = /^(?:(?:truoc )?ngay )?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/u;
const QUARTER = /^(?:trong )?(?:quy|q|quarter)\s?(iv|i{1,3}|[1-4])\s?(?:\/|-|,? nam )\s?(\d{4})$/u;
const YEAR = /^(?:trong )?(?:(?:nam|year) )?(\d{4})$/u;

/** '30/9/2021', 'quý I/2021', 'năm 2021' as they are typed; anything else is an event. null: nothing was typed, or no day. */
export function readDeadline(typed: string): Deadline | null {
  const event = typed.normalize().replace(/\s+/gu, ' ').trim();
  const folded = foldForSearch(event);
  const date = DATE.exec(folded);
  if (date !== null) return known({ kind: 'date', date: isoOf(date) });
  const [, quarter, ofYear] = QUARTER.exec(folded) ?? [];
  if (quarter !== undefined) {
    return known({ kind: 'quarter', quarter: ROMAN[quarter] ?? Number(quarter), year: Number(ofYear) });
  }
  const year = YEAR.exec(folded)?.[1];
  return known(year === undefined ? { kind: 'event', event } : { kind: 'year', year: Number(year) });
}

const isoOf = ([, day = '', month = '', year = '']: readonly string[]): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const known = (deadline: Deadline): Deadline | null => deadlineSchema.safeParse(deadline).data ?? null;

export interface TaskLine {
  readonly text: string;
  readonly assignees: readonly string[];
  readonly deadline: Deadline | null;
}

/** What numbers or marks a line: "1.", "2)", "a)", "-", "•". */
const MARK = /^(?:[-–—•*+]|\d{1,3}[.)](?!\d)|[a-zđ][.)])\s*/iu;

/** Pasted lines, one task each. From a table the second column names who does it and the third until when. */
export function taskLines(pasted: string): readonly TaskLine[] {
  return pasted.split(/\r?\n/u).flatMap((line) => {
    const [text = '', assignees = '', deadline = ''] = line.normalize().split('\t');
    const cut = text.trim().replace(MARK, '').trim();
    return cut === '' ? [] : [{ text: cut, assignees: namesIn(assignees), deadline: readDeadline(deadline) }];
  });
}

/** One name a line, or apart by semicolons. A comma may stand within a name: "Ban tổ chức các tỉnh ủy, thành ủy". */
export const namesIn = (typed: string): readonly string[] =>
  typed
    .split(/[\n;]/u)
    .map((name) => name.normalize().trim().replace(MARK, '').trim())
    .filter((name) => name !== '');
