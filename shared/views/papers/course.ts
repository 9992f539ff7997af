import { entriesOf } from '../../base/persistent-map.ts';
import { type TimedItem, timedItems } from '../../domain/agenda/agenda.ts';
import type { Speech } from '../../domain/floor/floor.ts';
import type { AgendaItemId } from '../../domain/ids.ts';
import type { Run } from '../../domain/run.ts';
import { isAllSecret, isSecretAt, touchesSecret } from './classified-spans.ts';
import type { PaperScope } from './paper-scope.ts';

/** An item that really ran. `to` is null while it runs. */
export interface HeldItem {
  readonly item: TimedItem;
  readonly from: number;
  readonly to: number | null;
  /** What of it lay in a classified session. */
  readonly secret: 'none' | 'part' | 'whole';
}

/** The items in the order in which they really ran. */
export function heldItems({ state, source }: PaperScope): readonly HeldItem[] {
  return timedItems(state.agenda)
    .flatMap((item): readonly HeldItem[] => {
      const { progress } = item;
      if (progress.status !== 'live' && progress.status !== 'finished') return [];
      const from = progress.run.startedAt;
      const to = progress.status === 'finished' ? progress.finishedAt : null;
      const end = to ?? Math.max(source.now, from);
      const secret = touchesSecret(state, from, end) ? (isAllSecret(state, from, end) ? 'whole' : 'part') : 'none';
      return [{ item, from, to, secret }];
    })
    .toSorted((a, b) => a.from - b.from);
}

/** A speech that was really held. `to` is null while it goes on. */
export interface HeldSpeech {
  readonly speech: Speech;
  readonly run: Run;
  readonly from: number;
  readonly to: number | null;
  readonly secret: boolean;
}

/** In the order in which they began. */
export function heldSpeeches({ state, source }: PaperScope): readonly HeldSpeech[] {
  return entriesOf(state.floor.speeches)
    .flatMap(([, speech]): readonly HeldSpeech[] => {
      const { stage } = speech;
      const run = 'run' in stage ? stage.run : null;
      if (run === null || !('calledAt' in stage)) return [];
      const to = stage.status === 'spoken' ? stage.endedAt : null;
      const end = to ?? Math.max(source.now, run.startedAt);
      // What is said before the first sound was measured is said after the call.
      const secret = touchesSecret(state, stage.calledAt, end);
      return [{ speech, run, from: run.startedAt, to, secret }];
    })
    .toSorted((a, b) => a.from - b.from);
}

/** Papers that were handed in instead of being read, in the order in which they came. */
export function writtenSpeeches({ state }: PaperScope): readonly Speech[] {
  const at = ({ stage }: Speech): number => (stage.status === 'handedInWriting' ? stage.at : 0);
  return entriesOf(state.floor.speeches)
    .map(([, speech]) => speech)
    .filter(({ stage }) => stage.status === 'handedInWriting' && !isSecretAt(state, stage.at))
    .toSorted((a, b) => at(a) - at(b));
}

/** Under which item something stands: its own if that was held, else the one that ran at that time; null: none. */
export function itemHolding(items: readonly HeldItem[], itemId: AgendaItemId | null, at: number | null) {
  const own = items.find(({ item }) => item.itemId === itemId);
  if (own !== undefined || at === null) return own?.item.itemId ?? null;
  return items.findLast(({ from, to }) => from <= at && (to === null || at < to))?.item.itemId ?? null;
}

/** The speech into which a question was put; undefined: it was not put in between. */
export const interruptedBy = (question: HeldSpeech, all: readonly HeldSpeech[]): HeldSpeech | undefined =>
  all.find(({ speech, run }) => {
    if (run.pauses.length === 0 && run.held === null) return false;
    if (speech.speechId === question.speech.speechId) return false;
    const held =
      run.held === null ? [] : [{ from: run.held.since, to: Number.POSITIVE_INFINITY, cause: run.held.cause }];
    return [...run.pauses, ...held].some(
      ({ from, to, cause }) => cause === 'interposed' && from <= question.from && question.from <= to,
    );
  });

/** Counted as "ý kiến phát biểu": papers and opinions; a speaker who was called back does not speak twice. */
export const isMainSpeech = ({ speech }: HeldSpeech): boolean =>
  (speech.kind === 'paper' || speech.kind === 'opinion') && speech.callbackOf === null;
