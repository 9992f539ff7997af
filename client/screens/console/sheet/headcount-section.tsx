import { attendanceOf, tallyOf } from '../../../../shared/domain/attendance/attendance.ts';
import { absentIn, presentIn, sumOf } from '../../../../shared/domain/attendance/figure.ts';
import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { HeadcountForm } from '../../bridge/headcount-form.tsx';
import { useRights } from '../use-rights.ts';

const words = () => text.console.headcount;

/** The report of a bridge that telephones its numbers: the same form as in its own hall. */
export function HeadcountSection({ bridge }: { readonly bridge: Bridge }) {
  const { bridgeId } = bridge;
  const { may, reason } = useRights();
  const revision = useConference(({ attendance }) => attendanceOf(attendance, bridgeId).report?.revision ?? 0);
  const report: Command = {
    type: 'reportHeadcount',
    bridgeId,
    expectedRevision: revision,
    categories: [],
    signedBy: null,
    note: null,
    accepting: [],
  };
  const refusal = reason(report);
  return (
    <div className="console-headcount">
      <Standing bridge={bridge} />
      {!may(report) ? null : refusal === null ? (
        <HeadcountForm bridge={bridge} onSent={() => undefined} />
      ) : (
        <p className="console-problem">▲ {refusal}</p>
      )}
    </div>
  );
}

/** The bridge's own count. Of a sub-bridge nothing is told here: silence about it would read as its silence. */
function Standing({ bridge: { bridgeId, tier } }: { readonly bridge: Bridge }) {
  const { reported, byCategory } = useConference(({ attendance }) => tallyOf(attendanceOf(attendance, bridgeId)));
  if (reported === 0) return tier <= 1 ? <p>{words().never}</p> : null;
  const figure = sumOf({ reported, byCategory });
  return (
    <p>
      {words().standing({
        present: formatCount(presentIn(figure)),
        expected: formatCount(figure.expected),
        absent: formatCount(absentIn(figure)),
      })}
    </p>
  );
}
