import { useState } from 'react';
import { attendanceOf, hasReported, tallyOf } from '../../../shared/domain/attendance/attendance.ts';
import { type Figure, presentIn, sumOf } from '../../../shared/domain/attendance/figure.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useConference, useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { AttendanceTabs } from './attendance-tabs.tsx';

const words = () => text.roll.report;

/** The large press with the figure that stands, and the dialog behind it. */
export function ReportHeadcount({ bridge }: { readonly bridge: Bridge }) {
  const [open, setOpen] = useState(false);
  const counted = useOwnBridge(({ attendance }): Figure | null => {
    const own = attendanceOf(attendance, bridge.bridgeId);
    return hasReported(own) ? sumOf(tallyOf(own)) : null;
  });
  const gathered = useConference(({ conference }) => ['preparing', 'live', 'adjourned'].includes(conference.phase));
  const label =
    counted === null
      ? words().open
      : words().openReported(formatCount(presentIn(counted)), formatCount(counted.expected));
  return (
    <div className="bridge-press">
      <button
        type="button"
        className="button bridge-large"
        data-tone={counted === null ? 'primary' : 'plain'}
        disabled={!gathered}
        aria-describedby={gathered ? undefined : 'bridge-report-reason'}
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
      {gathered ? null : (
        <p className="bridge-reason" id="bridge-report-reason">
          {words().notGathered}
        </p>
      )}
      {open ? (
        <Dialog title={words().title} onClose={() => setOpen(false)} className="bridge-dialog bridge-report">
          <AttendanceTabs bridge={bridge} first="byNumber" onSent={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </div>
  );
}
