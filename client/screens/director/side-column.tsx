import type { BridgeId } from '../../../shared/domain/ids.ts';
import { DocumentDesk } from '../../parts/documents/document-desk.tsx';
import { AlertList } from '../../parts/lines/alert-list.tsx';
import { RecordingControl } from '../../parts/recording/recording-control.tsx';
import { useShortcut } from '../../parts/shortcut.ts';
import { TalkbackPanel } from '../../parts/talkback/talkback-panel.tsx';
import { WaitingMark } from '../../parts/talkback/waiting-mark.tsx';
import { text } from '../../text/text.ts';
import { useDesk } from './desk-context.ts';

export const SIDE_PANELS = ['talkback', 'documents', 'recording'] as const;
export type SidePanel = (typeof SIDE_PANELS)[number];

const KEYS: Readonly<Record<SidePanel, string>> = { talkback: 'F2', documents: 'F4', recording: 'F8' };

const bodyId = (panel: SidePanel): string => `director-${panel}`;

interface SideColumnProps {
  readonly panel: SidePanel;
  readonly onPanel: (panel: SidePanel) => void;
  readonly talkingTo: BridgeId | null;
  readonly onTalkingTo: (bridgeId: BridgeId | null) => void;
}

/** What needs a look stands on top; below it the talk with the halls, the documents or the recording. */
export function SideColumn({ panel, onPanel, talkingTo, onTalkingTo }: SideColumnProps) {
  const words = text.director.side;
  const { talkTo } = useDesk();
  return (
    <aside className="director-side" aria-label={words.label} data-panel="side">
      <section className="director-alerts" aria-labelledby="director-alerts-head">
        <h2 id="director-alerts-head" className="director-side-head">
          {words.alerts}
        </h2>
        <AlertList onBridge={talkTo} />
      </section>
      <div className="director-side-tabs">
        {SIDE_PANELS.map((one) => (
          <PanelPress key={one} panel={one} isOpen={one === panel} onOpen={() => onPanel(one)} />
        ))}
      </div>
      {/* All stay: a call or an upload that runs must outlive the look at another. */}
      <div id={bodyId('talkback')} className="director-side-body" hidden={panel !== 'talkback'}>
        <TalkbackPanel bridgeId={talkingTo} onBridge={onTalkingTo} />
      </div>
      <div id={bodyId('documents')} className="director-side-body" hidden={panel !== 'documents'}>
        <DocumentDesk />
      </div>
      <div id={bodyId('recording')} className="director-side-body" hidden={panel !== 'recording'}>
        <RecordingControl />
      </div>
    </aside>
  );
}

interface PanelPressProps {
  readonly panel: SidePanel;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function PanelPress({ panel, isOpen, onOpen }: PanelPressProps) {
  useShortcut(KEYS[panel], () => {
    onOpen();
    enter(panel);
  });
  return (
    <button type="button" className="button" aria-pressed={isOpen} onClick={onOpen}>
      {text.director.side[panel]} <kbd aria-hidden="true">{KEYS[panel]}</kbd>{' '}
      {panel === 'talkback' ? <WaitingMark /> : null}
    </button>
  );
}

const FIELD = ':is(input:not([type="file"]), textarea, select):not(:disabled)';
const PRESS = 'button:not(:disabled):not([tabindex="-1"])';

/**
 * By its key the panel is opened and gone to, once it is drawn. Only the talk is typed into: a field of the documents
 * would swallow the digits that arm a tile.
 */
function enter(panel: SidePanel): void {
  setTimeout(() => {
    const body = document.getElementById(bodyId(panel));
    const field = panel === 'talkback' ? body?.querySelector<HTMLElement>(FIELD) : null;
    (field ?? body?.querySelector<HTMLElement>(PRESS))?.focus();
  });
}
