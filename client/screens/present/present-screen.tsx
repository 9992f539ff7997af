import { type Bridge, isOnStage } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { MediaProvider } from '../../media/media-provider.tsx';
import { ReleasedList, useReleased } from '../../parts/documents/hall-documents.tsx';
import { UploadPart } from '../../parts/documents/upload-part.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { OwnBridge } from '../../parts/own-bridge.tsx';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { HandedSlides } from './handed-slides.tsx';
import { OwnDocuments } from './own-documents.tsx';
import { SharePress } from './share-press.tsx';
import '../../parts/documents/documents.css';
import './present.css';

const words = () => text.documents.present;

/** The laptop on a hall's lectern: its screen for everybody, the hall's own documents, and the pages when they are its to turn. */
export function PresentScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <OwnBridge className="present present-none" draw={drawLectern} />
    </ConferenceProvider>
  );
}

const drawLectern = (bridge: Bridge) => (
  <MediaProvider own={bridge.bridgeId} as={isOnStage(bridge) ? 'slides' : null}>
    <Lectern bridge={bridge} />
  </MediaProvider>
);

function Lectern({ bridge }: { readonly bridge: Bridge }) {
  useWakeLock();
  const { bridgeId, name } = bridge;
  return (
    <main className="present">
      <header className="present-head">
        <h1>{name}</h1>
        <p>
          {words().title}. {words().silent}
        </p>
        <LanguageSwitch />
      </header>
      <HandedSlides own={bridgeId} />
      <aside className="present-side documents">
        <SharePress own={bridgeId} watchesOnly={!isOnStage(bridge)} />
        <OwnDocuments own={bridgeId} />
        <UploadPart bridgeId={bridgeId} />
        <ReleasedList released={useReleased()} />
      </aside>
    </main>
  );
}
