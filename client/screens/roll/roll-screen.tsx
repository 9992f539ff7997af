import { type Bridge, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { type BridgeId, bridgeIdSchema, type ConferenceId } from '../../../shared/domain/ids.ts';
import { formatClock } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider, useConference, useSeat } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { AttendanceTabs } from '../bridge/attendance-tabs.tsx';
import './roll-screen.css';

const words = () => text.roll.screen;

/** A bridge's attendance alone, without picture and sound: for a tablet at the door and for a desk in the corridor. */
export function RollScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <OwnRoll conference={conference} />
    </ConferenceProvider>
  );
}

/** The seat's own bridge; staff, who have none, read that of the address. */
function useRollBridge(): BridgeId | null {
  const { bridgeId } = useSeat();
  return bridgeId ?? bridgeIdSchema.safeParse(location.pathname.split('/')[4]).data ?? null;
}

function OwnRoll({ conference }: { readonly conference: ConferenceId }) {
  const own = useRollBridge();
  const bridge = useConference(({ bridges }) => (own === null ? undefined : bridgeOf(bridges, own)));
  if (bridge === undefined) return <p className="opening">{words().none}</p>;
  return <Roll conference={conference} bridge={bridge} />;
}

interface RollProps {
  readonly conference: ConferenceId;
  readonly bridge: Bridge;
}

function Roll({ conference, bridge }: RollProps) {
  useWakeLock();
  const { seat } = useSeat();
  const at = (screen: string) => `/c/${encodeURIComponent(conference)}/${screen}`;
  const query = `?${new URLSearchParams({ bridge: bridge.bridgeId }).toString()}`;
  return (
    <main className="roll-screen">
      <header>
        <div>
          <h1>{bridge.name}</h1>
          <p>
            {words().title} · <Clock />
          </p>
        </div>
        <nav>
          {seat === 'operator' ? <a href={at(`bridge/${bridge.bridgeId}`)}>{words().back}</a> : null}
          <a href={at(`roll-sheet${query}`)}>{words().printRoll}</a>
          <a href={at(`badges${query}`)}>{words().printBadges}</a>
          <LanguageSwitch />
        </nav>
      </header>
      <AttendanceTabs bridge={bridge} first="byName" onSent={() => undefined} />
    </main>
  );
}

function Clock() {
  const now = useServerNow();
  return <time>{formatClock(now)}</time>;
}
