import type { ReactNode } from 'react';
import type { DocumentOnDesk } from '../../shared/domain/onair/document-on-desk.ts';
import type { Box } from '../../shared/views/scene.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { text } from '../text/text.ts';
import { boxStyle } from './box-style.ts';
import { DocumentClip } from './document-clip.tsx';
import { DocumentShare } from './document-share.tsx';
import { DocumentSlides } from './document-slides.tsx';

interface DocumentPictureProps {
  /** Where it is seen; left out: nowhere. */
  readonly box: Box | undefined;
  /** Where the next take would show it. */
  readonly preparedBox: Box | undefined;
  readonly sounding: boolean;
  /** Stands where the document fills the surface and is not there yet. */
  readonly hold: ReactNode;
}

/**
 * What lies on the desk. Pages are fetched as soon as they lie there, for they are light; a clip and a shared screen
 * when they are armed or seen.
 */
export function DocumentPicture({ box, preparedBox, sounding, hold }: DocumentPictureProps) {
  const document = useConference(({ onair }) => onair.document);
  const place = box ?? preparedBox;
  const visible = box !== undefined;
  if (document === null || (place === undefined && document.kind !== 'slides')) return null;
  const fills = place?.width === 100;
  return (
    <div className="picture-document" style={{ ...boxStyle(place), visibility: visible ? 'visible' : 'hidden' }}>
      <OnDesk document={document} visible={visible} sounding={sounding && visible} standIn={fills ? hold : null} />
    </div>
  );
}

/** Never an empty hole beside the speaker. */
function DocumentComing() {
  return (
    <div className="picture-empty">
      <p className="picture-empty-why">{text.program.documentComing}</p>
    </div>
  );
}

interface OnDeskProps {
  readonly document: DocumentOnDesk;
  readonly visible: boolean;
  readonly sounding: boolean;
  readonly standIn: ReactNode;
}

function OnDesk({ document, visible, sounding, standIn }: OnDeskProps) {
  switch (document.kind) {
    case 'slides':
      return (
        <DocumentSlides
          key={document.documentId}
          slides={document}
          visible={visible}
          standIn={standIn ?? <DocumentComing />}
        />
      );
    case 'clip':
      return (
        <DocumentClip
          key={document.documentId}
          clip={document}
          visible={visible}
          sounding={sounding}
          standIn={standIn ?? <DocumentComing />}
        />
      );
    case 'share':
      return <DocumentShare key={document.bridgeId} bridgeId={document.bridgeId} visible={visible} standIn={standIn} />;
  }
}
