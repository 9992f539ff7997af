import type { BridgeId } from '../../../shared/domain/ids.ts';
import { LINE_FAULTS } from '../../../shared/domain/lines/line.ts';
import { formatDate } from '../../parts/clock-text.ts';
import { text } from '../../text/text.ts';
import type { Earlier, HistoryOfLines } from './use-line-history.ts';

const words = () => text.lines.panel;

interface EarlierLinesProps {
  readonly bridgeId: BridgeId;
  readonly history: HistoryOfLines;
}

/** What became of this bridge's line before: who was lost three times last quarter is tested first. */
export function EarlierLines({ bridgeId, history }: EarlierLinesProps) {
  return (
    <section aria-label={words().earlier}>
      <h3>{words().earlier}</h3>
      {history.kind === 'ready' ? (
        <EarlierList earlier={history.of.get(bridgeId) ?? []} />
      ) : (
        <p className="lines-empty">{history.kind === 'loading' ? words().earlierLoading : words().earlierFailed}</p>
      )}
    </section>
  );
}

function EarlierList({ earlier }: { readonly earlier: Earlier }) {
  if (earlier.length === 0) return <p className="lines-empty">{words().earlierNone}</p>;
  return (
    <ul className="lines-earlier">
      {earlier.map((one) => (
        <li key={one.conference}>
          <strong>{formatDate(one.date)}</strong> <span>{one.title}</span>
          <small>{earlierWords(one)}</small>
        </li>
      ))}
    </ul>
  );
}

function earlierWords({ losses, faults, verdict }: Earlier[number]): string {
  const found = [
    ...(losses === 0 ? [] : [words().earlierLosses(losses)]),
    ...LINE_FAULTS.flatMap((fault) => {
      const count = faults[fault] ?? 0;
      return count === 0 ? [] : [words().fault(text.lines.faults[fault], count)];
    }),
  ];
  const troubles = found.length === 0 ? words().earlierGood : found.join(', ');
  return verdict === null ? troubles : `${text.lines.verdicts[verdict]} · ${troubles}`;
}
