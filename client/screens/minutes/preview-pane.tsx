import { useState } from 'react';
import { PAPER_KINDS, type PaperKind } from '../../../shared/views/papers/paper.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { paperAddress } from '../../parts/papers/paper-address.ts';
import { PaperView } from '../../parts/papers/paper-view.tsx';
import { type PaperReading, usePaper } from '../../parts/papers/use-paper.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useSync } from '../../sync/conference-context.ts';
import { text } from '../../text/text.ts';
import { SignPart } from './sign-part.tsx';

const words = () => text.papers;

/** The paper as it would be taken along now. */
export function PreviewPane() {
  const [kind, choose] = useState<PaperKind>('minutes');
  const reading = usePaper(kind);
  const { conference } = useSync();
  const isShut = reading.trouble === 'classified';
  return (
    <section className="preview" aria-label={words().heading}>
      <header className="preview-head">
        <select
          aria-label={words().choose}
          value={kind}
          onChange={({ target }) => choose(PAPER_KINDS.find((one) => one === target.value) ?? 'minutes')}
        >
          {PAPER_KINDS.map((one) => (
            <option key={one} value={one}>
              {words().kinds[one]}
            </option>
          ))}
        </select>
        {isShut ? null : (
          <>
            <a className="button" href={paperAddress(conference, kind, 'docx')} download>
              {words().docx}
            </a>
            <a className="button" href={paperAddress(conference, kind, 'pdf')} download>
              {words().pdf}
            </a>
          </>
        )}
        <SignPart />
      </header>
      <Provenance reading={reading} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <div className="preview-page" tabIndex={0} role="group" aria-label={words().page(words().kinds[kind])}>
        {reading.paper === null ? <Waiting reading={reading} /> : <PaperView paper={reading.paper} />}
      </div>
    </section>
  );
}

function Waiting({ reading: { trouble } }: { readonly reading: PaperReading }) {
  if (trouble === 'none') return <p className="preview-waiting">{words().loading}</p>;
  return <p className="preview-waiting">{trouble === 'classified' ? words().classified : words().failed}</p>;
}

/** What the page was made from: a print can be told from the next by it. */
function Provenance({ reading: { paper, trouble } }: { readonly reading: PaperReading }) {
  if (paper === null) return null;
  const { version, madeAt, hash, draft } = paper.provenance;
  return (
    <p className="preview-facts">
      <StateMark tone={draft ? 'look' : 'done'} word={draft ? words().draft : words().signed} />
      <span title={hash}>{words().provenance(version, formatTime(madeAt), hash.slice(0, SHORT))}</span>
      {paper.profile === 'party' ? <span title={words().unverifiedExplained}>{words().unverified}</span> : null}
      <span role="status">{trouble === 'failed' ? words().stale : null}</span>
    </p>
  );
}

const SHORT = 8;
