import { type KeyboardEvent, useRef, useState } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { formatDate, formatTime } from '../../parts/clock-text.ts';
import { FloorAnnouncer } from '../../parts/floor-announcer.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { ConferenceProvider, useConference, useLine } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { AgendaTab } from './agenda-tab.tsx';
import { BridgesTab } from './bridges-tab.tsx';
import { DelegatesTab } from './delegates-tab.tsx';
import { NowCard } from './now-card.tsx';
import './programme.css';

const words = () => text.programme;

/** What anybody may follow on a phone: the programme, the bridges and the delegates. It asks for no media at all. */
export function ProgrammeScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <div className="programme">
        <Head />
        <NowCard />
        <Tabs />
        <FloorAnnouncer words={words().announce} />
      </div>
    </ConferenceProvider>
  );
}

function Head() {
  const title = useConference(({ conference }) => conference.title);
  const organiser = useConference(({ conference }) => conference.organiser);
  const date = useConference(({ conference }) => conference.date);
  const phase = useConference(({ conference }) => conference.phase);
  const line = useLine();
  return (
    <header className="programme-head">
      <div className="programme-first">
        <p className="programme-meta">
          {organiser} · {formatDate(date)}
        </p>
        <LanguageSwitch />
      </div>
      <h1>{title}</h1>
      {phase === 'live' ? null : <StateMark tone="off" word={text.common.phases[phase]} />}
      {line.status === 'offline' ? (
        <p className="programme-offline" role="status">
          <StateMark tone="look" word={words().offline(formatTime(line.since))} />
        </p>
      ) : null}
    </header>
  );
}

const TABS = ['agenda', 'bridges', 'delegates'] as const;
type Tab = (typeof TABS)[number];

function Tabs() {
  const [tab, setTab] = useState<Tab>('agenda');
  return (
    <main className="programme-main">
      <TabList tab={tab} onChoose={setTab} />
      <div role="tabpanel" id="programme-panel" aria-labelledby={`programme-tab-${tab}`}>
        {tab === 'agenda' ? <AgendaTab /> : null}
        {tab === 'bridges' ? <BridgesTab /> : null}
        {tab === 'delegates' ? <DelegatesTab /> : null}
      </div>
    </main>
  );
}

interface TabListProps {
  readonly tab: Tab;
  readonly onChoose: (tab: Tab) => void;
}

/** One stop of the Tab key; the arrows go from tab to tab. */
function TabList({ tab, onChoose }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    if (step === 0 || next === undefined) return;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#programme-tab-${next}`)?.focus();
  };
  return (
    <div ref={list} className="programme-tabs" role="tablist" aria-label={words().tabs.label}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`programme-tab-${one}`}
          aria-selected={one === tab}
          aria-controls="programme-panel"
          tabIndex={one === tab ? 0 : -1}
          onClick={() => onChoose(one)}
          onKeyDown={onKeyDown}
        >
          {words().tabs[one]}
        </button>
      ))}
    </div>
  );
}
