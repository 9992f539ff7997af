import { type ComponentType, lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { OpenDialogContext, type Opened } from './open-dialog.ts';

interface Shown {
  readonly opened: Opened;
  readonly Dialog: ComponentType<{ readonly opened: Opened; readonly onClose: () => void }>;
}

const load = async () => ({ default: (await import('./dialog-of.tsx')).DialogOf });
const DialogOf = lazy(load);

/** At most one dialog is open; opening another replaces it. They come after the table, and before the first press. */
export function DialogDesk({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  // What is there already is drawn at once: a lazy one waits a moment even then, and letters typed into that moment
  // would press what has the focus behind.
  const drawn = useRef<Shown['Dialog']>(DialogOf);
  useEffect(() => {
    const keep = (loaded: Awaited<ReturnType<typeof load>>): void => {
      drawn.current = loaded.default;
    };
    // A failure is met again, and shown, at the press.
    load().then(keep, () => undefined);
  }, []);
  const open = useCallback((opened: Opened) => setShown({ opened, Dialog: drawn.current }), []);
  return (
    <OpenDialogContext value={open}>
      {children}
      {shown === null ? null : (
        <Suspense>
          <shown.Dialog opened={shown.opened} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </OpenDialogContext>
  );
}
