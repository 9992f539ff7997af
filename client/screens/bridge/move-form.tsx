import { useState } from 'react';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { type Bridge, bridgeOf, bridgesInOrder, isWithin } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { ChoiceField } from '../../parts/field.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.roll.list;

interface MoveProps {
  readonly row: DelegateRow;
  readonly onDone: () => void;
}

/** The delegate attends at another bridge of the own tree; the mark goes along. */
export function MoveForm({ row, onDone }: MoveProps) {
  const { bridgeId: own } = useSeat();
  const others = useConference((state) => destinations(state, row.bridgeId, own));
  const [chosen, setChosen] = useState<BridgeId | null>(null);
  const { show } = useNotices();
  if (others.length === 0) return <p className="bridge-absence">{words().nowhere}</p>;
  const to = others.find(({ bridgeId }) => bridgeId === chosen) ?? others[0];
  return (
    <div className="bridge-absence">
      <ChoiceField
        label={words().toBridge}
        value={to?.bridgeId ?? ''}
        autoFocus
        choices={others.map(({ bridgeId, name }) => ({ value: bridgeId, label: name }))}
        onChange={({ target }) => setChosen(others.find(({ bridgeId }) => bridgeId === target.value)?.bridgeId ?? null)}
      />
      <div className="bridge-actions">
        <CommandButton
          label={words().moveAct}
          tone="primary"
          make={() =>
            to === undefined
              ? null
              : { type: 'moveDelegate', bridgeId: row.bridgeId, delegateId: row.delegateId, toBridgeId: to.bridgeId }
          }
          onAccepted={() => {
            show({
              tone: 'ok',
              sentence: words().moved(to?.name ?? ''),
              // The way back is a press on the other bridge's list.
            });
            onDone();
          }}
        />
        <button type="button" className="button" data-tone="quiet" onClick={onDone}>
          {words().cancel}
        </button>
      </div>
    </div>
  );
}

/** An operator moves within the own tree; the staff among the bridges of the first rank and the neighbours. */
function destinations({ bridges }: ConferenceState, from: BridgeId, own: BridgeId | null): readonly Bridge[] {
  const parentId = bridgeOf(bridges, from)?.parentId ?? null;
  return bridgesInOrder(bridges).filter(
    ({ bridgeId, tier, parentId: above }) =>
      bridgeId !== from &&
      (own === null ? tier <= 1 || (parentId !== null && above === parentId) : isWithin(bridges, bridgeId, own)),
  );
}
