import { type RefObject, useEffect, useRef } from 'react';
import { type RollKey, rollKey } from './roll-keys.ts';
import type { RollRun } from './use-roll-run.ts';

const FIELDS = ['INPUT', 'SELECT', 'TEXTAREA'];

/** Figures answer and the arrow goes back wherever the focus is in the panel; nowhere else on the console. */
export function useRollKeys(panel: RefObject<HTMLElement | null>, run: RollRun): void {
  const act = (key: RollKey) => {
    const called = run.called();
    if (key.kind === 'back') run.back();
    if (key.kind !== 'answer' || called === null) return;
    run.answer(called, key.answer);
    // Whoever is heard says how many are there.
    if (key.answer === 'heard') panel.current?.querySelector<HTMLElement>('[name="present"]')?.focus();
  };
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const element = panel.current;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const key = rollKey(event, target instanceof HTMLElement && FIELDS.includes(target.tagName));
      if (key === null || event.defaultPrevented) return;
      event.preventDefault();
      latest.current(key);
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [panel]);
}
