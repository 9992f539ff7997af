import { useEffect, useRef } from 'react';
import { liveItem } from '../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { useConference } from '../../sync/conference-provider.tsx';

export type PressGuard = (command: Command | null) => Command | null;

const DOUBLE_PRESS_MS = 1_500;

/**
 * A second press right after one that came through would do the same to what has just come: it is a double press, and
 * does nothing. A press after a refusal is not held back. `subject`: what a press that comes through changes.
 */
function usePressGuard(subject: string | null): PressGuard {
  const seen = useRef(subject);
  const since = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (seen.current === subject) return;
    seen.current = subject;
    since.current = performance.now();
  }, [subject]);
  return (command) => (subject !== null && performance.now() - since.current < DOUBLE_PRESS_MS ? null : command);
}

/** A second call would end the speech that has just been called. */
export const useCallGuard = (): PressGuard =>
  usePressGuard(useConference(({ floor }) => speechOnFloor(floor)?.speechId ?? null));

/** The hall's own sound may start the clock in the moment in which a hand wants to: that hand must not stop it. */
export const usePaceGuard = (): PressGuard =>
  usePressGuard(
    useConference(({ floor }) => {
      const speech = speechOnFloor(floor);
      return speech === undefined ? null : `${speech.speechId} ${speech.stage.status}`;
    }),
  );

/** A second step on would end the item that has just begun. */
export const useStepGuard = (): PressGuard =>
  usePressGuard(useConference(({ conference, agenda }) => `${conference.phase} ${liveItem(agenda)?.itemId ?? ''}`));
