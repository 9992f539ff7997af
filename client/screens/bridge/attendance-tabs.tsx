import { useId, useState } from 'react';
import { type Bridge, childrenOf } from '../../../shared/domain/bridges/bridge.ts';
import { isOver } from '../../../shared/domain/conference/conference.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { BridgesBelow } from './bridges-below.tsx';
import { DelegateRoll } from './delegate-roll.tsx';
import { HeadcountForm } from './headcount-form.tsx';
import './roll.css';

type Tab = keyof typeof text.roll.tabs;

interface TabsProps {
  readonly bridge: Bridge;
  readonly first: Tab;
  readonly onSent: () => void;
}

/** The attendance of a bridge: by names, by numbers, and that of the bridges right below it. */
export function AttendanceTabs({ bridge, first, onSent }: TabsProps) {
  const [tab, setTab] = useState<Tab>(first);
  const id = useId();
  // The peers of the central bridge are the secretariat's to count, not its own.
  const hasBelow = useConference(({ bridges }) => bridge.tier > 0 && childrenOf(bridges, bridge.bridgeId).length > 0);
  const tabs: readonly Tab[] = ['byName', 'byNumber', ...(hasBelow ? (['below'] as const) : [])];
  const panels = {
    byName: <DelegateRoll bridge={bridge} />,
    byNumber: <HeadcountForm bridge={bridge} onSent={onSent} />,
    below: <BridgesBelow bridge={bridge} />,
  };
  return (
    <>
      <div className="bridge-tabs" role="tablist" aria-label={text.roll.screen.title}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-tab-${one}`}
            aria-selected={tab === one}
            aria-controls={`${id}-panel-${one}`}
            onClick={() => setTab(one)}
          >
            {text.roll.tabs[one]}
          </button>
        ))}
      </div>
      <NotCounted />
      {/* All stay, so that what is typed in one is not lost by a look at another. */}
      {tabs.map((one) => (
        <div
          key={one}
          id={`${id}-panel-${one}`}
          role="tabpanel"
          aria-labelledby={`${id}-tab-${one}`}
          hidden={tab !== one}
        >
          {panels[one]}
        </div>
      ))}
    </>
  );
}

/** Before the preparation and after the closing every press here would be refused: said before it is pressed. */
function NotCounted() {
  const phase = useConference(({ conference }) => conference.phase);
  const { notOpenHow, closedHow } = text.kiosk.door;
  const sentence = phase === 'draft' ? notOpenHow : isOver({ phase }) ? closedHow : null;
  return sentence === null ? null : (
    <p className="bridge-not-counted">
      <StateMark tone="look" word={sentence} />
    </p>
  );
}
