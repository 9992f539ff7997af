import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { OpenDialogContext, type Opened } from './open-dialog.ts';

const load = async () => ({ default: (await import('./dialog-of.tsx')).DialogOf });
const DialogOf = lazy(load);

/** At most one dialog is open; opening another replaces it. They come after the table, and before the first press. */
export function DialogDesk({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    // A failure is met again, and shown, at the press.
    load().catch(() => undefined);
  }, []);
  return (
    <OpenDialogContext value={setOpened}>
      {children}
      {opened === null ? null : (
        <Suspense>
          <DialogOf opened={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </OpenDialogContext>
  );
}
