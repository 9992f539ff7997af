import { matchesSearch } from '../../../shared/base/vietnamese.ts';
import { attendanceOf, branchOf, hasReported, tallyOf } from '../../../shared/domain/attendance/attendance.ts';
import { absentIn, presentIn, sumOf } from '../../../shared/domain/attendance/figure.ts';
import { type Bridges, bridgeOf, childrenOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import type { BranchLine } from '../../../shared/protocol/attendance.ts';

/** A bridge below as its line tells it. */
export interface BelowLine {
  readonly bridgeId: BridgeId;
  readonly name: string;
  readonly isReported: boolean;
  readonly present: number;
  readonly expected: number;
  readonly absent: number;
  readonly excuse: string | null;
  /** Bridges of the branch that have said anything, of all of them, the bridge itself among them. */
  readonly reported: number;
  readonly bridges: number;
}

/** The bridges right below, from the own bridge's stream; names stand in every stream. */
export const linesBelow = (
  names: Bridges,
  { attendance }: Pick<ConferenceState, 'attendance'>,
  bridgeId: BridgeId,
): readonly BelowLine[] =>
  childrenOf(names, bridgeId).map((id) => {
    const one = attendanceOf(attendance, id);
    const figure = sumOf(tallyOf(one));
    return {
      bridgeId: id,
      name: bridgeOf(names, id)?.name ?? '',
      isReported: hasReported(one),
      present: presentIn(figure),
      expected: figure.expected,
      absent: absentIn(figure),
      excuse: one.excuse,
      reported: branchOf(one).reported,
      bridges: sizeOf(names, id),
    };
  });

const sizeOf = (bridges: Bridges, id: BridgeId): number =>
  childrenOf(bridges, id).reduce((sum, child) => sum + sizeOf(bridges, child), 1);

/** The same line from a page of the server: what stands deeper is in nobody's stream. */
export const lineOfBranch = (names: Bridges, branch: BranchLine): BelowLine => ({
  bridgeId: branch.bridgeId,
  name: bridgeOf(names, branch.bridgeId)?.name ?? '',
  isReported: branch.ownReported,
  present: presentIn(branch.own),
  expected: branch.own.expected,
  absent: absentIn(branch.own),
  excuse: branch.excuse,
  reported: branch.reported,
  bridges: branch.bridges,
});

/** Those that have said nothing and gave no reason to be left alone come to the question first. */
export const isSilent = ({ isReported, excuse }: BelowLine): boolean => !isReported && excuse === null;

export const matching = (lines: readonly BelowLine[], typed: string, onlySilent: boolean): readonly BelowLine[] =>
  lines.filter((line) => (!onlySilent || isSilent(line)) && (typed === '' || matchesSearch(line.name, typed)));
