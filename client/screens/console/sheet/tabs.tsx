import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';

interface TabsProps<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly tabs: readonly T[];
  readonly words: Readonly<Record<T, string>>;
  readonly chosen: T;
  readonly onChoose: (tab: T) => void;
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/** Tabs as the pattern has them: one stop of the Tab key, arrows between them, the panel named by its tab. */
export function Tabs<T extends string>(props: TabsProps<T>) {
  const { name, label, tabs, words, chosen, onChoose, takesFocus = false, children } = props;
  const id = `${useId()}-${name}`;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A dialog by itself would open at the first tab, also when another is chosen.
    if (takesFocus) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length];
    if (step === 0 || next === undefined) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label={label} className="console-tabs">
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`${id}-${tab}`}
            data-tab={tab}
            aria-selected={tab === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={tab === chosen ? 0 : -1}
            className="console-tab"
            onKeyDown={onKeyDown}
            onClick={() => onChoose(tab)}
          >
            {words[tab]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} className="console-tabpanel">
        {children}
      </div>
    </>
  );
}
