import { seatSchema } from '../../../../shared/domain/actor.ts';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import { papersOf } from '../../../../shared/domain/documents/paper-on-floor.ts';
import type { Speech } from '../../../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import type { SpeakingHints } from '../../../../shared/views/speaking-hints.ts';
import { personWords } from '../../../parts/person-words.ts';
import type { MarkTone } from '../../../parts/state-mark.tsx';
import { text } from '../../../text/text.ts';

export interface EntryMark {
  readonly name: string;
  /** null: a word alone. */
  readonly tone: MarkTone | null;
  readonly word: string;
  /** More of it, under the pointer. */
  readonly more?: string;
}

const words = () => text.conducting.marks;

/** What a row says of an entry beside who and when, what matters most first. */
export const entryMarks = (state: ConferenceState, speech: Speech): readonly EntryMark[] => [
  ...standingMarks(state, speech),
  ...recordMarks(speech),
  ...paperMarks(state, speech),
];

/** Where the hall and the entry stand now. */
function standingMarks({ bridges }: ConferenceState, { stage, bridgeId }: Speech): readonly EntryMark[] {
  const link = bridgeOf(bridges, bridgeId)?.link.status ?? 'untried';
  return [
    ...(link === 'lost' ? [{ name: 'lost', tone: 'look', word: words().lost } as const] : []),
    ...(link === 'untried' ? [{ name: 'untried', tone: 'off', word: words().untried } as const] : []),
    ...(stage.status === 'standby' ? [{ name: 'standby', tone: 'next', word: words().standby } as const] : []),
  ];
}

/** What people decided about it. */
function recordMarks({ category, callbackOf, movedBy, override, understudy }: Speech): readonly EntryMark[] {
  const plain = (name: string, word: string, more?: string): EntryMark => ({
    name,
    tone: null,
    word,
    ...(more === undefined ? {} : { more }),
  });
  return [
    ...(category === null ? [] : [plain('category', category)]),
    ...(callbackOf === null ? [] : [plain('callback', words().callback)]),
    ...(movedBy === null ? [] : [plain('moved', words().movedBy(seatWords(movedBy)))]),
    ...(override === null ? [] : [plain('override', words().override, override.reason ?? undefined)]),
    ...(understudy === null ? [] : [plain('understudy', words().understudy(personWords(understudy)))]),
  ];
}

/** Something was handed in for it: it is shown when the entry is called. */
const paperMarks = ({ documents }: ConferenceState, { speechId }: Speech): readonly EntryMark[] =>
  papersOf(documents, speechId).length === 0
    ? []
    : [{ name: 'paper', tone: null, word: text.documents.hall.callsWith }];

/** What the moderator may want to weigh; nothing of it is a rule. */
export function hintMarks(state: ConferenceState, speech: Speech, hints: SpeakingHints): readonly EntryMark[] {
  const region = bridgeOf(state.bridges, speech.bridgeId)?.region ?? null;
  const hint = (name: string, word: string): EntryMark => ({ name, tone: null, word });
  return [
    ...(hints.firstTime.has(speech.speechId) ? [hint('first', words().firstTime)] : []),
    ...(region !== null && hints.leastHeard.has(region) ? [hint('region', words().leastHeard)] : []),
  ];
}

/** Whose hand it was, by the office that moved it. */
function seatWords(by: string): string {
  const seat = seatSchema.safeParse(by);
  return seat.success ? text.common.seats[seat.data] : by;
}
