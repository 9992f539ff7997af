import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { text } from '../text/text.ts';
import { Notices } from './notices.tsx';
import { Shape } from './shape.tsx';

const FIRST = ':is(input, select, textarea, button, a[href]):not(:disabled)';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** The key that opened it and is still held presses nothing in it: what ends a conference stands first in its dialog. */
function endHeldKey(event: KeyboardEvent): void {
  if (event.repeat && event.target instanceof HTMLButtonElement) event.preventDefault();
}

/** A native dialog: focus stays inside, Escape closes, and the focus returns to where it was. Draw it to open it. */
export function Dialog({ title, onClose, children, className = '' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // Before the element leaves the page, or closing could not give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) {
      element.showModal();
      // By itself the browser would begin at the press that closes.
      const body = element.querySelector('.dialog-body');
      const wished = body?.querySelector<HTMLElement>(`[data-first] ${FIRST}`);
      (wished ?? body?.querySelector<HTMLElement>(FIRST))?.focus();
    }
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onKeyDown={endHeldKey}
      onCancel={(event) => {
        // Whether it is open is the caller's state, so the browser must not close it behind the caller's back.
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button" data-tone="quiet" onClick={onClose}>
          <Shape name="close" />
          <span className="unseen">{text.common.close}</span>
        </button>
      </header>
      <div className="dialog-body">{children}</div>
      {/* The page's own stand behind, and are silent there. */}
      <Notices />
    </dialog>
  );
}
