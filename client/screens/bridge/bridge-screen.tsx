import { type Bridge, isOnStage } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { MediaProvider } from '../../media/media-provider.tsx';
import { PrivateTalk } from '../../media/private-talk.tsx';
import { HallDocuments } from '../../parts/documents/hall-documents.tsx';
import { HandedNotice } from '../../parts/documents/handed-notice.tsx';
import { FloorAnnouncer } from '../../parts/floor-announcer.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { OwnBridge } from '../../parts/own-bridge.tsx';
import { ConferenceProvider } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { AgendaList } from './agenda-list.tsx';
import { AskToSpeak } from './ask-to-speak.tsx';
import { HandsPress } from './hands-press.tsx';
import { LineCheckNotice, LineCheckPanel } from './line-check/line-check-panel.tsx';
import { OwnDevices } from './own-devices.tsx';
import { ProgramStage } from './program-stage.tsx';
import { QueueList } from './queue-list.tsx';
import { ReportHeadcount } from './report-headcount.tsx';
import { RingOverlay } from './talk/ring-overlay.tsx';
import { TalkSide } from './talk/talk-side.tsx';
import { TallyBand } from './tally-band.tsx';
import './bridge.css';

/** The screen of one hall: what the conference sees, and what this hall may do. */
export function BridgeScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <OwnBridge className="bridge bridge-none" draw={drawHall} />
    </ConferenceProvider>
  );
}

const drawHall = (bridge: Bridge) => <Hall bridge={bridge} />;

/** A sub-bridge watches: it has no camera in the conference, and its screen asks for none. */
function Hall({ bridge }: { readonly bridge: Bridge }) {
  const { bridgeId } = bridge;
  const publishes = isOnStage(bridge);
  return (
    <MediaProvider own={bridgeId} as={publishes ? 'hall' : null}>
      <PrivateTalk bridgeId={bridgeId}>
        <div className="bridge">
          <TallyBand own={bridgeId} />
          <ProgramStage own={bridgeId} />
          <aside className="bridge-side" aria-label={bridge.name}>
            {publishes ? <OwnDevices own={bridgeId} /> : <WatchOnly />}
            <LineCheckNotice bridge={bridge} />
            <HandedNotice own={bridgeId} />
            <div className="bridge-presses">
              <HandsPress own={bridgeId} />
              <AskToSpeak bridge={bridge} />
              <ReportHeadcount bridge={bridge} />
            </div>
            <TalkSide own={bridgeId} />
            <HallDocuments own={bridgeId} />
            <QueueList own={bridgeId} />
            <AgendaList />
          </aside>
          <RingOverlay own={bridgeId} />
          <FloorAnnouncer words={text.bridge.announce} own={bridgeId} />
          <LineCheckPanel bridge={bridge} />
        </div>
      </PrivateTalk>
    </MediaProvider>
  );
}

function WatchOnly() {
  return (
    <div className="bridge-watch">
      <p>{text.bridge.own.watchOnly}</p>
      <LanguageSwitch />
    </div>
  );
}
