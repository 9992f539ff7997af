import { formatCount } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { text } from '../../text/text.ts';
import { COUNT_FIELDS, type CountField, countOf, type DraftRow, totalOf } from './headcount-draft.ts';

const words = () => text.roll.report;

interface TableProps {
  readonly rows: readonly DraftRow[];
  readonly onChange: (rows: readonly DraftRow[]) => void;
}

/** Categories down, counts across, sums below. */
export function HeadcountTable({ rows, onChange }: TableProps) {
  const put = (row: DraftRow) => onChange(rows.map((one) => (one.key === row.key ? row : one)));
  return (
    <table className="bridge-table">
      <thead>
        <tr>
          <th scope="col">{words().category}</th>
          {COUNT_FIELDS.map((field) => (
            <th key={field} scope="col" className="bridge-number">
              {words()[field]}
            </th>
          ))}
          <th scope="col">
            <span className="unseen">{words().remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <TableRow
            key={row.key}
            row={row}
            place={index + 1}
            onChange={put}
            onRemove={rows.length === 1 ? null : () => onChange(rows.filter(({ key }) => key !== row.key))}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words().total}</th>
          {COUNT_FIELDS.map((field) => (
            <td key={field} className="bridge-number">
              {formatCount(totalOf(rows, field))}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

interface RowProps {
  readonly row: DraftRow;
  readonly place: number;
  readonly onChange: (row: DraftRow) => void;
  readonly onRemove: (() => void) | null;
}

function TableRow({ row, place, onChange, onRemove }: RowProps) {
  return (
    <tr>
      <td>
        <input
          value={row.category}
          maxLength={120}
          aria-label={words().categoryName(place)}
          onChange={(event) => onChange({ ...row, category: event.target.value })}
        />
      </td>
      {COUNT_FIELDS.map((field) => (
        <td key={field} className="bridge-number">
          <CountInput row={row} field={field} onChange={onChange} />
        </td>
      ))}
      <td>
        {onRemove === null ? null : (
          <button type="button" className="button" data-tone="quiet" onClick={onRemove}>
            <Shape name="close" />
            <span className="unseen">{words().removeCategory(row.category)}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

interface CountProps {
  readonly row: DraftRow;
  readonly field: CountField;
  readonly onChange: (row: DraftRow) => void;
}

function CountInput({ row, field, onChange }: CountProps) {
  const typed = row[field];
  return (
    <input
      inputMode="numeric"
      autoComplete="off"
      value={typed}
      maxLength={7}
      aria-label={words().cell(words()[field], row.category)}
      aria-invalid={(typed.trim() !== '' && countOf(typed) === null) || undefined}
      onChange={(event) => onChange({ ...row, [field]: event.target.value })}
    />
  );
}
