import { type Ref, useRef, useState } from 'react';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { bridgeOrder, bridgesNamed } from '../../../../shared/views/bridge-order.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { Field } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { BLANK } from '../blank-commands.ts';
import type { BridgeSection } from '../open-dialog.ts';
import { OpeningButton } from '../opening-button.tsx';
import { useRoving } from '../use-roving.ts';
import { AddBridgeForm } from './add-bridge-form.tsx';
import { BridgeCard } from './bridge-card.tsx';
import { CopyListForm } from './copy-list-form.tsx';

const words = () => text.console.sheetBridges;
const SHOWN = 100;

/** What stands to the right of the list. */
type Pane = { readonly kind: 'bridge'; readonly bridgeId: BridgeId } | { readonly kind: 'add' | 'copy' | 'none' };

interface BridgesTabProps {
  readonly bridgeId: BridgeId | null;
  readonly section: BridgeSection;
}

export function BridgesTab({ bridgeId, section }: BridgesTabProps) {
  const [pane, setPane] = useState<Pane>(bridgeId === null ? { kind: 'none' } : { kind: 'bridge', bridgeId });
  const show = (chosen: BridgeId) => setPane({ kind: 'bridge', bridgeId: chosen });
  const buttons = useRef<HTMLDivElement>(null);
  // The form that is done leaves the page with the focus in it: from here the next bridge is one press away.
  const close = () => {
    setPane({ kind: 'none' });
    buttons.current?.querySelector('button')?.focus();
  };
  return (
    <div className="console-split">
      <div className="console-split-list">
        <AddButtons ref={buttons} onPane={setPane} />
        <AllBridges chosen={pane.kind === 'bridge' ? pane.bridgeId : null} onChoose={show} />
      </div>
      <div className="console-split-body">
        <PaneOf pane={pane} section={section} onDone={close} />
      </div>
    </div>
  );
}

interface AddButtonsProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly onPane: (pane: Pane) => void;
}

function AddButtons({ ref, onPane }: AddButtonsProps) {
  return (
    <div ref={ref} className="console-form-buttons">
      <OpeningButton label={words().add} command={BLANK.bridges} onOpen={() => onPane({ kind: 'add' })} />
      <OpeningButton label={words().copy} command={BLANK.bridges} onOpen={() => onPane({ kind: 'copy' })} />
    </div>
  );
}

interface PaneProps {
  readonly pane: Pane;
  readonly section: BridgeSection;
  readonly onDone: () => void;
}

function PaneOf({ pane, section, onDone }: PaneProps) {
  const bridgeId = pane.kind === 'bridge' ? pane.bridgeId : null;
  const bridge = useConference(({ bridges }) => (bridgeId === null ? undefined : bridgeOf(bridges, bridgeId)));
  if (pane.kind === 'add') return <AddBridgeForm onDone={onDone} />;
  if (pane.kind === 'copy') return <CopyListForm onDone={onDone} />;
  if (bridge === undefined) return <p className="console-empty">{words().chooseOne}</p>;
  return <BridgeCard key={bridge.bridgeId} bridge={bridge} section={section} onRemoved={onDone} />;
}

interface AllBridgesProps {
  readonly chosen: BridgeId | null;
  readonly onChoose: (bridgeId: BridgeId) => void;
}

/** The first tier in protocol order; whatever is below it is found by typing. */
function AllBridges({ chosen, onChoose }: AllBridgesProps) {
  const bridges = useConference((state) => state.bridges);
  const [typed, setTyped] = useState('');
  const all = typed.trim() === '' ? bridgeOrder(bridges).top : bridgesNamed(bridges, typed);
  const below = typed.trim() === '' ? bridges.byId.size - all.length : 0;
  const shown = all.slice(0, SHOWN);
  const roving = useRoving(shown.map(({ bridgeId }) => bridgeId));
  return (
    <>
      <Field label={words().find} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      <ul ref={roving.list} className="console-list console-scroll" aria-label={words().all} {...roving.listProps}>
        {shown.map(({ bridgeId, name, tier }) => (
          <li key={bridgeId}>
            <button
              type="button"
              className="console-row console-pick-row"
              data-tier={tier}
              aria-current={bridgeId === chosen || undefined}
              onClick={() => onChoose(bridgeId)}
              {...roving.rowProps(bridgeId)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
      {all.length === 0 ? (
        <p className="console-empty">{bridges.byId.size === 0 ? words().none : words().noneFound}</p>
      ) : null}
      {all.length > SHOWN ? <p className="console-more">{words().moreToFind(all.length - SHOWN)}</p> : null}
      {below > 0 ? <p className="console-more">{words().belowToFind(formatCount(below))}</p> : null}
    </>
  );
}
