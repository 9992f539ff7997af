import { useEffect, useRef } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { useSync } from '../../sync/conference-context.ts';
import { drawLevel } from './draw-level.ts';

/** How loud it is there, at the left edge of the tile; bright while everybody hears it. Drawn once. */
export function LevelMeter({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const { telemetry } = useSync();
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (bar.current !== null) return drawLevel(telemetry.of(bridgeId), bar.current);
    return undefined;
  }, [telemetry, bridgeId]);
  return (
    <span className="director-meter" aria-hidden="true">
      <span ref={bar} />
    </span>
  );
}
