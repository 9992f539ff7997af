import type { BridgeId } from '../../../shared/domain/ids.ts';
import { type LineAlert, lineAlerts } from '../../../shared/views/line-alerts.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { formatCount, formatDuration } from '../clock-text.ts';
import { type MarkTone, StateMark } from '../state-mark.tsx';
import { phoneAddress } from './phone-address.ts';
import { SwapPress } from './swap-press.tsx';
import { sinceWords, troubleWord } from './trouble-words.ts';
import './alert-list.css';

const words = () => text.lines.alerts;
/** A list longer than that is read on the board, where it can be filtered. */
const SHOWN = 40;

interface AlertListProps {
  /** Opens what is known of the bridge; without it an alert is only read. */
  readonly onBridge?: (bridgeId: BridgeId) => void;
  /** Where nothing above it says what it is. */
  readonly titled?: boolean;
}

/** What is wrong with the lines, ranked by what is next on air. A change of turns is proposed and never done by itself. */
export function AlertList({ onBridge, titled = false }: AlertListProps) {
  const now = useServerNow();
  const state = useConference((whole) => whole);
  const { alerts, watchingLost } = lineAlerts(state, now);
  return (
    <section className="line-alerts" aria-label={words().label}>
      {titled ? (
        <h2>
          {words().heading} {alerts.length === 0 ? null : <span>{formatCount(alerts.length)}</span>}
        </h2>
      ) : null}
      {alerts.length === 0 ? <p className="line-alerts-none">{words().none}</p> : null}
      <ul>
        {alerts.slice(0, SHOWN).map((alert) => (
          <AlertLine key={alert.bridge.bridgeId} alert={alert} now={now} onBridge={onBridge} />
        ))}
      </ul>
      {alerts.length > SHOWN ? (
        <p className="line-alerts-none">{words().rest(formatCount(alerts.length - SHOWN))}</p>
      ) : null}
      {watchingLost === 0 ? null : (
        <p className="line-alerts-none">{words().watchingLost(formatCount(watchingLost))}</p>
      )}
    </section>
  );
}

interface AlertLineProps {
  readonly alert: LineAlert;
  readonly now: number;
  readonly onBridge: ((bridgeId: BridgeId) => void) | undefined;
}

/** Red is for on air, whatever is wrong there; what comes next is green, and the trouble itself amber. */
const TONES = {
  onAir: 'air',
  armed: 'next',
  next: 'next',
  second: 'next',
  inLine: 'hand',
  elsewhere: 'off',
} as const satisfies Record<LineAlert['place'], MarkTone>;

function AlertLine({ alert, now, onBridge }: AlertLineProps) {
  const { bridge, place, troubles, since, proposal } = alert;
  return (
    <li className="line-alert" data-place={place} data-bridge={bridge.bridgeId}>
      <p className="line-alert-head">
        {onBridge === undefined ? (
          <strong>{bridge.shortName}</strong>
        ) : (
          <button
            type="button"
            className="line-alert-name"
            aria-label={words().open(bridge.name)}
            onClick={() => onBridge(bridge.bridgeId)}
          >
            {bridge.shortName}
          </button>
        )}
        <Phone phone={bridge.technician?.phone ?? null} />
      </p>
      <PlaceAndTurn alert={alert} now={now} />
      <p className="line-alert-trouble">
        <StateMark tone="look" word={troubles.map(troubleWord).join(', ')} />
        {since === null ? null : <span>{sinceWords(since, now)}</span>}
      </p>
      {proposal === null ? null : <SwapPress bridge={bridge} proposal={proposal} />}
    </li>
  );
}

/** A hall whose line is bad is reached by telephone. */
function Phone({ phone }: { readonly phone: string | null }) {
  if (phone === null) return null;
  return (
    <a href={phoneAddress(phone)} aria-label={words().call(phone)}>
      {phone}
    </a>
  );
}

function PlaceAndTurn({ alert, now }: Pick<AlertLineProps, 'alert' | 'now'>) {
  const { place } = alert;
  const when = turnWords(alert, now);
  if (place === 'elsewhere') return null;
  return (
    <p className="line-alert-turn">
      <StateMark tone={TONES[place]} word={words().places[place]} />
      {when === null ? null : <span>{when}</span>}
    </p>
  );
}

/** null: it has its turn, or none. */
function turnWords({ turn, place }: LineAlert, now: number): string | null {
  if (turn === null || place === 'onAir') return null;
  const left = turn.expectedAt - now;
  return left < 1_000 ? words().turnNow : words().turnIn(formatDuration(left));
}
