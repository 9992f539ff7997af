import { pageMarks } from '../../../shared/views/multiview.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.director.multiview;

interface PageTabsProps {
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** The pages, each with what waits there. One page needs no press. */
export function PageTabs({ page, pages, onPage }: PageTabsProps) {
  const marks = useConference(pageMarks);
  if (pages === 1) return null;
  return (
    <nav className="director-pages" aria-label={words().pages}>
      {marks.map((mark, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          key={at}
          type="button"
          className="button"
          data-mark={mark}
          aria-current={at === page ? 'page' : undefined}
          aria-label={mark === 'calm' ? words().page(at + 1) : words().markedPage(at + 1, words().marks[mark])}
          onClick={() => onPage(at)}
        >
          {mark === 'calm' ? null : <Shape name={mark} />}
          {at + 1}
        </button>
      ))}
      <kbd>PgUp</kbd>
      <kbd>PgDn</kbd>
    </nav>
  );
}
