import { itemOf } from '../../../../shared/domain/agenda/agenda.ts';
import type { Citation } from '../../../../shared/domain/records/citation.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { citationWords } from './citation-words.ts';

interface CitationListProps {
  readonly citations: readonly Citation[];
  readonly chosen: string | null;
  readonly onChoose: (citationId: string) => void;
}

/** Official documents that the conference spoke of. */
export function CitationList({ citations, chosen, onChoose }: CitationListProps) {
  if (citations.length === 0) return <p className="follow-up-empty">{text.followUp.points.noCitations}</p>;
  return (
    <ol>
      {citations.map((one, index) => (
        <li key={one.citationId}>
          <CitationRow
            citation={one}
            number={index + 1}
            isChosen={one.citationId === chosen}
            onChoose={() => onChoose(one.citationId)}
          />
        </li>
      ))}
    </ol>
  );
}

interface CitationRowProps {
  readonly citation: Citation;
  readonly number: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function CitationRow({ citation, number, isChosen, onChoose }: CitationRowProps) {
  const { itemId, title } = citation;
  const item = useConference(({ agenda }) => (itemId === null ? null : (itemOf(agenda, itemId)?.plan.title ?? null)));
  return (
    <button type="button" className="follow-up-row" aria-current={isChosen} onClick={onChoose}>
      <span className="follow-up-number">{number}</span>
      <span>
        <strong className="follow-up-text">{citationWords(citation)}</strong>
        {title === null ? null : <span className="follow-up-text"> {title}</span>}
        {item === null ? null : <small>{item}</small>}
      </span>
    </button>
  );
}
