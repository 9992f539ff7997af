import { useState } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { ConferenceProvider } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { Tabs } from '../console/sheet/tabs.tsx';
import { FollowUpTab, type FollowUpTabName } from './follow-up/follow-up-tab.tsx';
import { MinutesTop } from './minutes-top.tsx';
import { NotesProvider } from './notes/notes-provider.tsx';
import { WritingTab } from './writing-tab.tsx';
import '../console/console-forms.css';
import './minutes.css';

/** Where the minutes are written while the conference runs, and everything else that remains of it. */
export function MinutesScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <NotesProvider>
        <MinutesTable />
      </NotesProvider>
    </ConferenceProvider>
  );
}

type Tab = 'minutes' | FollowUpTabName;
const TABS: readonly Tab[] = ['minutes', 'proposals', 'tasks', 'awards', 'points', 'incidents'];

function MinutesTable() {
  const [tab, choose] = useState<Tab>('minutes');
  const { tabs } = text.minutes;
  return (
    <main className="minutes" data-tab={tab}>
      <MinutesTop />
      <Tabs name="minutes" label={tabs.label} tabs={TABS} words={tabs} chosen={tab} onChoose={choose}>
        {tab === 'minutes' ? <WritingTab /> : <FollowUpTab tab={tab} />}
      </Tabs>
    </main>
  );
}
