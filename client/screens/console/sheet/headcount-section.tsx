import { attendanceOf, headcountOf } from '../../../../shared/domain/attendance/attendance.ts';
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
  const counted = useConference(({ attendance }) => headcountOf(attendanceOf(attendance, bridgeId)));
  const report: Command = { type: 'reportHeadcount', bridgeId, categories: [], note: null };
  const refusal = reason(report);
  const standing =
    counted === null
      ? words().never
      : words().standing({
          present: formatCount(counted.present),
          expected: formatCount(counted.expected),
          absent: formatCount(counted.absentExcused + counted.absentUnexcused),
        });
  return (
    <div className="console-headcount">
      <p>{standing}</p>
      {!may(report) ? null : refusal === null ? (
        <HeadcountForm bridge={bridge} onSent={() => undefined} />
      ) : (
        <p className="console-problem">▲ {refusal}</p>
      )}
    </div>
  );
}
