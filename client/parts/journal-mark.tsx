import { useJournalState } from '../sync/conference-provider.tsx';
import { text } from '../text/text.ts';
import { Shape } from './shape.tsx';
import './bands.css';
import './journal-mark.css';

/** At the top of every screen at which somebody sits: why nothing can be done, what goes on, and what to do. */
export function JournalMark({ unattended }: { readonly unattended: boolean }) {
  const state = useJournalState();
  if (unattended || state === 'ok') return null;
  const { word, sentence } = text.common.journal[state];
  return (
    <section className="journal-band" aria-label={text.common.journal.label}>
      <p className="journal-word">
        <Shape name="look" /> {word}
      </p>
      <p className="journal-sentence" role="alert">
        {sentence}
      </p>
    </section>
  );
}
