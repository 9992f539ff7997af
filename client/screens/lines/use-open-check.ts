import { bridgeOf, isTestable } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { lineOf } from '../../../shared/domain/lines/line.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { useSync } from '../../sync/conference-context.ts';

/** Begins the check, or goes into the one that runs; where there is nothing to test, nothing happens. */
export function useOpenCheck(onOpen: (bridgeId: BridgeId) => void): (bridgeId: BridgeId) => void {
  const { main } = useSync();
  const issue = useIssue();
  const start = async (bridgeId: BridgeId) => {
    if (await issue({ type: 'startLineCheck', bridgeId })) onOpen(bridgeId);
  };
  return (bridgeId) => {
    const { lines, bridges } = main.get();
    const bridge = bridgeOf(bridges, bridgeId);
    if (bridge === undefined || !isTestable(bridges, bridge)) return;
    if (lineOf(lines, bridgeId).check !== null) onOpen(bridgeId);
    else void start(bridgeId);
  };
}
