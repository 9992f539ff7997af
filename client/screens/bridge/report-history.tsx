import {
  type BridgeAttendance,
  type EarlierReport,
  type HeadcountReport,
  reportFigure,
} from '../../../shared/domain/attendance/attendance.ts';
import type { Figure } from '../../../shared/domain/attendance/figure.ts';
import { formatCount, formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { Shape } from '../../parts/shape.tsx';
import { text } from '../../text/text.ts';

const words = () => text.roll.report;

const figureWords = ({ expected, onSite, online, absentExcused, absentUnexcused }: Figure): string =>
  words().figure({
    expected: formatCount(expected),
    onSite: formatCount(onSite),
    online: formatCount(online),
    excused: formatCount(absentExcused),
    unexcused: formatCount(absentUnexcused),
  });

type ReportProps = Pick<BridgeAttendance, 'report'>;

/** The report that counts now. */
export function StandingReport({ report }: ReportProps) {
  return <p className="bridge-hint">{report === null ? words().never : standingWords(report)}</p>;
}

function standingWords({ at, revision, signedBy }: HeadcountReport): string {
  const signed = signedBy === null ? '' : personWords(signedBy);
  return [words().lastReport(formatTime(at), revision), ...(signed === '' ? [] : [words().lastSigned(signed)])].join(
    ' ',
  );
}

interface ChangedProps extends ReportProps {
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Somebody else has reported since this form was opened: what they said, and the two ways on. */
export function ChangedReport({ report, onTake, onKeep }: ChangedProps) {
  return (
    <div className="bridge-changed" role="alert">
      <p>
        <Shape name="look" /> {report === null ? words().changedUnseen : changedWords(report)}
      </p>
      {report === null ? null : <p>{figureWords(reportFigure(report))}</p>}
      <div className="bridge-actions">
        {report === null ? null : (
          <button type="button" className="button" data-tone="plain" onClick={onTake}>
            {words().takeTheirs}
          </button>
        )}
        <button type="button" className="button" data-tone="plain" onClick={onKeep}>
          {words().keepMine}
        </button>
      </div>
    </div>
  );
}

function changedWords({ at, revision, signedBy }: HeadcountReport): string {
  const signed = signedBy === null ? '' : personWords(signedBy);
  return [words().changed(formatTime(at), revision), ...(signed === '' ? [] : [words().lastSigned(signed)])].join(' ');
}

/** Revisions are kept: what was announced by the figures of the time can be read again. */
export function EarlierReports({ earlier }: { readonly earlier: readonly EarlierReport[] }) {
  if (earlier.length === 0) return null;
  return (
    <details className="bridge-earlier">
      <summary>{words().earlier(formatCount(earlier.length))}</summary>
      <ol>
        {earlier.toReversed().map(({ revision, at, figure }) => (
          <li key={revision}>
            <strong>{words().revision(revision, formatTime(at))}</strong> {figureWords(figure)}
          </li>
        ))}
      </ol>
    </details>
  );
}
