import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { Dialog } from '../../../parts/dialog.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { useCommandsOff } from '../../../sync/use-commands-off.ts';
import { text } from '../../../text/text.ts';
import { useAct } from '../use-act.ts';
import { useFloorTools } from '../use-floor-actions.ts';
import { useRights } from '../use-rights.ts';
import { paletteCommands } from './palette-commands.ts';
import { findEntries, type PaletteEntry } from './palette-entry.ts';
import { paletteWays } from './palette-ways.ts';
import './command-palette.css';

const words = () => text.conducting.palette;
const SHOWN = 14;

/** What a line says and does now. */
interface Line {
  readonly id: string;
  readonly label: string;
  readonly shortcut: string | null;
  readonly reason: string | null;
  readonly run: () => void;
}

/** One field for everything that can be done: typed letters find it, Enter does it, what cannot be done says why. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const lines = useLines(typed, onClose);
  const { at, onKeyDown, choose } = useChoice(lines);
  const id = useId();
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setTyped(target.value);
    choose(0);
  };
  return (
    <Dialog title={words().title} onClose={onClose} className="console-palette">
      <input
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={lines.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        aria-label={words().placeholder}
        placeholder={words().placeholder}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={onChange}
        onKeyDown={onKeyDown}
      />
      <Lines id={id} lines={lines} at={at} />
    </Dialog>
  );
}

function useLines(typed: string, onClose: () => void): readonly Line[] {
  const tools = useFloorTools();
  const rights = useRights();
  const { conference } = useSync();
  const act = useAct();
  const off = useCommandsOff();
  const entries = [...paletteCommands(tools), ...paletteWays(conference, tools.open, rights)];
  const lineOf = (entry: PaletteEntry): Line => {
    if (entry.kind === 'way') {
      const { id, label, shortcut, go } = entry;
      return { id, label, shortcut, reason: null, run: leaving(onClose, go) };
    }
    const { shortcut, reason, make, done } = entry.action();
    return {
      id: entry.id,
      label: entry.label,
      shortcut,
      reason: off ?? reason,
      run: leaving(onClose, () => act(make(), done)),
    };
  };
  return findEntries(entries, typed, SHOWN).map(lineOf);
}

/** It closes first: what is done may open something else in its place. */
const leaving = (onClose: () => void, go: () => void) => () => {
  onClose();
  go();
};

function useChoice(lines: readonly Line[]) {
  const [wanted, choose] = useState(0);
  const at = Math.min(wanted, Math.max(0, lines.length - 1));
  const ran = useRef(false);
  const run = () => {
    const line = lines[at];
    if (line === undefined || line.reason !== null || ran.current) return;
    ran.current = true;
    line.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.repeat) run();
    else if (event.key === 'ArrowDown') choose(Math.min(at + 1, lines.length - 1));
    else if (event.key === 'ArrowUp') choose(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return { at, choose, onKeyDown };
}

function Lines({ id, lines, at }: { readonly id: string; readonly lines: readonly Line[]; readonly at: number }) {
  return (
    <div id={`${id}-list`} role="listbox" aria-label={words().title} className="console-palette-list">
      {lines.map(({ id: entry, label, shortcut, reason, run }, index) => (
        <div
          key={entry}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          aria-disabled={reason !== null || undefined}
          onPointerDown={(event) => {
            // The field must not lose the focus before the choice is made.
            event.preventDefault();
            if (reason === null && event.button === 0) run();
          }}
        >
          <span>{label}</span>
          {reason === null ? null : <small>{reason}</small>}
          {shortcut === null ? null : <kbd>{shortcut}</kbd>}
        </div>
      ))}
      {lines.length === 0 ? <p>{words().none}</p> : null}
    </div>
  );
}
