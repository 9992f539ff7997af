import type { ReactNode } from 'react';
import type { ImportId } from '../../../../shared/domain/ids.ts';
import type { ImportPreview, RefusedRow } from '../../../../shared/protocol/list-import.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { refusedRowsAddress } from '../../../sync/imports.ts';
import { text } from '../../../text/text.ts';
import { fieldName } from './import-words.ts';

const words = () => text.lists.preview;

interface RowsProps {
  readonly preview: ImportPreview;
}

export function AddedRows({ preview: { firstAdded, added } }: RowsProps) {
  const { heads } = words();
  if (firstAdded.length === 0) return <p className="console-empty">{words().noneAdded}</p>;
  return (
    <RowsTable shown={firstAdded.length} all={added} heads={[heads.row, heads.name, heads.facts]}>
      {firstAdded.map(({ row, name, facts }, index) => (
        <tr key={`${index} ${row}`}>
          <td>{row}</td>
          <td>{name}</td>
          <td>{facts}</td>
        </tr>
      ))}
    </RowsTable>
  );
}

export function ChangedRows({ preview: { firstChanged, changed } }: RowsProps) {
  const { heads } = words();
  if (firstChanged.length === 0) return <p className="console-empty">{words().noneChanged}</p>;
  const rows = new Set(firstChanged.map(({ row, name }) => `${row} ${name}`)).size;
  return (
    <RowsTable shown={rows} all={changed} heads={[heads.row, heads.name, heads.field, heads.before, heads.after]}>
      {firstChanged.map(({ row, name, field, before, after }, index) => (
        <tr key={`${index} ${row}`}>
          <td>{row}</td>
          <td>{name}</td>
          <td>{fieldName(field)}</td>
          <td>{before === '' ? <Blank /> : before}</td>
          <td>{after === '' ? <Blank /> : after}</td>
        </tr>
      ))}
    </RowsTable>
  );
}

const Blank = () => <small>{words().blank}</small>;

/** Why each row is not taken, with what to do about it in the file. */
export function RefusedRows({
  importId,
  preview: { firstRefused, refused },
}: RowsProps & { readonly importId: ImportId }) {
  const { conference } = useSync();
  const { heads } = words();
  if (firstRefused.length === 0) return <p className="console-empty">{words().noneRefused}</p>;
  const sheets = new Set(firstRefused.map(({ sheet }) => sheet)).size > 1;
  return (
    <>
      <p className="lists-refused-head">
        {words().refusedHint}{' '}
        <a className="button" href={refusedRowsAddress(conference, importId)} download>
          {words().download}
        </a>
      </p>
      <RowsTable
        shown={firstRefused.length}
        all={refused}
        heads={[...(sheets ? [heads.sheet] : []), heads.row, heads.column, heads.value, heads.reason]}
      >
        {firstRefused.map((one, index) => (
          <RefusedLine key={`${index} ${one.row}`} refused={one} sheets={sheets} />
        ))}
      </RowsTable>
    </>
  );
}

function RefusedLine({ refused, sheets }: { readonly refused: RefusedRow; readonly sheets: boolean }) {
  const { sheet, row, column, value, code } = refused;
  return (
    <tr>
      {sheets ? <td>{sheet}</td> : null}
      <td>{row}</td>
      <td>{column ?? <small>{words().wholeRow}</small>}</td>
      <td className="lists-value">{value === '' ? <Blank /> : value}</td>
      <td>{text.lists.rowFaults[code]}</td>
    </tr>
  );
}

interface RowsTableProps {
  readonly shown: number;
  readonly all: number;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}

function RowsTable({ shown, all, heads, children }: RowsTableProps) {
  const caption = words().firstOf(formatCount(shown), formatCount(all));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div className="lists-rows" tabIndex={0} role="group" aria-label={caption}>
      <table className="lists-table">
        <caption>{shown < all ? caption : null}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
