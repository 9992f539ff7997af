import { type FormEvent, useMemo, useState } from 'react';
import { attendanceOf, type BridgeAttendance } from '../../../shared/domain/attendance/attendance.ts';
import type { CategoryCount } from '../../../shared/domain/attendance/figure.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { TextField } from '../../parts/field.tsx';
import { Shape } from '../../parts/shape.tsx';
import { useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import {
  categoriesOf,
  type DraftRow,
  emptyRow,
  rowsOfNamed,
  rowsOfReport,
  type Shortfall,
  unaccounted,
} from './headcount-draft.ts';
import { HeadcountTable } from './headcount-table.tsx';
import { ChangedReport, EarlierReports, StandingReport } from './report-history.tsx';
import { SubmitLine } from './submit-line.tsx';
import { personOf, type TypedPerson, typedOf } from './typed-person.ts';
import { TypedPersonFields } from './typed-person-fields.tsx';
import { useReport } from './use-report.ts';
import './roll.css';

const words = () => text.roll.report;

interface FormProps {
  readonly bridge: Bridge;
  readonly onSent: () => void;
}

interface Draft {
  readonly rows: readonly DraftRow[];
  readonly note: string;
  readonly signedBy: TypedPerson;
  /** The report that was seen when this was begun, 0 for none: a later one is not overwritten unseen. */
  readonly seen: number;
}

const nobody: TypedPerson = { fullName: '', positions: '' };

function draftOf({ report, named }: BridgeAttendance): Draft {
  const { note = null, signedBy = null, revision = 0 } = report ?? {};
  const listed = rowsOfNamed(named);
  const rows =
    report !== null ? rowsOfReport(report) : listed.length > 0 ? listed : words().defaultCategories.map(emptyRow);
  return { rows, note: note ?? '', signedBy: signedBy === null ? nobody : typedOf(signedBy), seen: revision };
}

/** The report by numbers. It starts from the last report, else from the list by name. */
export function HeadcountForm({ bridge, onSent }: FormProps) {
  const { attendance, draft, change, latest, press, submit, tried, take } = useReportDraft(bridge, onSent);
  const { report, named, earlier } = attendance;
  const drafted = categoriesOf(draft.rows);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit(draft.seen);
  };
  return (
    <form className="bridge-form" onSubmit={onSubmit} noValidate>
      <StandingReport report={report} />
      {latest > draft.seen && !press.pending ? (
        <ChangedReport report={report} onTake={take} onKeep={() => submit(latest)} />
      ) : null}
      <HeadcountTable rows={draft.rows} onChange={(rows) => change({ rows })} />
      <RowButtons draft={draft} named={named} onChange={(rows) => change({ rows })} />
      <div className="bridge-signed">
        <TypedPersonFields
          label={words().signedBy}
          value={draft.signedBy}
          problem={null}
          onChange={(signedBy) => change({ signedBy })}
        />
      </div>
      <TextField
        label={words().note}
        value={draft.note}
        rows={2}
        maxLength={500}
        onChange={(event) => change({ note: event.target.value })}
      />
      <Doubts rows={draft.rows} shortfall={tried && !drafted.ok ? drafted.shortfall : null} />
      <SubmitLine label={latest === 0 ? words().send : words().sendRevision(latest + 1)} pending={press.pending} />
      <EarlierReports earlier={earlier} />
    </form>
  );
}

/** What is typed, the report that it was begun from, and the ways on when another one came in between. */
function useReportDraft({ bridgeId }: Bridge, onSent: () => void) {
  const attendance = useOwnBridge((state) => attendanceOf(state.attendance, bridgeId));
  // Until somebody types, the figures are those of the last report, else of the list, whatever they become.
  const standing = useMemo(() => draftOf(attendance), [attendance]);
  const [edited, setEdited] = useState<Draft | null>(null);
  const draft = edited ?? standing;
  const [tried, setTried] = useState(false);
  // A bridge deep in the tree is not in this page's stream: its last number is known by the refusal alone.
  const [refusedAt, setRefusedAt] = useState(0);
  const latest = Math.max(attendance.report?.revision ?? 0, refusedAt);
  const change = (part: Partial<Draft>) => setEdited({ ...draft, ...part });
  const press = useReport({ onSent, onChanged: setRefusedAt });
  const send = async (seen: number) => {
    const { categories } = { categories: [], ...categoriesOf(draft.rows) };
    change({ seen });
    if (!(await press.send(commandOf(bridgeId, { ...draft, seen }, categories)))) return;
    setRefusedAt(seen + 1);
    change({ seen: seen + 1 });
  };
  const submit = (seen: number) => {
    setTried(true);
    if (categoriesOf(draft.rows).ok) void send(seen);
  };
  return { attendance, draft, change, latest, press, submit, tried, take: () => setEdited(null) };
}

function commandOf(bridgeId: BridgeId, { note, signedBy, seen }: Draft, categories: CategoryCount[]) {
  const said = note.normalize().trim();
  return {
    type: 'reportHeadcount' as const,
    bridgeId,
    expectedRevision: seen,
    categories,
    signedBy: personOf(signedBy),
    note: said === '' ? null : said,
    accepting: [],
  };
}

interface RowButtonsProps {
  readonly draft: Draft;
  readonly named: BridgeAttendance['named'];
  readonly onChange: (rows: readonly DraftRow[]) => void;
}

function RowButtons({ draft: { rows }, named, onChange }: RowButtonsProps) {
  return (
    <div className="bridge-actions">
      <button type="button" className="button" data-tone="plain" onClick={() => onChange([...rows, emptyRow('')])}>
        {words().addCategory}
      </button>
      {Object.keys(named).length === 0 ? null : (
        <button type="button" className="button" data-tone="plain" onClick={() => onChange(rowsOfNamed(named))}>
          {words().fromRoll}
        </button>
      )}
    </div>
  );
}

/** What is wrong stops the report; sums that do not meet are only pointed out: the hall knows better. */
function Doubts({ rows, shortfall }: { readonly rows: readonly DraftRow[]; readonly shortfall: Shortfall | null }) {
  const left = unaccounted(rows);
  const doubt = left === 0 ? null : (left > 0 ? words().unexplained : words().surplus)(formatCount(Math.abs(left)));
  const sentence = shortfall === null ? doubt : shortfallWords(shortfall);
  return (
    <p className="bridge-doubt" role="status">
      {sentence === null ? null : (
        <>
          <Shape name="look" /> {sentence}
        </>
      )}
    </p>
  );
}

const shortfallWords = (shortfall: Shortfall): string =>
  shortfall.kind === 'twice' ? words().twice(shortfall.category) : words()[shortfall.kind];
