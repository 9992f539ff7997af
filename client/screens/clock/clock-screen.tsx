import type { BridgeId, ConferenceId } from '../../../shared/domain/ids.ts';
import { bridgeIdSchema } from '../../../shared/domain/ids.ts';
import { clockedSpeech } from '../../../shared/views/floor-clock.ts';
import { FloorAnnouncer } from '../../parts/floor-announcer.tsx';
import { useIdleCursor } from '../../parts/use-idle-cursor.ts';
import { useLanguageKey } from '../../parts/use-language-key.ts';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider, useConference, useSeat } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { FreeClock } from './free-clock.tsx';
import { RunningClock } from './running-clock.tsx';
import './clock.css';

/** The clock at the speaker's desk: read from eight metres, alone on its screen. The key L changes its language. */
export function ClockScreen({ conference }: { readonly conference: ConferenceId }) {
  useWakeLock();
  useLanguageKey();
  const idle = useIdleCursor();
  return (
    <div className="clock" data-idle={idle}>
      <ConferenceProvider conference={conference} whileLoading={<div className="clock" />} unattended>
        <Clock />
      </ConferenceProvider>
    </div>
  );
}

/** An address may name the hall in which the screen stands; an operator's screen stands in the own one. */
function ownBridge(path: string): BridgeId | null {
  const named = bridgeIdSchema.safeParse(path.split('/')[4]);
  return named.success ? named.data : null;
}

function Clock() {
  const { bridgeId } = useSeat();
  const own = ownBridge(location.pathname) ?? bridgeId;
  const speech = useConference(({ floor }) => clockedSpeech(floor, own));
  return (
    <>
      {speech === undefined ? <FreeClock /> : <RunningClock speech={speech} />}
      <FloorAnnouncer words={text.bridge.announce} own={own} />
    </>
  );
}
