import { useState } from 'react';
import { attendanceOf, headcountOf } from '../../../shared/domain/attendance/attendance.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useConference, useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { DelegateRoll } from './delegate-roll.tsx';
import { HeadcountForm } from './headcount-form.tsx';

const words = () => text.bridge.report;

/** The large press with the figure that stands, and the dialog behind it. */
export function ReportHeadcount({ bridge }: { readonly bridge: Bridge }) {
  const [open, setOpen] = useState(false);
  const counted = useOwnBridge(({ attendance }) => headcountOf(attendanceOf(attendance, bridge.bridgeId)));
  const gathered = useConference(({ conference }) => ['preparing', 'live', 'adjourned'].includes(conference.phase));
  const label =
    counted === null ? words().open : words().openReported(formatCount(counted.present), formatCount(counted.expected));
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
      {open ? <ReportDialog bridge={bridge} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

const TABS = ['byNumber', 'byName'] as const;

function ReportDialog({ bridge, onClose }: { readonly bridge: Bridge; readonly onClose: () => void }) {
  const [tab, setTab] = useState<(typeof TABS)[number]>('byNumber');
  return (
    <Dialog title={words().title} onClose={onClose} className="bridge-dialog bridge-report">
      <div className="bridge-tabs" role="tablist" aria-label={words().title}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`bridge-tab-${one}`}
            aria-selected={tab === one}
            aria-controls={`bridge-panel-${one}`}
            onClick={() => setTab(one)}
          >
            {words()[one]}
          </button>
        ))}
      </div>
      {/* Both stay, so that what is typed in one is not lost by a look at the other. */}
      <div id="bridge-panel-byNumber" role="tabpanel" aria-labelledby="bridge-tab-byNumber" hidden={tab !== 'byNumber'}>
        <HeadcountForm bridge={bridge} onSent={onClose} />
      </div>
      <div id="bridge-panel-byName" role="tabpanel" aria-labelledby="bridge-tab-byName" hidden={tab !== 'byName'}>
        <DelegateRoll bridge={bridge} />
      </div>
    </Dialog>
  );
}
