import { createHold } from '../../parts/hold.ts';

export interface ArmGesture {
  readonly begin: () => void;
  /** Let go in time: a press. After the hold: nothing more. */
  readonly finish: () => void;
  /** Taken away: neither. */
  readonly cancel: () => void;
  /** What would be cut from has changed under the finger: what is left is a press. */
  readonly withdrawCut: () => void;
  /** 0 to 1, of the way to the cut. */
  readonly share: () => number;
}

interface GestureParts {
  readonly now: () => number;
  readonly after: (ms: number, act: () => void) => () => void;
  readonly onPress: () => void;
  readonly onHeld: () => void;
}

/** Pressed: prepared. Held until it is full: straight on air. */
export function createArmGesture({ now, after, onPress, onHeld }: GestureParts): ArmGesture {
  let stage: 'idle' | 'begun' | 'held' = 'idle';
  const hold = createHold({
    now,
    after,
    onHeld: () => {
      stage = 'held';
      onHeld();
    },
  });
  const cancel = () => {
    stage = 'idle';
    hold.release();
  };
  return {
    begin: () => {
      // A second finger or a repeating key begins nothing.
      if (stage !== 'idle') return;
      stage = 'begun';
      hold.press();
    },
    finish: () => {
      const isPress = stage === 'begun';
      cancel();
      if (isPress) onPress();
    },
    cancel,
    withdrawCut: () => {
      if (stage === 'begun') hold.release();
    },
    share: () => (stage === 'idle' ? 0 : hold.share()),
  };
}
