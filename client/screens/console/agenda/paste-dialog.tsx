import { useDeferredValue, useMemo, useState } from 'react';
import type { Agenda } from '../../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { type Paste, type PastedRow, readPaste } from '../../../../shared/views/agenda-paste.ts';
import { agendaSheet } from '../../../../shared/views/agenda-sheet.ts';
import type { PasteError } from '../../../../shared/views/paste-row.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/field.tsx';
import { personWords } from '../../../parts/person-words.ts';
import { Shape } from '../../../parts/shape.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { useRights } from '../use-rights.ts';
import type { AgendaDialogProps } from './opened-agenda.ts';
import { planTimes } from './plan-times.ts';
import { useWritingPlace } from './use-writing-place.ts';

const words = () => text.agenda.paste;

/** A programme from a spreadsheet: pasted, looked at, added as a whole or not at all. */
export function PasteDialog({ onClose }: AgendaDialogProps) {
  const agenda = useConference((state) => state.agenda);
  const { free, lastStart } = useWritingPlace(agenda);
  const [typed, setTyped] = useState('');
  const settled = useDeferredValue(typed);
  const paste = useMemo(() => readPaste(settled, { free, lastStart }), [settled, free, lastStart]);
  const { reason } = useRights();
  const command = commandOf(paste);
  return (
    <Dialog title={words().title} onClose={onClose} className="console-dialog console-paste-dialog">
      <TextField
        label={words().field}
        hint={words().hint}
        rows={8}
        spellCheck={false}
        className="console-paste-field"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {agenda.items.length === 0 ? null : (
        <button type="button" className="button" data-tone="quiet" onClick={() => setTyped(sheetOf(agenda))}>
          {words().copyOut}
        </button>
      )}
      <div role="status">
        <Preview paste={paste} day={free} />
      </div>
      <div className="console-form-buttons">
        <CommandButton
          make={() => command}
          label={words().act(paste.kind === 'read' ? paste.rows.length : 0)}
          tone="primary"
          disabledReason={reasonOf(paste) ?? (command === null ? null : reason(command))}
          onAccepted={onClose}
        />
        <button type="button" className="button" data-tone="plain" onClick={onClose}>
          {text.common.cancel}
        </button>
      </div>
    </Dialog>
  );
}

const sheetOf = (agenda: Agenda): string =>
  agendaSheet(agenda, {
    heads: words().columns,
    kinds: text.console.agendaForm.kinds,
    group: words().group,
    note: words().note,
  });

function commandOf(paste: Paste): Command | null {
  if (paste.kind !== 'read' || paste.rows.length === 0) return null;
  const items = paste.rows.map(({ plan, presenter }) => ({ plan, presenter }));
  return { type: 'addAgendaItems', items, beforeItemId: null };
}

function reasonOf(paste: Paste): string | null {
  if (paste.kind !== 'read') return words().nothing;
  if (paste.errors.length > 0) return words().fixFirst(paste.errors.length);
  return paste.rows.length === 0 ? words().nothing : null;
}

function Preview({ paste, day }: { readonly paste: Paste; readonly day: number }) {
  switch (paste.kind) {
    case 'empty':
      return <p className="console-preview">{words().empty}</p>;
    case 'refused':
      return <Problem words={words().refused(paste.missing.map((one) => words().missing[one]).join(words().and))} />;
    case 'tooMany':
      return <Problem words={words().tooMany(paste.max)} />;
    case 'read':
      return (
        <>
          {paste.errors.map((error) => (
            <Problem key={`${error.line} ${error.column} ${error.fault}`} words={errorWords(error)} />
          ))}
          <PastedRows rows={paste.rows} day={day} />
        </>
      );
  }
}

const Problem = ({ words: sentence }: { readonly words: string }) => (
  <p className="console-problem">
    <Shape name="look" /> {sentence}
  </p>
);

const errorWords = ({ line, column, called, typed, fault }: PasteError): string =>
  words().error(line, called === '' ? words().columns[column] : called, words().faults[fault](typed));

function PastedRows({ rows, day }: { readonly rows: readonly PastedRow[]; readonly day: number }) {
  const { kinds } = text.console.agendaForm;
  const { columns } = words();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div className="console-paste-rows" tabIndex={0} role="group" aria-label={words().preview(rows.length)}>
      <table>
        <caption>{words().preview(rows.length)}</caption>
        <thead>
          <tr>
            {[words().line, words().time, columns.title, columns.presenter, columns.kind].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, plan, presenter }) => (
            <tr key={line} data-row-kind={plan.row}>
              <td>{line}</td>
              <td>{plan.row === 'item' ? planTimes(plan, day) : ''}</td>
              <td>{plan.title}</td>
              <td>{presenter === null ? '' : personWords(presenter)}</td>
              <td>{plan.row === 'item' ? kinds[plan.kind] : words()[plan.row]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
