import { useState } from 'react';
import { Dialog } from '../../../parts/dialog.tsx';
import { text } from '../../../text/text.ts';
import { ListsTab } from '../lists/lists-tab.tsx';
import type { OpenedSheet, SheetTab } from '../open-dialog.ts';
import { RanksTab } from '../roll-call/ranks-tab.tsx';
import { AttendanceTab } from './attendance-tab.tsx';
import { BridgesTab } from './bridges-tab.tsx';
import { DetailsTab } from './details-tab.tsx';
import { LinksTab } from './links-tab.tsx';
import { RehearsalTab } from './rehearsal-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { Tabs } from './tabs.tsx';

const words = () => text.console.sheet;
const TABS: readonly SheetTab[] = ['bridges', 'attendance', 'lists', 'rules', 'ranks', 'links', 'rehearsal', 'details'];

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
        words={{
          ...words().tabs,
          attendance: text.board.sheet.tab,
          lists: text.lists.tab,
          rules: text.rules.tab,
          ranks: text.rollCall.ranks.tab,
          rehearsal: text.rehearsal.tab,
        }}
        chosen={tab}
        onChoose={setTab}
      >
        {tab === 'bridges' ? (
          <BridgesTab bridgeId={opened.bridgeId ?? null} section={opened.section ?? 'card'} />
        ) : tab === 'attendance' ? (
          <AttendanceTab />
        ) : tab === 'lists' ? (
          <ListsTab />
        ) : tab === 'rules' ? (
          <RulesTab />
        ) : tab === 'ranks' ? (
          <RanksTab />
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
