import { useState } from 'react';
import type { ImportJob, ImportPreview } from '../../../../shared/protocol/list-import.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { text } from '../../../text/text.ts';
import {
  type ColumnChoices,
  choose,
  chosenOf,
  FIELDS_OF,
  type HeadLine,
  headsOf,
  isChanged,
  mappingOf,
} from './columns-draft.ts';
import type { ImportDesk } from './import-desk.ts';
import { fieldName } from './import-words.ts';
import { Problem } from './problem.tsx';
import { useAsking } from './use-import-desk.ts';

const words = () => text.lists.columns;
const NONE: ColumnChoices = new Map();

interface ColumnsFormProps {
  readonly desk: ImportDesk;
  readonly job: ImportJob;
  readonly preview: ImportPreview;
}

/** What each column is taken for, and its correction by hand: the file is then read again. */
export function ColumnsForm({ desk, job, preview }: ColumnsFormProps) {
  const [choices, setChoices] = useState(NONE);
  const { pending, problem, run } = useAsking();
  const heads = headsOf(preview);
  const changed = isChanged(heads, choices);
  return (
    <form
      className="lists-columns"
      onSubmit={(event) => {
        event.preventDefault();
        run(() => desk.correct(job.importId, mappingOf(heads, choices)));
      }}
    >
      <p>{words().hint}</p>
      <Sheets preview={preview} />
      <HeadsTable
        list={job.list}
        heads={heads}
        choices={choices}
        onChoose={(head) => setChoices(choose(preview, choices, head))}
      />
      <Problem sentence={problem} />
      <p className="console-form-buttons">
        <button type="submit" className="button" disabled={!changed} aria-busy={pending}>
          {words().act}
        </button>
        {changed ? null : <span className="command-reason">{words().asBefore}</span>}
      </p>
    </form>
  );
}

interface HeadsTableProps extends Pick<ImportJob, 'list'> {
  readonly heads: readonly HeadLine[];
  readonly choices: ColumnChoices;
  readonly onChoose: (head: Pick<HeadLine, 'called' | 'field'>) => void;
}

function HeadsTable({ list, heads, choices, onChoose }: HeadsTableProps) {
  return (
    <table className="lists-table">
      <thead>
        <tr>
          {[words().called, words().sample, words().means].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {heads.map((head) => (
          <HeadRow
            key={head.called}
            list={list}
            head={head}
            chosen={chosenOf(head, choices)}
            onChoose={(field) => onChoose({ called: head.called, field })}
          />
        ))}
      </tbody>
    </table>
  );
}

function Sheets({ preview: { sheets } }: Pick<ColumnsFormProps, 'preview'>) {
  return (
    <ul className="lists-sheets">
      {sheets.map((sheet) => (
        <li key={sheet.name}>{sheetWords(sheet)}</li>
      ))}
    </ul>
  );
}

/** A CSV file is one sheet without a name; that its head is missing is said above. */
function sheetWords({ name, headerRow, rows }: ImportPreview['sheets'][number]): string | null {
  if (headerRow === 0) return name === '' ? null : words().leftOut(name);
  const counted = [formatCount(headerRow), formatCount(rows)] as const;
  return name === '' ? words().table(...counted) : words().sheet(name, ...counted);
}

interface HeadRowProps extends Pick<ImportJob, 'list'> {
  readonly head: HeadLine;
  readonly chosen: string | null;
  readonly onChoose: (field: string | null) => void;
}

const UNUSED = '';

function HeadRow({ list, head: { called, sample }, chosen, onChoose }: HeadRowProps) {
  return (
    <tr>
      <th scope="row">{called}</th>
      <td className="lists-sample">{sample.join(' · ')}</td>
      <td>
        <select
          aria-label={words().choose(called)}
          value={chosen ?? UNUSED}
          onChange={({ target }) => onChoose(target.value === UNUSED ? null : target.value)}
        >
          <option value={UNUSED}>{words().unused}</option>
          {FIELDS_OF[list].map((field) => (
            <option key={field} value={field}>
              {fieldName(field)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
