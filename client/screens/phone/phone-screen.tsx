import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { tallyOf } from '../../../shared/views/stage.ts';
import { MediaProvider } from '../../media/media-provider.tsx';
import { PrivateTalk } from '../../media/private-talk.tsx';
import { TakeOver } from '../../media/take-over.tsx';
import { formatClock } from '../../parts/clock-text.ts';
import { HandedNotice } from '../../parts/documents/handed-notice.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { OwnBridge } from '../../parts/own-bridge.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider, useConference, useLine } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { CentreMessage } from '../bridge/talk/centre-message.tsx';
import { HelpCard, HelpPress } from '../bridge/talk/help-press.tsx';
import { useStandingMessages } from '../bridge/talk/own-messages.ts';
import { OwnThread } from '../bridge/talk/own-thread.tsx';
import { RingOverlay } from '../bridge/talk/ring-overlay.tsx';
import { TalkState } from '../bridge/talk/talk-state.tsx';
import { CameraPreview } from './camera-preview.tsx';
import './phone.css';

const words = () => text.talkback.phone;

/** In the pocket of a bridge's technician: the centre rings, writes, is written to, is called for help. */
export function PhoneScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <OwnBridge className="opening" draw={drawPhone} />
    </ConferenceProvider>
  );
}

const drawPhone = (bridge: Bridge) => <Phone bridge={bridge} />;

function Phone({ bridge }: { readonly bridge: Bridge }) {
  const { bridgeId, tier } = bridge;
  useWakeLock();
  return (
    <MediaProvider own={bridgeId} as="phone">
      <PrivateTalk bridgeId={bridgeId}>
        <main className="phone">
          <PhoneHead bridge={bridge} />
          <RingOverlay own={bridgeId} bellPress />
          <TalkState own={bridgeId} />
          <HelpCard own={bridgeId} />
          <Standing bridge={bridge} />
          <HandedNotice own={bridgeId} />
          <HelpPress own={bridgeId} />
          <section aria-label={text.talkback.bridge.dialog}>
            <h2>{text.talkback.bridge.dialog}</h2>
            <OwnThread own={bridgeId} answers={false} />
          </section>
          <section>
            <h2>{words().takeOver}</h2>
            <p className="talk-quiet">{tier > 1 ? words().subBridge : words().takeOverWhy}</p>
            {tier > 1 ? null : (
              <div className="phone-take-over">
                <CameraPreview />
                <TakeOver part="picture" />
                <TakeOver part="sound" />
              </div>
            )}
          </section>
          <a href="/">{words().others}</a>
        </main>
      </PrivateTalk>
    </MediaProvider>
  );
}

/** On air, next or watching: who carries the phone is not always in the hall. */
function PhoneHead({ bridge: { bridgeId, name } }: { readonly bridge: Bridge }) {
  const now = useServerNow();
  const tally = useConference((state) => tallyOf(state, bridgeId));
  const isOnline = useLine().status === 'online';
  const tone = { onAir: 'air', next: 'next', watching: 'off' } as const;
  return (
    <header className="phone-head">
      <p>
        <span>{words().title}</span>
        <time>{formatClock(now)}</time>
      </p>
      <h1>{name}</h1>
      <p>
        {isOnline ? (
          <StateMark tone={tone[tally]} word={words().standing[tally]} />
        ) : (
          <StateMark tone="look" word={text.common.offlineReason} />
        )}
        <LanguageSwitch />
      </p>
    </header>
  );
}

/** What still waits for an answer, before the whole talk below: on a phone nothing needs to be hunted for. */
function Standing({ bridge: { bridgeId } }: { readonly bridge: Bridge }) {
  const { standing, hide } = useStandingMessages(bridgeId);
  return (
    <div className="phone-standing" role="status">
      {standing.map((message) => (
        <CentreMessage
          key={message.messageId}
          own={bridgeId}
          message={message}
          onHide={() => hide(message.messageId)}
        />
      ))}
    </div>
  );
}
