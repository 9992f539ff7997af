import type { BridgeId } from '../../../shared/domain/ids.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { CommandButton } from '../command-button.tsx';
import { Shape } from '../shape.tsx';
import { ShowingMark } from './showing-mark.tsx';
import { turnTo } from './turn-to.ts';
import './handed-notice.css';

/** On the screens of a hall that nobody took to the lectern: the pages are its to turn, and here they can be turned. */
export function HandedNotice({ own }: { readonly own: BridgeId }) {
  const slides = useConference(({ onair, conference }) =>
    onair.document?.kind === 'slides' && conference.classifiedSince === null ? onair.document : null,
  );
  if (slides === null || slides.presenter !== own) return null;
  const { page, pages } = slides;
  const [words, handed] = [text.documents.slides, text.documents.present.slides];
  return (
    <section className="handed" aria-labelledby="handed-slides">
      <p className="handed-head" role="status">
        <Shape name="look" /> <strong id="handed-slides">{handed.handedHere}</strong>
      </p>
      <ShowingMark />
      <p className="handed-presses">
        <CommandButton
          label={words.before}
          make={() => turnTo(slides, page - 1)}
          disabledReason={page > 1 ? null : ''}
        />
        <output>{words.page(formatCount(page), formatCount(pages))}</output>
        <CommandButton
          label={words.after}
          tone="primary"
          make={() => turnTo(slides, page + 1)}
          disabledReason={page < pages ? null : ''}
        />
      </p>
      <p className="handed-how">{handed.handedHow}</p>
    </section>
  );
}
