import { isOnStage } from '../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../shared/domain/command.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { bridgeInSentence } from '../../../shared/views/announcement.ts';
import { bridgesBelow } from '../../../shared/views/bridge-order.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { personWords } from '../../parts/person-words.ts';
import { SnapshotPress } from '../../parts/snapshot/snapshot-press.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { BLANK } from './blank-commands.ts';
import type { BridgeLine } from './bridge-lines.ts';
import { useOpenDialog } from './open-dialog.ts';
import { OpeningButton } from './opening-button.tsx';
import { useRights } from './use-rights.ts';

const words = () => text.console.bridges;

interface BridgeRowDetailsProps {
  readonly line: Pick<BridgeLine, 'bridge'>;
  /** Shows what is below the bridge. */
  readonly onEnter: (bridgeId: BridgeId) => void;
}

/** Who is reached there and what can be done about the bridge: in the current row alone. */
export function BridgeRowDetails({ line: { bridge }, onEnter }: BridgeRowDetailsProps) {
  const open = useOpenDialog();
  const below = useConference(({ bridges }) => bridgesBelow(bridges, bridge.bridgeId).length);
  const { reason } = useRights();
  const { bridgeId, technician, room, chairs } = bridge;
  const arm: Command = { type: 'armSource', source: { kind: 'bridge', bridgeId } };
  return (
    <span className="console-bridge-details">
      <small>
        {technician === null ? words().noTechnician : words().technician(personWords(technician), technician.phone)}
      </small>
      {room === null && chairs.length === 0 ? null : (
        <small>{[...(room === null ? [] : [room]), ...chairs.map(personWords)].join(' · ')}</small>
      )}
      <span className="console-row-buttons" data-current>
        <CommandButton make={() => arm} label={words().arm} disabledReason={reason(arm)} className="console-tight" />
        <OpeningButton
          label={words().paper}
          command={BLANK.paper}
          tone="quiet"
          onOpen={() => open({ kind: 'paper', bridgeId })}
        />
        <button type="button" className="button" data-tone="quiet" onClick={() => open({ kind: 'talkback', bridgeId })}>
          {text.talkback.console.talkTo}
        </button>
        <button
          type="button"
          className="button"
          data-tone="quiet"
          onClick={() => open({ kind: 'sheet', tab: 'bridges', bridgeId })}
        >
          {words().card}
        </button>
        {isOnStage(bridge) ? (
          <SnapshotPress
            bridgeId={bridgeId}
            name={text.followUp.snapshot.title(bridgeInSentence(bridge.name))}
            onOpen={() => open({ kind: 'snapshot', bridgeId })}
          />
        ) : null}
        {below === 0 ? null : (
          <button type="button" className="button" data-tone="quiet" onClick={() => onEnter(bridgeId)}>
            {words().enter(formatCount(below))}
          </button>
        )}
      </span>
    </span>
  );
}
