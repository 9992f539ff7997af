import { StateMark } from '../../../parts/state-mark.tsx';
import type { EntryMark } from './entry-marks.ts';

export function EntryMarksLine({ marks }: { readonly marks: readonly EntryMark[] }) {
  return (
    <span className="console-marks" title={marks.map(({ word }) => word).join(' · ')}>
      {marks.map(({ name, tone, word, more }) =>
        tone === null ? (
          <span key={name} data-mark={name} title={more ?? word}>
            {word}
          </span>
        ) : (
          <StateMark key={name} tone={tone} word={word} />
        ),
      )}
    </span>
  );
}
