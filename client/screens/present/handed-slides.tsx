import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { SlidesOnDesk } from '../../../shared/domain/onair/document-on-desk.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { PagePad } from '../../parts/documents/page-pad.tsx';
import { NextPage, PageTurning } from '../../parts/documents/page-turning.tsx';
import { ShowingMark } from '../../parts/documents/showing-mark.tsx';
import { turnTo } from '../../parts/documents/turn-to.ts';
import { UnlessClassified } from '../../parts/documents/unless-classified.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { usePageKeys } from './use-page-keys.ts';

const words = () => text.documents.present.slides;

/** The pages that everybody sees: turned from here when they were handed to this hall, else watched. */
export function HandedSlides({ own }: { readonly own: BridgeId }) {
  const slides = useConference(({ onair }) => (onair.document?.kind === 'slides' ? onair.document : null));
  return (
    <section className="present-slides" aria-labelledby="present-slides">
      <header className="documents-head">
        <h2 id="present-slides">{words().title}</h2>
        {slides === null ? null : <ShowingMark />}
      </header>
      {slides === null ? (
        <p className="documents-hint">{words().none}</p>
      ) : (
        <UnlessClassified>
          <Pages slides={slides} own={own} />
        </UnlessClassified>
      )}
    </section>
  );
}

function Pages({ slides, own }: { readonly slides: SlidesOnDesk; readonly own: BridgeId }) {
  if (slides.presenter === own) return <Turned slides={slides} />;
  return (
    <>
      <p>{words().byCentre}</p>
      <PagePad slides={slides} points={false} />
    </>
  );
}

function Turned({ slides }: { readonly slides: SlidesOnDesk }) {
  const issue = useIssue();
  usePageKeys((step) => {
    const command = turnTo(slides, slides.page + step);
    if (command !== null) void issue(command);
  });
  return (
    <>
      <p>{words().handed}</p>
      <PagePad slides={slides} points />
      <PageTurning slides={slides} />
      <NextPage slides={slides} />
    </>
  );
}
