import { useState } from 'react';

/** The same words for the same value, in whatever order its parts were written. */
const stamped = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => a.localeCompare(b)))
      : part,
  );

/**
 * A key for a form that shows `value`: another one when somebody else has changed the value, so that nobody sends what
 * no longer stands; the same one when the change is what was `sent` from here, so that the focus stays in the form.
 */
export function useFormKey(value: unknown): { readonly key: string; readonly sent: (value: unknown) => void } {
  const now = stamped(value);
  const [known, setKnown] = useState({ key: now, values: [now] });
  if (!known.values.includes(now)) setKnown({ key: now, values: [now] });
  const sent = (next: unknown) => setKnown(({ key, values }) => ({ key, values: [...values, stamped(next)] }));
  return { key: known.key, sent };
}
