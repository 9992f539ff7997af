import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SlidesOnDesk } from '../../shared/domain/onair/document-on-desk.ts';
import { useSync } from '../sync/conference-context.ts';
import { DocumentFrame } from './document-frame.tsx';
import { pageUrl } from './document-urls.ts';

const AGAIN_MS = 1_000;
const AGAIN_AT_MOST_MS = 8_000;

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
  const [stands, setStands] = useState(0);
  useEffect(() => {
    const showing = showWhenDecoded(pageUrl(conference, documentId, page), (image) => {
      place.current?.replaceChildren(image);
      setStands(page);
    });
    return () => showing.stop();
  }, [conference, documentId, page]);
  const preloads = stands === page;
  useEffect(() => {
    if (!preloads) return;
    const around = [page + 1, page - 1].filter((one) => one >= 1 && one <= pages);
    const fetching = around.map((one) => showWhenDecoded(pageUrl(conference, documentId, one), () => undefined));
    return () => {
      for (const one of fetching) one.stop();
    };
  }, [conference, documentId, page, pages, preloads]);
  return (
    <>
      {stands === 0 ? standIn : null}
      <DocumentFrame ratio={ratio} visible={visible && stands > 0}>
        <div ref={place} className="picture-page" data-page={stands} />
      </DocumentFrame>
    </>
  );
}

/** A page that does not come is asked for again and again: nobody stands at a wall to press. */
function showWhenDecoded(url: string, show: (image: HTMLImageElement) => void): { readonly stop: () => void } {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = (pause: number) => {
    const image = new Image();
    image.alt = '';
    image.decoding = 'sync';
    image.src = url;
    image.decode().then(
      () => (stopped ? undefined : show(image)),
      () => {
        if (!stopped) timer = setTimeout(() => attempt(Math.min(AGAIN_AT_MOST_MS, pause * 2)), pause);
      },
    );
  };
  attempt(AGAIN_MS);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
