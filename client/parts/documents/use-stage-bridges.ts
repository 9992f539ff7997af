import { type Bridge, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { hallsOnStage } from '../../../shared/views/scene.ts';
import { useConference } from '../../sync/conference-provider.tsx';

/** The bridges that may be seen and heard, in protocol order. */
export const useStageBridges = (): readonly Bridge[] =>
  useConference((state) => hallsOnStage(state).flatMap((bridgeId) => bridgeOf(state.bridges, bridgeId) ?? []));
