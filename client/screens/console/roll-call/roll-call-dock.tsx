import { lazy, Suspense } from 'react';
import { runningRoll } from '../../../../shared/domain/attendance/roll-order.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useRights } from '../use-rights.ts';

const RollCallPanel = lazy(async () => ({ default: (await import('./roll-call-panel.tsx')).RollCallPanel }));

/** While a roll call runs, its panel stands at every table that may conduct it; it is loaded when the first one begins. */
export function RollCallDock() {
  const isRunning = useConference((state) => runningRoll(state) !== null);
  const { may } = useRights();
  if (!isRunning || !may({ type: 'endRollCall' })) return null;
  return (
    <Suspense>
      <RollCallPanel />
    </Suspense>
  );
}
