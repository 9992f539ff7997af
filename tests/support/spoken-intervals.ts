import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { SpeechKind } from '../../shared/domain/floor/rules.ts';
import type { BridgeId, SpeechId } from '../../shared/domain/ids.ts';

interface Told {
  readonly bridgeId: BridgeId;
  readonly kind: SpeechKind;
  /** Since when it is being spoken; null: not now. */
  speakingSince: number | null;
  isOver: boolean;
  readonly intervals: { readonly from: number; readonly to: number }[];
}

/**
 * Milliseconds of speaking by bridge in speeches that are over, told from the facts alone in the slow and obvious way: intervals between begin,
 * pause, continuation and end, added up. Shares nothing with the state.
 */
export function spokenByBridge(
  history: readonly ConferenceEvent[],
  counts: (kind: SpeechKind) => boolean,
): ReadonlyMap<BridgeId, number> {
  const speeches = new Map<SpeechId, Told>();
  for (const event of history) tell(speeches, event);
  const sums = new Map<BridgeId, number>();
  for (const { bridgeId, kind, isOver, intervals } of speeches.values()) {
    if (!isOver || !counts(kind)) continue;
    const spoken = intervals.reduce((sum, { from, to }) => sum + (to - from), 0);
    sums.set(bridgeId, (sums.get(bridgeId) ?? 0) + spoken);
  }
  return sums;
}

function tell(speeches: Map<SpeechId, Told>, event: ConferenceEvent): void {
  if (event.type === 'speechRegistered') {
    const { speechId, bridgeId, kind } = event.speech;
    speeches.set(speechId, { bridgeId, kind, speakingSince: null, isOver: false, intervals: [] });
    return;
  }
  const one = 'speechId' in event && event.speechId !== null ? speeches.get(event.speechId) : undefined;
  if (one === undefined) return;
  if (event.type === 'speechBegan' || event.type === 'speechContinued') one.speakingSince = event.at;
  if (event.type === 'speechPaused') close(one, event.since);
  if (event.type === 'speechEnded') {
    close(one, event.at);
    one.isOver = true;
  }
}

/** A loss that became known late may have begun before the speech went on: then nothing was spoken in between. */
function close(one: Told, until: number): void {
  if (one.speakingSince === null) return;
  one.intervals.push({ from: one.speakingSince, to: Math.max(one.speakingSince, until) });
  one.speakingSince = null;
}
