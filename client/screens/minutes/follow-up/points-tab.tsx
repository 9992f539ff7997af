import { useState } from 'react';
import { itemOf } from '../../../../shared/domain/agenda/agenda.ts';
import type { ReportFigure, ReportPoint } from '../../../../shared/domain/records/report-point.ts';
import { shareOf } from '../../../../shared/views/report-figure.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CitationDetails, NewCitation } from './citation-form.tsx';
import { CitationList } from './citation-list.tsx';
import { NewPoint, PointDetails } from './point-form.tsx';
import { TwoPanes } from './two-panes.tsx';
import { TwoWays } from './two-ways.tsx';

const words = () => text.followUp.points;

/** What the reports said in figures and sentences, and the documents that were spoken of. */
export function PointsTab() {
  const points = useConference(({ records }) => records.points);
  const citations = useConference(({ records }) => records.citations);
  const [chosen, choose] = useState<string | null>(null);
  const point = points.find(({ pointId }) => pointId === chosen);
  const citation = citations.find(({ citationId }) => citationId === chosen);
  const close = () => choose(null);
  return (
    <TwoPanes
      heading={words().heading}
      count={formatCount(points.length)}
      side={
        point !== undefined ? (
          <PointDetails key={point.pointId} point={point} onClose={close} />
        ) : citation !== undefined ? (
          <CitationDetails citation={citation} onClose={close} />
        ) : (
          <NewSide />
        )
      }
    >
      {points.length === 0 ? <p className="follow-up-empty">{words().empty}</p> : null}
      <ol className="follow-up-points">
        {points.map((one, index) => (
          <li key={one.pointId}>
            <PointRow
              point={one}
              number={index + 1}
              isChosen={one.pointId === chosen}
              onChoose={() => choose(one.pointId)}
            />
          </li>
        ))}
      </ol>
      <h3>{words().citations}</h3>
      <CitationList citations={citations} chosen={chosen} onChoose={choose} />
    </TwoPanes>
  );
}

const NewSide = () => (
  <TwoWays
    ways={[
      { word: words().save, form: <NewPoint /> },
      { word: words().citeNew, form: <NewCitation /> },
    ]}
  />
);

interface PointRowProps {
  readonly point: ReportPoint;
  readonly number: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function PointRow({ point, number, isChosen, onChoose }: PointRowProps) {
  const { kind, figure, period, itemId } = point;
  const item = useConference(({ agenda }) => (itemId === null ? null : (itemOf(agenda, itemId)?.plan.title ?? null)));
  const about = [words().kinds[kind], ...(period === null ? [] : [period]), ...(item === null ? [] : [item])];
  return (
    <button type="button" className="follow-up-row" aria-current={isChosen} onClick={onChoose}>
      <span className="follow-up-number">{number}</span>
      <span>
        <span className="follow-up-text">{point.text}</span>
        <small>{about.join(' · ')}</small>
      </span>
      {figure === null ? <span /> : <FigurePicture figure={figure} />}
    </button>
  );
}

/** '5/18 đề án', and how much of the whole that is. */
function FigurePicture({ figure }: { readonly figure: ReportFigure }) {
  const share = shareOf(figure);
  return (
    <span className="follow-up-figure">
      {figureWords(figure)}
      {share === null ? null : (
        <span className="follow-up-bar" aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </span>
  );
}

function figureWords({ value, outOf, unit }: ReportFigure): string {
  const figure = outOf === null ? formatCount(value) : `${formatCount(value)}/${formatCount(outOf)}`;
  return unit === null ? figure : `${figure} ${unit}`;
}
