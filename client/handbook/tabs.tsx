import { type KeyboardEvent, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useWords } from './words.ts';

const TABS = ['programme', 'documents', 'ballots', 'own'] as const;
export type Tab = (typeof TABS)[number];

interface TabsProps {
  readonly tab: Tab;
  readonly onChoose: (tab: Tab) => void;
  /** Ballots that wait for this delegate's answer. */
  readonly waiting: number;
  readonly children: Readonly<Record<Tab, ReactNode>>;
}

/** One stop of the Tab key; the arrows go from part to part. Parts that are not seen stay: what was begun there is not lost. */
export function Tabs({ tab, onChoose, waiting, children }: TabsProps) {
  const words = useWords().tabs;
  const isAtRest = useRest();
  const list = useRef<HTMLDivElement>(null);
  const choose = (next: Tab) => {
    onChoose(next);
    // What is live stands above: whoever opens a part sees that part.
    list.current?.scrollIntoView({ block: 'start' });
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    if (step === 0 || next === undefined) return;
    choose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <>
      <div ref={list} className="book-tabs" role="tablist" aria-label={words.label}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`tab-${one}`}
            aria-selected={one === tab}
            aria-controls={`panel-${one}`}
            tabIndex={one === tab ? 0 : -1}
            onClick={() => choose(one)}
            onKeyDown={onKeyDown}
          >
            {words[one]}
            {one === 'ballots' && waiting > 0 ? <span className="unseen"> ({waiting})</span> : null}
          </button>
        ))}
      </div>
      {TABS.map((one) => (
        <section
          key={one}
          role="tabpanel"
          id={`panel-${one}`}
          aria-labelledby={`tab-${one}`}
          hidden={one !== tab}
          className="book-panel"
        >
          {one === tab || isAtRest ? <Suspense>{children[one]}</Suspense> : null}
        </section>
      ))}
    </>
  );
}

const REST_MS = 1_500;

/** The parts that are not seen are drawn when the first look is over, so that they are there when the network is not. */
function useRest(): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAtRest(true), REST_MS);
    return () => clearTimeout(timer);
  }, []);
  return isAtRest;
}
