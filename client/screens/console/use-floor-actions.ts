import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { type FloorActions, floorActions } from './floor/floor-actions.ts';
import type { FloorTools } from './floor/floor-tools.ts';
import { useOpenDialog } from './open-dialog.ts';
import { useCallGuard, usePaceGuard, useStepGuard } from './use-call-guard.ts';
import { useRights, wholeState } from './use-rights.ts';

export function useFloorTools(): FloorTools {
  const state = useConference(wholeState);
  const rights = useRights();
  const { time } = useSync();
  return {
    state,
    rights,
    now: () => time.now(),
    callGuard: useCallGuard(),
    paceGuard: usePaceGuard(),
    stepGuard: useStepGuard(),
    open: useOpenDialog(),
  };
}

/** What the function keys do now; the buttons, the key row and the palette show the same. */
export const useFloorActions = (): FloorActions => floorActions(useFloorTools());
