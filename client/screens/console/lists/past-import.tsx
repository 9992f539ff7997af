import { useRef } from 'react';
import type { ListImport } from '../../../../shared/domain/attendance/list-import.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { formatCount, formatDate, formatTime } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { text } from '../../../text/text.ts';
import { useRights } from '../use-rights.ts';

const words = () => text.lists.home;

/** What came in by one file, and its way back. */
export function PastImport({ past }: { readonly past: ListImport }) {
  const { list, name, at, added, changed, undone } = past;
  const { show } = useNotices();
  const line = useRef<HTMLLIElement>(null);
  const counts = { added: formatCount(added), changed: formatCount(changed) };
  const isUndone = () => {
    show({ tone: 'ok', sentence: words().isUndone(name) });
    // The button is gone, and the focus with it.
    line.current?.focus();
  };
  return (
    <li ref={line} tabIndex={-1} data-undone={undone || undefined}>
      <span>
        <strong>{name}</strong>{' '}
        <small>{words().imports(text.lists.lists[list], `${formatTime(at)} ${formatDate(at)}`)}</small>
      </span>
      <span>{text.lists.done.counts(counts)}</span>
      {undone ? <StateMark tone="off" word={words().undone} /> : <UndoImport past={past} onDone={isUndone} />}
    </li>
  );
}

interface UndoImportProps {
  readonly past: Pick<ListImport, 'importId' | 'name'>;
  readonly onDone?: () => void;
}

/** The whole file as one act; whether marks may go with it is asked first. */
export function UndoImport({ past: { importId, name }, onDone }: UndoImportProps) {
  const { may, fits } = useRights();
  const make = (): Command => ({ type: 'undoImport', importId, accepting: [] });
  if (!may(make())) return <span />;
  return (
    <CommandButton
      make={make}
      label={text.lists.done.undo}
      name={words().undoNamed(name)}
      disabledReason={fits(make()) ? null : text.refusals.sentence('wrong-phase', {})}
      onAccepted={onDone}
    />
  );
}
