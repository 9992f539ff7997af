import type { ReactNode } from 'react';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { StateMark } from '../state-mark.tsx';

/** Pages, clips and shared screens that lie open: while the session is classified not even the centre is shown them. */
export function UnlessClassified({ children }: { readonly children: ReactNode }) {
  const classified = useConference(({ conference }) => conference.classifiedSince !== null);
  if (!classified) return children;
  return (
    <p className="documents-hint" data-classified>
      <StateMark tone="look" word={text.documents.classified} />
    </p>
  );
}
