import { formatCount } from '../../parts/clock-text.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.console.bridges;

/** "Chưa báo cáo" is not zero: it stands apart from the figures. */
export function AttendanceTotalsLine() {
  const totals = useConference(({ attendance }) => attendance.totals);
  const all = useConference(({ bridges }) => bridges.byId.size);
  const silent = all - totals.bridgesReported;
  return (
    <footer className="console-totals">
      <p>
        {totals.bridgesReported === 0
          ? words().nobodyReported
          : words().totals(formatCount(totals.present), formatCount(totals.absentExcused + totals.absentUnexcused))}
      </p>
      {all === 0 ? null : (
        <p data-silent={silent > 0 || undefined}>
          {silent === 0 ? words().allReported : words().silent(formatCount(silent))}
        </p>
      )}
    </footer>
  );
}
