import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { Command } from '../../shared/domain/command.ts';
import { useCommandsOff } from '../sync/use-commands-off.ts';
import { text } from '../text/text.ts';
import { type ButtonTone, useIssue } from './command-button.tsx';
import { createHold } from './hold.ts';
import './hold-button.css';

export interface HoldButtonProps {
  readonly label: string;
  /** Called when it has been held long enough. null: nothing to do. */
  readonly make: () => Command | null;
  readonly tone?: ButtonTone | undefined;
  /** What stands below it instead of "hold until it is full". */
  readonly how?: string | undefined;
  readonly disabledReason?: string | null | undefined;
  /** Whom it is about: when that changes under the finger, the hold is over and nothing is sent. */
  readonly subject?: string | undefined;
  readonly className?: string | undefined;
  readonly onAccepted?: (() => void) | undefined;
}

/** A command that a slip cannot send: the button fills while it is held, and sends when it is full. */
export function HoldButton(props: HoldButtonProps) {
  const { label, tone = 'plain', how = text.common.holdHow, subject = '', className = '' } = props;
  const reason = useReason(props);
  const disabled = reason !== null;
  const { pending, send } = useSendOnce(props);
  const bar = useRef<HTMLSpanElement>(null);
  const gesture = useGesture(bar, send, disabled ? null : subject);
  const belowId = useId();
  return (
    <span className={`command ${className}`}>
      <button
        type="button"
        className="button hold-button"
        data-tone={tone}
        disabled={disabled}
        aria-busy={pending}
        aria-describedby={belowId}
        {...gesture}
      >
        <span ref={bar} className="hold-fill" aria-hidden="true" />
        <span className="hold-label">{pending ? text.common.sending : label}</span>
      </button>
      <span className={disabled ? 'command-reason' : 'hold-how'} id={belowId}>
        {reason ?? how}
      </span>
    </span>
  );
}

/** Without a line nothing can be pressed, whatever else speaks against it. */
function useReason({ disabledReason = null }: HoldButtonProps): string | null {
  return useCommandsOff() ?? disabledReason;
}

/** By finger, mouse, Enter or the space bar; whatever takes the hold or its subject away ends it. null: disabled. */
function useGesture(bar: RefObject<HTMLElement | null>, onHeld: () => void, subject: string | null) {
  const { begin, end } = useHold(bar, onHeld);
  const seen = useRef(subject);
  useEffect(() => {
    if (seen.current !== subject) end();
    seen.current = subject;
  }, [subject, end]);
  return {
    onPointerDown: ({ button }: PointerEvent) => {
      if (button === 0) begin();
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      if (!event.repeat) begin();
    },
    onKeyUp: end,
    onBlur: end,
    onContextMenu: (event: SyntheticEvent) => event.preventDefault(),
  };
}

/** One command a hold; a second hold waits for the answer. */
function useSendOnce({ make, onAccepted }: HoldButtonProps) {
  const issue = useIssue();
  const [pending, setPending] = useState(false);
  const busy = useRef(false);
  const send = async () => {
    const command = busy.current ? null : make();
    if (command === null) return;
    busy.current = true;
    setPending(true);
    const accepted = await issue(command);
    busy.current = false;
    setPending(false);
    if (accepted) onAccepted?.();
  };
  return { pending, send: () => void send() };
}

const after = (ms: number, act: () => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** The fill is drawn frame by frame: it is the progress of the gesture, not decoration that may be switched off. */
function useHold(bar: RefObject<HTMLElement | null>, onHeld: () => void) {
  const latest = useRef(onHeld);
  useEffect(() => {
    latest.current = onHeld;
  }, [onHeld]);
  const [{ begin, end }] = useState(() => {
    const hold = createHold({ now: () => performance.now(), after, onHeld: () => latest.current() });
    let frame = 0;
    const draw = () => {
      if (bar.current !== null) bar.current.style.transform = `scaleX(${hold.share()})`;
      frame = hold.share() > 0 && hold.share() < 1 ? requestAnimationFrame(draw) : 0;
    };
    return {
      begin: () => {
        hold.press();
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(draw);
      },
      end: () => {
        hold.release();
        cancelAnimationFrame(frame);
        draw();
      },
    };
  });
  useEffect(() => end, [end]);
  return { begin, end };
}
