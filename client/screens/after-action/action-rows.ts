import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { LINE_FAULTS, type LineFault, lineOf } from '../../../shared/domain/lines/line.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { incidentSum } from '../../../shared/views/incident-log.ts';
import type { Earlier } from '../lines/use-line-history.ts';

/** How one bridge fared in one conference. */
export interface ActionRow extends Omit<Earlier[number], 'conference'> {
  /** null: the conference that is looked at. */
  readonly conference: Earlier[number]['conference'] | null;
}

/** This conference first, then the earlier ones, the latest first. */
export function actionRows(state: ConferenceState, bridgeId: BridgeId, earlier: Earlier): readonly ActionRow[] {
  const { title, date } = state.conference;
  const { found, results } = lineOf(state.lines, bridgeId);
  const own: ActionRow = {
    conference: null,
    title,
    date,
    losses: bridgeOf(state.bridges, bridgeId)?.losses ?? 0,
    faults: found,
    verdict: results.at(-1)?.verdict ?? null,
    ...incidentSum(state.records.incidents, bridgeId),
  };
  return [own, ...earlier];
}

export const faultsFound = ({ faults }: Pick<ActionRow, 'faults'>): number =>
  LINE_FAULTS.reduce((sum, fault) => sum + (faults[fault] ?? 0), 0);

export const foundOf = ({ faults }: Pick<ActionRow, 'faults'>): readonly (readonly [LineFault, number])[] =>
  LINE_FAULTS.flatMap((fault) => {
    const count = faults[fault] ?? 0;
    return count === 0 ? [] : [[fault, count] as const];
  });

/** Mean time to mend; null: nothing was mended. */
export const meanRepairMs = ({ mended, repairMs }: Pick<ActionRow, 'mended' | 'repairMs'>): number | null =>
  mended === 0 ? null : Math.round(repairMs / mended);
