import { AwardsTab } from './awards-tab.tsx';
import { IncidentsTab } from './incidents-tab.tsx';
import { PointsTab } from './points-tab.tsx';
import { ProposalsTab } from './proposals-tab.tsx';
import { TasksTab } from './tasks-tab.tsx';
import '../../console/console-forms.css';
import './follow-up.css';

const TABS = {
  proposals: ProposalsTab,
  tasks: TasksTab,
  awards: AwardsTab,
  points: PointsTab,
  incidents: IncidentsTab,
} as const;

export type FollowUpTabName = keyof typeof TABS;

/** What the conference decided and handed out: one list of the minutes screen. */
export function FollowUpTab({ tab }: { readonly tab: FollowUpTabName }) {
  const Tab = TABS[tab];
  return <Tab />;
}
