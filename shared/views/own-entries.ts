import { valuesOf } from '../base/persistent-map.ts';
import { itemOf } from '../domain/agenda/agenda.ts';
import { hasFloor, isInLine, isWaiting, type Speech } from '../domain/floor/floor.ts';
import { presentLine } from '../domain/floor/line.ts';
import type { BridgeId } from '../domain/ids.ts';
import type { PauseCause } from '../domain/run.ts';
import type { ConferenceState } from '../domain/state.ts';
import { turns } from './queue.ts';

/** Where an entry of a hall stands, for the hall itself. */
export type Standing =
  | { readonly kind: 'registered' | 'accepted' | 'called' | 'speaking' }
  /** `expectedAt` is null while the conference is not in session. */
  | { readonly kind: 'inLine'; readonly place: number; readonly expectedAt: number | null; readonly standby: boolean }
  /** In line for an item that has not come. */
  | { readonly kind: 'later'; readonly item: string }
  | { readonly kind: 'paused'; readonly cause: PauseCause | null }
  | {
      readonly kind: 'spoken' | 'withdrawn' | 'declined' | 'lapsed' | 'handedInWriting';
      readonly at: number;
    };

export interface OwnEntry {
  readonly speech: Speech;
  readonly standing: Standing;
  readonly isWaiting: boolean;
}

/** The entries of one hall: who has the floor, who waits in the order of the line, then what is over, the latest first. */
export function ownEntries(state: ConferenceState, own: BridgeId, now: number): readonly OwnEntry[] {
  const mine = [...valuesOf(state.floor.speeches)].filter(({ bridgeId }) => bridgeId === own);
  const inLine = state.conference.phase === 'live' ? turns(state, now) : [];
  const expected = new Map(inLine.map(({ speech, expectedAt }) => [speech.speechId, expectedAt]));
  const line = presentLine(state);
  return mine
    .map((speech) => ({
      speech,
      isWaiting: isWaiting(speech),
      standing: standingOf(state, speech, { line, expectedAt: expected.get(speech.speechId) ?? null }),
    }))
    .toSorted((a, b) => orderOf(a) - orderOf(b));
}

interface Line {
  readonly line: readonly Speech[];
  readonly expectedAt: number | null;
}

function standingOf({ agenda }: ConferenceState, speech: Speech, { line, expectedAt }: Line): Standing {
  const { stage } = speech;
  if (isInLine(speech)) {
    const place = line.findIndex(({ speechId }) => speechId === speech.speechId) + 1;
    if (place > 0) return { kind: 'inLine', place, expectedAt, standby: stage.status === 'standby' };
    const item = speech.itemId === null ? undefined : itemOf(agenda, speech.itemId);
    return { kind: 'later', item: item?.plan.title ?? '' };
  }
  switch (stage.status) {
    case 'paused':
      return { kind: 'paused', cause: stage.run.held?.cause ?? null };
    case 'spoken':
      return { kind: 'spoken', at: stage.endedAt };
    case 'withdrawn':
    case 'declined':
    case 'lapsed':
    case 'handedInWriting':
      return { kind: stage.status, at: stage.at };
    case 'queued':
    case 'standby':
      return { kind: 'accepted' };
    default:
      return { kind: stage.status };
  }
}

const GROUP = 1e15;
const LAST_IN_LINE = 1e6;

/** On the floor first, then by place, then those without one, and at the end what is over. */
function orderOf({ speech, standing, isWaiting: waits }: OwnEntry): number {
  if (hasFloor(speech)) return 0;
  if (standing.kind === 'inLine') return standing.place;
  if (waits) return LAST_IN_LINE;
  return GROUP - ('at' in standing ? standing.at : 0);
}
