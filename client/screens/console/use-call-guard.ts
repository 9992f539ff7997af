import { useEffect, useRef } from 'react';
import type { Command } from '../../../shared/domain/command.ts';
import { useConference } from '../../sync/conference-provider.tsx';

export type CallGuard = (command: Command | null) => Command | null;

const DOUBLE_PRESS_MS = 1_500;

/**
 * A second press right after a call that came through would end the speech that has just been called: it is a double
 * press, and does nothing. A press after a refusal is not held back.
 */
export function useCallGuard(): CallGuard {
  const onFloor = useConference(({ floor }) => floor.onFloor);
  const since = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    since.current = performance.now();
  }, [onFloor]);
  return (command) => (onFloor !== null && performance.now() - since.current < DOUBLE_PRESS_MS ? null : command);
}
