import { type ReactNode, useState } from 'react';
import { attendanceOf, marksOf } from '../../shared/domain/attendance/attendance.ts';
import { type Bridge, bridgeOf, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { mayUseAt } from '../../shared/domain/capabilities.ts';
import { type BridgeId, bridgeIdSchema, type ConferenceId } from '../../shared/domain/ids.ts';
import { useConference, useOwnBridge, useSeat } from '../sync/conference-provider.tsx';
import { text } from '../text/text.ts';
import { formatCount } from './clock-text.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { type ListedDelegate, useWholeRoll, type WholeRoll } from './use-whole-roll.ts';
import './print-desk.css';

const words = () => text.kiosk.print;

interface PrintDeskProps {
  readonly conference: ConferenceId;
  /** What is printed. */
  readonly name: string;
  /** Other choices of the paper, beside the bridge. */
  readonly choices?: ReactNode;
  /** The sheets of a list that is whole; the sentence says how many they are. */
  readonly renderSheets: (bridge: Bridge, rows: readonly ListedDelegate[], tell: (sheets: number) => void) => ReactNode;
}

/** A page that prints a bridge's list: which bridge, how far the list is, the sheets as they will come out. */
export function PrintDesk({ conference, name, choices, renderSheets }: PrintDeskProps) {
  const may = useMayPrint();
  const [chosen, choose] = useChosenBridge();
  const bridge = useConference(({ bridges }) => (chosen === null ? undefined : bridgeOf(bridges, chosen)));
  const isOwn = may(chosen);
  const roll = useWholeRoll(isOwn ? chosen : null);
  const [sheets, setSheets] = useState<number | null>(null);
  const rows = roll.rows.filter(({ mark }) => mark !== 'substituted');
  const ready = bridge !== undefined && isOwn && roll.status === 'ready' && rows.length > 0;
  return (
    <main className="print-desk">
      <div className="print-tools">
        <BackLink conference={conference} />
        <h1>{name}</h1>
        <BridgeChoice chosen={chosen} onChoose={choose} />
        {choices}
        <button type="button" className="button" data-tone="primary" disabled={!ready} onClick={() => window.print()}>
          {words().act}
        </button>
        <LanguageSwitch />
      </div>
      <p className="print-standing" role="status">
        {isOwn || chosen === null ? (
          <Standing bridge={chosen} roll={roll} rows={rows.length} sheets={sheets} />
        ) : (
          words().forbidden
        )}
      </p>
      {ready ? renderSheets(bridge, rows, setSheets) : null}
    </main>
  );
}

/** The staff print for every bridge, an operator for the own one and those below it. */
function useMayPrint(): (bridgeId: BridgeId | null) => boolean {
  const seat = useSeat();
  const bridges = useConference((state) => state.bridges);
  return (bridgeId) => bridgeId !== null && mayUseAt(seat, 'lookIntoBranches', { bridges, bridgeId });
}

function useChosenBridge(): readonly [BridgeId | null, (bridgeId: BridgeId | null) => void] {
  const { bridgeId: own } = useSeat();
  const [chosen, setChosen] = useState<BridgeId | null>(
    () => bridgeIdSchema.safeParse(new URLSearchParams(location.search).get('bridge')).data ?? own,
  );
  const choose = (bridgeId: BridgeId | null) => {
    setChosen(bridgeId);
    const query = bridgeId === null ? '' : `?${new URLSearchParams({ bridge: bridgeId }).toString()}`;
    history.replaceState(null, '', `${location.pathname}${query}`);
  };
  return [chosen, choose];
}

interface BridgeChoiceProps {
  readonly chosen: BridgeId | null;
  readonly onChoose: (bridgeId: BridgeId | null) => void;
}

/** The bridges of the first rank, or the own one with those right below it; any other stands in the address. */
function BridgeChoice({ chosen, onChoose }: BridgeChoiceProps) {
  const { bridgeId: own } = useSeat();
  const bridges = useConference((state) =>
    bridgesInOrder(state.bridges).filter(
      ({ bridgeId, parentId, tier }) =>
        bridgeId === chosen || (own === null ? tier <= 1 : bridgeId === own || parentId === own),
    ),
  );
  return (
    <label className="print-choice">
      {words().bridge}{' '}
      <select
        value={chosen ?? ''}
        onChange={({ target }) => onChoose(bridges.find(({ bridgeId }) => bridgeId === target.value)?.bridgeId ?? null)}
      >
        <option value="">{words().chooseBridge}</option>
        {bridges.map(({ bridgeId, name }) => (
          <option key={bridgeId} value={bridgeId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface StandingProps {
  readonly bridge: BridgeId | null;
  readonly roll: WholeRoll;
  readonly rows: number;
  readonly sheets: number | null;
}

function Standing({ bridge, roll, rows, sheets }: StandingProps) {
  const total = useOwnBridge(({ attendance }) =>
    bridge === null ? 0 : Object.values(marksOf(attendanceOf(attendance, bridge))).reduce((sum, one) => sum + one, 0),
  );
  if (bridge === null) return words().noBridge;
  if (roll.status === 'failed') return words().offline;
  const loaded = formatCount(roll.rows.length);
  if (roll.status === 'loading')
    return total > 0 ? words().loadingOf(loaded, formatCount(total)) : words().loading(loaded);
  if (rows === 0) return words().empty;
  return sheets === null ? words().loading(loaded) : words().sheets(formatCount(rows), formatCount(sheets));
}

function BackLink({ conference }: { readonly conference: ConferenceId }) {
  const { seat, bridgeId } = useSeat();
  const screen = seat === 'operator' ? `roll/${bridgeId ?? ''}` : 'console';
  return <a href={`/c/${encodeURIComponent(conference)}/${screen}`}>{words().back}</a>;
}
