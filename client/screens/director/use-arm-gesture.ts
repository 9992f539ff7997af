import {
  type MouseEvent,
  type PointerEvent,
  type KeyboardEvent as ReactKeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { isTyping } from '../../parts/shortcut.ts';
import { type ArmGesture, createArmGesture } from './arm-gesture.ts';
import { type HeldKey, isKey } from './tile-keys.ts';

export interface GestureWish {
  readonly onPress: () => void;
  readonly onHeld: () => void;
  /** What a cut would take the place of: when that changes under the finger, nothing is cut. */
  readonly subject: string;
  readonly enabled: boolean;
  /** The key that is the same press from anywhere on the screen. */
  readonly hotkey: HeldKey | null;
  /** Already prepared: then Enter is the take's. */
  readonly leavesEnter: boolean;
}

/** The gesture of every press that shows something, by finger, mouse and key; `bar` fills while it is held. */
export function useArmGesture(bar: RefObject<HTMLElement | null>, wish: GestureWish) {
  const gesture = useGesture(bar, wish);
  const { subject, enabled, hotkey, leavesEnter } = wish;
  useEffect(() => gesture.withdrawCut, [gesture, subject]);
  useEffect(() => {
    if (!enabled) gesture.cancel();
  }, [gesture, enabled]);
  useHotkey(enabled ? hotkey : null, gesture);
  const isOwnKey = ({ key }: ReactKeyboardEvent) => key === ' ' || (key === 'Enter' && !leavesEnter);
  return {
    onPointerDown: ({ button }: PointerEvent) => {
      if (button === 0) gesture.begin();
    },
    onPointerUp: gesture.finish,
    onPointerLeave: gesture.cancel,
    onPointerCancel: gesture.cancel,
    onKeyDown: (event: ReactKeyboardEvent) => {
      if (!isOwnKey(event)) return;
      event.preventDefault();
      if (!event.repeat) gesture.begin();
    },
    onKeyUp: (event: ReactKeyboardEvent) => {
      if (isOwnKey(event)) gesture.finish();
    },
    onBlur: gesture.cancel,
    // A screen reader presses without a pointer and without a key.
    onClick: ({ detail }: MouseEvent) => {
      if (detail === 0) wish.onPress();
    },
    onContextMenu: (event: SyntheticEvent) => event.preventDefault(),
  };
}

const after = (ms: number, act: () => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** The gesture with its bar, drawn frame by frame as long as it lasts. */
function useGesture(bar: RefObject<HTMLElement | null>, wish: GestureWish): ArmGesture {
  const latest = useRef(wish);
  useEffect(() => {
    latest.current = wish;
  });
  const [gesture] = useState(() => {
    const inner = createArmGesture({
      now: () => performance.now(),
      after,
      onPress: () => latest.current.onPress(),
      onHeld: () => latest.current.onHeld(),
    });
    return withBar(inner, bar);
  });
  useEffect(() => gesture.cancel, [gesture]);
  return gesture;
}

function withBar(inner: ArmGesture, bar: RefObject<HTMLElement | null>): ArmGesture {
  let frame = 0;
  const draw = () => {
    const share = inner.share();
    if (bar.current !== null) bar.current.style.transform = `scaleX(${share})`;
    frame = share > 0 && share < 1 ? requestAnimationFrame(draw) : 0;
  };
  const drawnAfter = (act: () => void) => () => {
    act();
    cancelAnimationFrame(frame);
    draw();
  };
  return {
    begin: () => {
      inner.begin();
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    },
    finish: drawnAfter(inner.finish),
    cancel: drawnAfter(inner.cancel),
    withdrawCut: drawnAfter(inner.withdrawCut),
    share: inner.share,
  };
}

/** Nothing is pressed while somebody types or answers a question, and a key that is kept down is one press. */
const mayBegin = (event: KeyboardEvent): boolean =>
  !event.repeat && !event.defaultPrevented && !event.isComposing && !isBusyElsewhere(event);

const isBusyElsewhere = ({ target }: KeyboardEvent): boolean =>
  isTyping(target) || document.querySelector('dialog[open]') !== null;

function useHotkey(hotkey: HeldKey | null, gesture: ArmGesture): void {
  const codes = hotkey?.codes.join(' ') ?? '';
  const shift = hotkey?.shift ?? false;
  useEffect(() => {
    if (codes === '') return;
    const key: HeldKey = { codes: codes.split(' '), shift, label: '' };
    let isDown = false;
    const onDown = (event: KeyboardEvent) => {
      if (!isKey(key, event)) return;
      if (!mayBegin(event)) return;
      event.preventDefault();
      isDown = true;
      gesture.begin();
    };
    // Shift may be let go first: the key alone ends it.
    const onUp = ({ code }: KeyboardEvent) => {
      if (!isDown || !key.codes.includes(code)) return;
      isDown = false;
      gesture.finish();
    };
    const onBlur = () => {
      isDown = false;
      gesture.cancel();
    };
    window.addEventListener('keydown', onDown);
    window.addEventListener('keyup', onUp);
    window.addEventListener('blur', onBlur);
    return () => {
      window.removeEventListener('keydown', onDown);
      window.removeEventListener('keyup', onUp);
      window.removeEventListener('blur', onBlur);
    };
  }, [codes, shift, gesture]);
}
