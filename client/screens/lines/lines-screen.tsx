import { useState } from 'react';
import type { BridgeId, ConferenceId } from '../../../shared/domain/ids.ts';
import { MediaProvider } from '../../media/media-provider.tsx';
import { AlertList } from '../../parts/lines/alert-list.tsx';
import { ConferenceProvider } from '../../sync/conference-provider.tsx';
import { BridgePanel } from './bridge-panel.tsx';
import { CheckDialog } from './check/check-dialog.tsx';
import { DueList } from './due-list.tsx';
import { LineBoardSection } from './line-board-section.tsx';
import { LinesTop } from './lines-top.tsx';
import { TimetableDialog } from './timetable/timetable-dialog.tsx';
import { useLineHistory } from './use-line-history.ts';
import { useLineRows } from './use-line-rows.ts';
import { useOpenCheck } from './use-open-check.ts';
import './lines.css';

/** Where the people who keep the lines sit, from days before until the last word. */
export function LinesScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <MediaProvider own={null} as={null}>
        <LinesTable />
      </MediaProvider>
    </ConferenceProvider>
  );
}

type OpenedDialog = { readonly kind: 'check'; readonly bridgeId: BridgeId } | { readonly kind: 'timetable' };

function LinesTable() {
  const [chosen, choose] = useState<BridgeId | null>(null);
  const [opened, open] = useState<OpenedDialog | null>(null);
  const rows = useLineRows();
  const history = useLineHistory();
  const close = () => open(null);
  const openCheck = useOpenCheck((bridgeId) => open({ kind: 'check', bridgeId }));
  const check = (bridgeId: BridgeId) => {
    choose(bridgeId);
    openCheck(bridgeId);
  };
  return (
    <main className="lines">
      <LinesTop onTimetable={() => open({ kind: 'timetable' })} />
      <div className="lines-side">
        <AlertList titled onBridge={choose} />
        <DueList onBridge={choose} onCheck={check} />
      </div>
      <LineBoardSection
        rows={rows}
        chosen={chosen}
        history={history}
        onChoose={choose}
        onOpen={({ bridge }) => check(bridge.bridgeId)}
      />
      <BridgePanel
        bridgeId={chosen}
        row={rows.find(({ bridge }) => bridge.bridgeId === chosen) ?? null}
        history={history}
        onBridge={choose}
        onCheck={check}
      />
      {opened?.kind === 'check' ? <CheckDialog bridgeId={opened.bridgeId} onClose={close} /> : null}
      {opened?.kind === 'timetable' ? <TimetableDialog onClose={close} /> : null}
    </main>
  );
}
