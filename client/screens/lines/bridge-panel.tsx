import { useState } from 'react';
import { isTestable } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { LineRow } from '../../../shared/views/line-board.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { FiguresList } from '../../parts/lines/figures-list.tsx';
import { phoneAddress } from '../../parts/lines/phone-address.ts';
import { useMay } from '../../parts/lines/use-may.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { TalkbackPanel } from '../../parts/talkback/talkback-panel.tsx';
import { WaitingMark } from '../../parts/talkback/waiting-mark.tsx';
import { useConference, useTelemetry } from '../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { EarlierLines } from './earlier-lines.tsx';
import { STANDING_TONES, standingWord, troubleDetails } from './standing-words.ts';
import type { HistoryOfLines } from './use-line-history.ts';

const words = () => text.lines.panel;
const TABS = ['line', 'talk'] as const;

interface BridgePanelProps {
  readonly bridgeId: BridgeId | null;
  /** As the board shows it; null: it is not on the board any more, or nobody is chosen. */
  readonly row: LineRow | null;
  readonly history: HistoryOfLines;
  readonly onBridge: (bridgeId: BridgeId | null) => void;
  readonly onCheck: (bridgeId: BridgeId) => void;
}

/** What is known of the chosen bridge, and the talk with it. Both stay: a call must outlive a look at the figures. */
export function BridgePanel({ bridgeId, row, history, onBridge, onCheck }: BridgePanelProps) {
  const [tab, setTab] = useState<(typeof TABS)[number]>('line');
  return (
    <aside className="lines-panel" aria-label={words().label}>
      <div className="lines-tabs" role="tablist" aria-label={words().label}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`lines-tab-${one}`}
            aria-selected={one === tab}
            aria-controls={`lines-tabpanel-${one}`}
            className="lines-tab"
            onClick={() => setTab(one)}
          >
            {words().tabs[one]} {one === 'talk' ? <WaitingMark /> : null}
          </button>
        ))}
      </div>
      <div
        className="lines-panel-body"
        role="tabpanel"
        id="lines-tabpanel-line"
        aria-labelledby="lines-tab-line"
        hidden={tab !== 'line'}
      >
        {row === null ? (
          <p className="lines-empty">{words().choose}</p>
        ) : (
          <OneBridge row={row} history={history} onCheck={onCheck} />
        )}
      </div>
      <div
        className="lines-panel-body"
        role="tabpanel"
        id="lines-tabpanel-talk"
        aria-labelledby="lines-tab-talk"
        hidden={tab !== 'talk'}
      >
        <TalkbackPanel bridgeId={bridgeId} onBridge={onBridge} />
      </div>
    </aside>
  );
}

type OneBridgeProps = Pick<BridgePanelProps, 'history' | 'onCheck'> & { readonly row: LineRow };

function OneBridge({ row, history, onCheck }: OneBridgeProps) {
  const { bridge, hasMedia } = row;
  const classified = useConference(({ conference }) => conference.classifiedSince !== null);
  const details = troubleDetails(row);
  return (
    <>
      <h2>{bridge.name}</h2>
      <p className="lines-panel-state">
        <StateMark tone={STANDING_TONES[row.standing]} word={standingWord(row)} />
        {details === '' ? null : <span>{details}</span>}
      </p>
      <Contact row={row} />
      {classified ? <p className="lines-empty">{text.lines.classified}</p> : null}
      {hasMedia ? null : <p className="lines-empty">{words().watchOnly}</p>}
      {hasMedia && !classified ? <CheckPress row={row} onCheck={onCheck} /> : null}
      {hasMedia ? <CheckFacts row={row} /> : null}
      {hasMedia && !classified ? <Measured bridgeId={bridge.bridgeId} /> : null}
      <EarlierLines bridgeId={bridge.bridgeId} history={history} />
    </>
  );
}

function Contact({ row: { bridge } }: { readonly row: LineRow }) {
  const { technician, room } = bridge;
  const phone = technician?.phone ?? null;
  return (
    <dl className="lines-facts">
      <div>
        <dt>{words().technician}</dt>
        <dd>
          {technician?.fullName ?? ''}{' '}
          {phone === null ? text.lines.board.noPhone : <a href={phoneAddress(phone)}>{phone}</a>}
        </dd>
      </div>
      {room === null ? null : (
        <div>
          <dt>{words().room}</dt>
          <dd>{room}</dd>
        </div>
      )}
      {bridge.losses === 0 ? null : (
        <div>
          <dt>{words().losses}</dt>
          <dd>{words().times(bridge.losses)}</dd>
        </div>
      )}
    </dl>
  );
}

function CheckPress({ row, onCheck }: { readonly row: LineRow } & Pick<BridgePanelProps, 'onCheck'>) {
  const { bridgeId } = row.bridge;
  const canBeTested = useConference(({ bridges }) => isTestable(bridges, row.bridge));
  const may = useMay({ type: 'startLineCheck', bridgeId });
  const off = useCommandsOff();
  if (!canBeTested || !may) return null;
  // A check that runs is gone into, which needs no command.
  const reason = row.checking ? null : off;
  return (
    <span className="command">
      <button
        type="button"
        className="button"
        data-tone="primary"
        disabled={reason !== null}
        onClick={() => onCheck(bridgeId)}
      >
        {row.checking ? words().enter : words().start} <kbd aria-hidden="true">Enter</kbd>
      </button>
      {reason === null ? null : <span className="command-reason">{reason}</span>}
    </span>
  );
}

function CheckFacts({ row: { slot, result } }: { readonly row: LineRow }) {
  return (
    <dl className="lines-facts">
      {slot === null ? null : (
        <div>
          <dt>{words().slot}</dt>
          <dd>{words().inGroup(formatTime(slot.startsAt), slot.group)}</dd>
        </div>
      )}
      <div>
        <dt>{words().result}</dt>
        <dd>
          {result === null ? (
            words().noResult
          ) : (
            <>
              {text.lines.board.tested(text.lines.verdicts[result.verdict], formatTime(result.at))}
              <small>
                {[...(result.remark === null ? [] : [result.remark]), words().by(result.tester)].join(' · ')}
              </small>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Measured({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const telemetry = useTelemetry(bridgeId);
  return (
    <section aria-label={words().measured}>
      <h3>{words().measured}</h3>
      <FiguresList telemetry={telemetry} />
    </section>
  );
}
