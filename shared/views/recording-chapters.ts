import { timedItems } from '../domain/agenda/agenda.ts';
import type { Recording } from '../domain/recording/recording.ts';
import type { ConferenceState } from '../domain/state.ts';
import type { RecordingSummary } from '../protocol/technical.ts';

export interface Chapter {
  readonly at: number;
  readonly title: string;
}

/** The items of the programme that ran while it was recorded. What ran before it began heads it. */
export function chaptersOf({ agenda }: ConferenceState, { startedAt, endedAt }: Recording): readonly Chapter[] {
  const ran = timedItems(agenda).flatMap(({ plan, progress }) => {
    if (progress.status !== 'live' && progress.status !== 'finished') return [];
    const began = progress.run.startedAt;
    const over = progress.status === 'finished' ? progress.finishedAt : Number.POSITIVE_INFINITY;
    const recorded = over > startedAt && began < (endedAt ?? Number.POSITIVE_INFINITY);
    return recorded ? [{ at: Math.max(began, startedAt), title: plan.title }] : [];
  });
  return ran.toSorted((a, b) => a.at - b.at);
}

export interface PartChapter extends Chapter {
  /** From the first picture of the part. */
  readonly offsetMs: number;
}

/** The chapters that fall into the part, headed by the one that was running when it began. */
export function chaptersOfPart(
  { chapters, parts }: Pick<RecordingSummary, 'chapters' | 'parts'>,
  number: number,
): readonly PartChapter[] {
  const part = parts.find((one) => one.part === number);
  if (part === undefined) return [];
  const { startedAt, endedAt } = part;
  const running = chapters.filter(({ at }) => at <= startedAt).slice(-1);
  const within = chapters.filter(({ at }) => at > startedAt && at < endedAt);
  return [...running, ...within].map((chapter) => ({ ...chapter, offsetMs: Math.max(0, chapter.at - startedAt) }));
}
