import { attendanceOf, marksOf } from '../../../shared/domain/attendance/attendance.ts';
import { figureOfMarks, presentIn } from '../../../shared/domain/attendance/figure.ts';
import { type Bridge, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { formatClock, formatCount } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { Shape } from '../../parts/shape.tsx';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider, useConference, useLine, useOwnBridge, useSeat } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import { CameraView } from './camera-view.tsx';
import type { Noted } from './check-in-sender.ts';
import { CodeEntry } from './code-entry.tsx';
import { RefusedScans } from './refused-scans.tsx';
import { ScanResult } from './scan-result.tsx';
import { type Doorway, useDoor } from './use-door.ts';
import './kiosk.css';

const words = () => text.kiosk.door;

/** The tablet at the door of a hall: a badge before the camera, and one word as large as the screen allows. */
export function KioskScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <OwnDoor />
    </ConferenceProvider>
  );
}

function OwnDoor() {
  const { bridgeId } = useSeat();
  const bridge = useConference(({ bridges }) => (bridgeId === null ? undefined : bridgeOf(bridges, bridgeId)));
  if (bridge === undefined) return <p className="opening">{text.roll.screen.none}</p>;
  return <Waiting bridge={bridge} />;
}

function Waiting({ bridge }: { readonly bridge: Bridge }) {
  const doorway = useDoor(bridge.bridgeId);
  return doorway === null ? null : <Kiosk bridge={bridge} doorway={doorway} />;
}

function Kiosk({ bridge, doorway: { door, roll } }: { readonly bridge: Bridge; readonly doorway: Doorway }) {
  useWakeLock();
  const noted = useReadable(door.sender.noted);
  return (
    <main className="kiosk">
      <header className="kiosk-head">
        <div className="kiosk-where">
          <h1>{bridge.name}</h1>
          <Clock />
        </div>
        <Counter bridge={bridge} waiting={noted.waiting.length} />
      </header>
      <section className="kiosk-scan">
        <CameraView onRead={(read) => door.scan(read)} />
        <CodeEntry onRead={(read) => door.scan(read)} />
        <RollLine roll={roll} />
      </section>
      <ScanResult shown={door.shown} isKept={noted.isKept} />
      <footer className="kiosk-foot">
        <LineState noted={noted} />
        <RefusedScans refused={noted.refused} onDone={door.sender.dismiss} />
        <LanguageSwitch />
      </footer>
    </main>
  );
}

function Clock() {
  const now = useServerNow();
  return <time className="kiosk-clock">{formatClock(now)}</time>;
}

/** What waits to be sent is in the hall already. */
function Counter({ bridge: { bridgeId }, waiting }: { readonly bridge: Bridge; readonly waiting: number }) {
  const figure = useOwnBridge(({ attendance }) => figureOfMarks(marksOf(attendanceOf(attendance, bridgeId))));
  return (
    <p className="kiosk-counter">
      <span>{words().counter}</span>
      <strong>{words().counterOf(formatCount(presentIn(figure) + waiting), formatCount(figure.expected))}</strong>
    </p>
  );
}

function RollLine({ roll }: Pick<Doorway, 'roll'>) {
  const { state, loaded } = useReadable(roll.status);
  const ready = loaded === 0 ? words().rollEmpty : words().rollReady(formatCount(loaded));
  const sentence = { loading: words().rollLoading(formatCount(loaded)), failed: words().rollFailed, ready }[state];
  return <p className="kiosk-hint">{sentence}</p>;
}

/** How the line stands and what waits for it; silent when all is sent. */
function LineState({ noted: { waiting, isKept } }: { readonly noted: Noted }) {
  const isOnline = useLine().status === 'online';
  const count = formatCount(waiting.length);
  const offline = waiting.length === 0 ? words().offlineNone : words().offline(count);
  // One scan on its way is no news; several are the rest of an outage.
  const sending = waiting.length > 1 ? words().sendingRest(count) : null;
  const sentence = isOnline ? sending : offline;
  return (
    <div className="kiosk-line" role="status">
      {sentence === null ? null : (
        <p data-tone={isOnline ? 'plain' : 'look'}>
          {isOnline ? null : <Shape name="look" />} {sentence}
        </p>
      )}
      {isKept || waiting.length === 0 ? null : (
        <p data-tone="look">
          <Shape name="look" /> {words().unkept}
        </p>
      )}
    </div>
  );
}
