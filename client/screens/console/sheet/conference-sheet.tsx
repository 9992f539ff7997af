import { useState } from 'react';
import { Dialog } from '../../../parts/dialog.tsx';
import { text } from '../../../text/text.ts';
import type { OpenedSheet, SheetTab } from '../open-dialog.ts';
import { BridgesTab } from './bridges-tab.tsx';
import { DetailsTab } from './details-tab.tsx';
import { LinksTab } from './links-tab.tsx';
import { RehearsalTab } from './rehearsal-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { Tabs } from './tabs.tsx';

const words = () => text.console.sheet;
const TABS: readonly SheetTab[] = ['bridges', 'rules', 'links', 'rehearsal', 'details'];

interface ConferenceSheetProps {
  readonly opened: OpenedSheet;
  readonly onClose: () => void;
}

/** Everything that is arranged rather than conducted: bridges and their people, links, what the invitation says. */
export function ConferenceSheet({ opened, onClose }: ConferenceSheetProps) {
  const [tab, setTab] = useState(opened.tab);
  return (
    <Dialog title={words().title} onClose={onClose} className="console-sheet">
      <Tabs
        name="sheet"
        takesFocus
        label={words().title}
        tabs={TABS}
        words={{ ...words().tabs, rules: text.rules.tab, rehearsal: text.rehearsal.tab }}
        chosen={tab}
        onChoose={setTab}
      >
        {tab === 'bridges' ? (
          <BridgesTab bridgeId={opened.bridgeId ?? null} section={opened.section ?? 'card'} />
        ) : tab === 'rules' ? (
          <RulesTab />
        ) : tab === 'links' ? (
          <LinksTab />
        ) : tab === 'rehearsal' ? (
          <RehearsalTab />
        ) : (
          <DetailsTab onDone={onClose} />
        )}
      </Tabs>
    </Dialog>
  );
}
