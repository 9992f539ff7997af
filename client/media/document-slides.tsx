import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SlidesOnDesk } from '../../shared/domain/onair/document-on-desk.ts';
import { useSync } from '../sync/conference-context.ts';
import { DocumentFrame } from './document-frame.tsx';
import { pageUrl } from './document-urls.ts';
import { PageImages } from './page-images.ts';

interface SlidesProps {
  readonly slides: SlidesOnDesk;
  readonly visible: boolean;
  readonly standIn: ReactNode;
}

/** One page of slides. A page stands until the next one is decoded: turning shows neither white nor half a picture. */
export function DocumentSlides({ slides, visible, standIn }: SlidesProps) {
  const { conference } = useSync();
  const { documentId, page, pages, ratio } = slides;
  const place = useRef<HTMLDivElement>(null);
  const [images, setImages] = useState<PageImages | null>(null);
  const [stands, setStands] = useState(0);
  useEffect(() => {
    const opened = new PageImages((one) => pageUrl(conference, documentId, one));
    setImages(opened);
    return () => opened.close();
  }, [conference, documentId]);
  useEffect(() => {
    if (images === null) return;
    let stale = false;
    const show = async () => {
      const image = await images.decoded(page);
      if (stale) return;
      place.current?.replaceChildren(image);
      setStands(page);
      images.keepAround(page, pages);
    };
    void show();
    return () => {
      stale = true;
    };
  }, [images, page, pages]);
  return (
    <>
      {stands === 0 ? standIn : null}
      <DocumentFrame ratio={ratio} visible={visible && stands > 0}>
        <div ref={place} className="picture-page" data-page={stands} />
      </DocumentFrame>
    </>
  );
}
