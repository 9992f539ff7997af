import { type PointerEvent, useEffect, useMemo } from 'react';
import type { SlidesOnDesk } from '../../../shared/domain/onair/document-on-desk.ts';
import { DocumentSlides } from '../../media/document-slides.tsx';
import { useSync } from '../../sync/conference-context.ts';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { padStyle } from './pad-style.ts';
import { createPointing } from './pointing.ts';

/** The page that everybody sees, and the finger on it. */
export function PagePad({ slides, points }: { readonly slides: SlidesOnDesk; readonly points: boolean }) {
  const sync = useSync();
  const pointing = useMemo(() => createPointing((pointer) => sync.sendPointer(pointer)), [sync]);
  useEffect(() => () => pointing.off(), [pointing]);
  const words = text.documents.slides;
  const move = (event: PointerEvent<HTMLDivElement>) => pointing.move(shareOf(event));
  return (
    <div
      className="documents-page"
      role="img"
      aria-label={words.alt(formatCount(slides.page))}
      title={points ? words.pointer : undefined}
      data-points={points || undefined}
      style={padStyle(slides.ratio)}
      {...(points ? { onPointerMove: move, onPointerLeave: pointing.off, onPointerCancel: pointing.off } : {})}
    >
      <DocumentSlides key={slides.documentId} slides={slides} visible standIn={null} />
    </div>
  );
}

function shareOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLDivElement>) {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  const share = (value: number) => Math.min(1, Math.max(0, value));
  return { x: share((clientX - left) / width), y: share((clientY - top) / height) };
}
