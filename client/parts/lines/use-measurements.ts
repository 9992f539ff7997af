import { useEffect, useState } from 'react';
import type { Measurements } from '../../../shared/views/line-board.ts';
import { weaknessesOf } from '../../../shared/views/line-figures.ts';
import { hasMedia } from '../../../shared/views/media-plan.ts';
import { hallsOnStage } from '../../../shared/views/scene.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';

/** Halls measure each second: after so long, who has said nothing says nothing. */
const LISTENED_MS = 6_000;
const LOOK_MS = 2_000;

/** What the halls with media measured last, looked at every two seconds; the same map as long as nothing is weaker. */
export function useMeasurements(): Measurements {
  const { telemetry } = useSync();
  const halls = useConference(hallsOnStage);
  const measures = useConference(hasMedia);
  const [seen, setSeen] = useState<{ readonly measured: Measurements; readonly key: string }>(NOTHING);
  useEffect(() => {
    if (!measures) return setSeen(NOTHING);
    const look = () => {
      const measured = new Map(halls.map((bridgeId) => [bridgeId, telemetry.of(bridgeId).get()] as const));
      const key = keyOf(measured);
      setSeen((before) => (before.key === key ? before : { measured, key }));
    };
    let timer = setTimeout(function again() {
      look();
      timer = setTimeout(again, LOOK_MS);
    }, LISTENED_MS);
    return () => clearTimeout(timer);
  }, [telemetry, halls, measures]);
  return seen.measured;
}

const NOTHING = { measured: null, key: '' } as const;

const keyOf = (measured: NonNullable<Measurements>): string =>
  [...measured].map(([id, one]) => `${id} ${weaknessesOf(one).join(',')}`).join(';');
