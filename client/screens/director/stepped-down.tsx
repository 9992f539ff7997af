import { useMemo } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { hallsOnStage } from '../../../shared/views/scene.ts';
import type { Readable } from '../../sync/cell.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import type { TelemetryBoard } from '../../sync/telemetry-board.ts';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';

/** How many halls have stepped down by themselves because their line is thin. */
export function SteppedDown() {
  const { telemetry } = useSync();
  const halls = useConference(hallsOnStage);
  const count = useReadable(useMemo(() => steppedDown(telemetry, halls), [telemetry, halls]));
  return count === 0 ? null : <small className="director-stepped">{text.director.limit.stepped(count)}</small>;
}

/** Counted when one of them says so, and never by drawing. */
export function steppedDown(board: Pick<TelemetryBoard, 'of'>, halls: readonly BridgeId[]): Readable<number> {
  const cells = halls.map((bridgeId) => board.of(bridgeId));
  return {
    get: () => cells.filter((cell) => (cell.get()?.reception ?? 'full') !== 'full').length,
    subscribe: (listener) => {
      const ends = cells.map((cell) => cell.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
