import { type KeyboardEvent, useId, useState } from 'react';
import { type Bridge, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { bridgesNamed } from '../../../shared/views/bridge-order.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.console.picker;
const SHOWN = 8;
const KEYS = ['ArrowDown', 'ArrowUp', 'Enter', 'Escape'];

interface BridgePickerProps {
  readonly label: string;
  readonly chosen: BridgeId | null;
  readonly onChoose: (bridgeId: BridgeId | null) => void;
}

/** One bridge among thousands, by typing some letters of its name, with or without accents. */
export function BridgePicker(props: BridgePickerProps) {
  const { label, chosen } = props;
  const id = useId();
  const name = useConference(({ bridges }) => (chosen === null ? '' : (bridgeOf(bridges, chosen)?.name ?? '')));
  const { typed, found, at, open, type, leave, choose, onKeyDown } = usePicking(props);
  return (
    <div className="field console-picker">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && found.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={words().placeholder}
        value={typed ?? name}
        onChange={({ target }) => type(target.value)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      {open ? <Suggestions id={id} label={label} found={found} at={at} onChoose={choose} /> : null}
    </div>
  );
}

function usePicking({ onChoose }: BridgePickerProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const found = useConference(({ bridges }) => bridgesNamed(bridges, typed ?? '').slice(0, SHOWN));
  const open = typed !== null && typed.trim() !== '';
  const leave = () => setTyped(null);
  const choose = (index: number) => {
    const bridge = found[index];
    if (bridge === undefined) return;
    onChoose(bridge.bridgeId);
    leave();
  };
  const type = (letters: string) => {
    setTyped(letters);
    setAt(0);
    if (letters === '') onChoose(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing || !KEYS.includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') choose(at);
    else if (event.key === 'Escape') leave();
    else setAt(Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
  };
  return { typed, found, at, open, type, leave, choose, onKeyDown };
}

interface SuggestionsProps {
  readonly id: string;
  readonly label: string;
  readonly found: readonly Bridge[];
  readonly at: number;
  readonly onChoose: (index: number) => void;
}

function Suggestions({ id, label, found, at, onChoose }: SuggestionsProps) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={label} className="console-picker-list">
      {found.map((bridge, index) => (
        <div
          key={bridge.bridgeId}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onPointerDown={(event) => {
            // The field must not lose the focus before the choice is made.
            event.preventDefault();
            onChoose(index);
          }}
        >
          {bridge.name}
        </div>
      ))}
      {found.length === 0 ? <p className="console-picker-none">{words().none}</p> : null}
    </div>
  );
}
