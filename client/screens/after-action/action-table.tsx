import { formatDate, formatDuration } from '../../parts/clock-text.ts';
import { text } from '../../text/text.ts';
import { type ActionRow, foundOf, meanRepairMs } from './action-rows.ts';

const words = () => text.followUp.afterAction;

export function ActionTable({ rows }: { readonly rows: readonly ActionRow[] }) {
  return (
    <table className="after-action-table">
      <thead>
        <tr>
          <th scope="col">{words().conference}</th>
          <th scope="col">{words().check}</th>
          <th scope="col">{words().losses}</th>
          <th scope="col">{words().faults}</th>
          <th scope="col">{words().incidents}</th>
          <th scope="col">{words().repair}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.conference ?? 'now'}>
            <th scope="row">
              {row.title ?? words().hidden}
              <small>
                {formatDate(row.date)}
                {row.conference === null ? ` · ${words().now}` : ''}
              </small>
            </th>
            <td>{row.verdict === null ? words().never : text.lines.verdicts[row.verdict]}</td>
            <td className="after-action-figure">{row.losses}</td>
            <td>
              <Found row={row} />
            </td>
            <td className="after-action-figure">{row.incidents}</td>
            <td className="after-action-figure">{repairWords(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Found({ row }: { readonly row: ActionRow }) {
  const found = foundOf(row);
  if (found.length === 0) return '0';
  return found.map(([fault, count]) => words().found(text.lines.faults[fault], count)).join(', ');
}

function repairWords(row: ActionRow): string {
  const mean = meanRepairMs(row);
  if (mean !== null) return formatDuration(mean);
  return row.incidents === 0 ? '' : words().notMended;
}
