import { type Bridge, bridgeOf, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';

const isFirstTier = ({ tier }: Bridge): boolean => tier === 1;

/** The bridges that a demo needs first: those with a registered paper, as they will be called; then protocol order. */
export function chooseBridges({ bridges, floor }: ConferenceState, count: number): readonly Bridge[] {
  const papers = queuedSpeeches(floor).filter(({ kind }) => kind === 'paper');
  const withPaper = papers.flatMap(({ bridgeId }) => bridgeOf(bridges, bridgeId) ?? []);
  return [...new Set([...withPaper, ...bridgesInOrder(bridges)])].filter(isFirstTier).slice(0, count);
}

export const centralBridge = ({ bridges }: ConferenceState): readonly Bridge[] =>
  bridgesInOrder(bridges).filter(({ tier }) => tier === 0);
