import { lazy, Suspense, useEffect } from 'react';
import { runningRoll } from '../../../../shared/domain/attendance/roll-order.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useRights } from '../use-rights.ts';

const load = async () => ({ default: (await import('./roll-call-panel.tsx')).RollCallPanel });
const RollCallPanel = lazy(load);

/**
 * While a roll call runs, its panel stands at every table that may conduct it; it comes after the table
 * and before the first roll call: it may be drawn while the server is away.
 */
export function RollCallDock() {
  const isRunning = useConference((state) => runningRoll(state) !== null);
  const { may } = useRights();
  const conducts = may({ type: 'endRollCall' });
  useEffect(() => {
    // A failure is met again, and shown, when it is needed.
    if (conducts) load().catch(() => undefined);
  }, [conducts]);
  if (!isRunning || !conducts) return null;
  return (
    <Suspense>
      <RollCallPanel />
    </Suspense>
  );
}
