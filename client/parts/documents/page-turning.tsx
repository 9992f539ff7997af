import { type FormEvent, useState } from 'react';
import type { SlidesOnDesk } from '../../../shared/domain/onair/document-on-desk.ts';
import { pageUrl } from '../../media/document-urls.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { CommandButton, useIssue } from '../command-button.tsx';
import { turnTo } from './turn-to.ts';

const words = () => text.documents.slides;

interface SlidesProps {
  readonly slides: SlidesOnDesk;
}

/** Back and forth, and to any page. A press names the page it was made on: two hands turn one page, not two. */
export function PageTurning({ slides }: SlidesProps) {
  const { page, pages } = slides;
  return (
    <div className="documents-turning">
      <CommandButton
        label={words().before}
        make={() => turnTo(slides, page - 1)}
        disabledReason={page > 1 ? null : ''}
      />
      <output className="documents-count">{words().page(formatCount(page), formatCount(pages))}</output>
      <CommandButton
        label={words().after}
        tone="primary"
        make={() => turnTo(slides, page + 1)}
        disabledReason={page < pages ? null : ''}
      />
      <GoTo slides={slides} />
    </div>
  );
}

function GoTo({ slides }: SlidesProps) {
  const issue = useIssue();
  const off = useCommandsOff();
  const [typed, setTyped] = useState('');
  const go = (event: FormEvent) => {
    event.preventDefault();
    const command = turnTo(slides, Number(typed));
    setTyped('');
    if (command !== null) void issue(command);
  };
  return (
    <form className="documents-goto" onSubmit={go}>
      <input
        type="number"
        disabled={off !== null}
        title={off ?? undefined}
        min={1}
        max={slides.pages}
        required
        aria-label={words().goTo}
        placeholder={words().goTo}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="button" data-tone="quiet" disabled={off !== null}>
        {words().go}
      </button>
    </form>
  );
}

/** What will be seen after the next press. */
export function NextPage({ slides }: SlidesProps) {
  const { conference } = useSync();
  const { documentId, page, pages, ratio } = slides;
  if (page >= pages) return <p className="documents-hint">{words().last}</p>;
  return (
    <figure className="documents-next">
      <figcaption>{words().next}</figcaption>
      <img
        src={pageUrl(conference, documentId, page + 1)}
        alt={words().alt(formatCount(page + 1))}
        style={{ aspectRatio: ratio }}
      />
    </figure>
  );
}
