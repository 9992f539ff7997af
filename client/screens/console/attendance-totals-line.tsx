import { absentIn, presentIn } from '../../../shared/domain/attendance/figure.ts';
import { boardTotals } from '../../../shared/views/attendance-board.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.console.bridges;

/** "Chưa báo cáo" is not zero: it stands apart from the figures. */
export function AttendanceTotalsLine() {
  const { figure, bridges, reported, silent } = useConference((state) => boardTotals(state));
  return (
    <footer className="console-totals">
      <p>
        {reported === 0
          ? words().nobodyReported
          : words().totals(formatCount(presentIn(figure)), formatCount(absentIn(figure)))}
      </p>
      {bridges === 0 ? null : (
        <p data-silent={silent > 0 || undefined}>
          {silent === 0 ? words().allReported : words().silent(formatCount(silent))}
        </p>
      )}
    </footer>
  );
}
