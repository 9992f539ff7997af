import { type FormEvent, useEffect, useRef, useState } from 'react';
import { attendanceOf, type HeadcountReport } from '../../../shared/domain/attendance/attendance.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { formatCount, formatTime } from '../../parts/clock-text.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { TextField } from '../../parts/field.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { Shape } from '../../parts/shape.tsx';
import { loadRows } from '../../parts/use-delegate-pages.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useLine, useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import {
  categoriesOf,
  type DraftRow,
  emptyRow,
  rowsOfReport,
  rowsOfRoll,
  type Shortfall,
  unaccounted,
} from './headcount-draft.ts';
import { HeadcountTable } from './headcount-table.tsx';
import { SubmitLine } from './submit-line.tsx';

const words = () => text.bridge.report;

interface FormProps {
  readonly bridge: Bridge;
  readonly onSent: () => void;
}

/** The report by numbers. It starts from the last report; the list by name can be counted into it. */
export function HeadcountForm({ bridge, onSent }: FormProps) {
  const attendance = useOwnBridge((state) => attendanceOf(state.attendance, bridge.bridgeId));
  const [rows, setRows] = useState(() => startingRows(attendance.report));
  const [note, setNote] = useState(attendance.report?.note ?? '');
  const [tried, setTried] = useState(false);
  const { pending, send } = useReport(bridge, onSent);
  const fromRoll = useRollCount(bridge, setRows);
  const online = useLine().status === 'online';
  const drafted = categoriesOf(rows);
  const hasNames = Object.values(attendance.named).some((count) => count > 0);
  const startsFromRoll = useRef(hasNames && attendance.report === null);
  useEffect(() => {
    if (startsFromRoll.current) fromRoll();
    startsFromRoll.current = false;
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (drafted.ok) void send(drafted.categories, note);
  };
  return (
    <form className="bridge-form" onSubmit={onSubmit} noValidate>
      <p className="bridge-hint">{standing(attendance.report)}</p>
      <HeadcountTable rows={rows} onChange={setRows} />
      <div className="bridge-actions">
        <button type="button" className="button" data-tone="plain" onClick={() => setRows([...rows, emptyRow('')])}>
          {words().addCategory}
        </button>
        {hasNames ? (
          <button type="button" className="button" data-tone="plain" disabled={!online} onClick={fromRoll}>
            {words().fromRoll}
          </button>
        ) : null}
      </div>
      <TextField
        label={words().note}
        value={note}
        rows={2}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      <Doubts rows={rows} shortfall={tried && !drafted.ok ? drafted.shortfall : null} />
      <SubmitLine label={words().send} pending={pending} />
    </form>
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

const startingRows = (report: HeadcountReport | null): readonly DraftRow[] =>
  report === null ? words().defaultCategories.map(emptyRow) : rowsOfReport(report);

const standing = (report: HeadcountReport | null): string =>
  report === null ? words().never : words().lastReport(formatTime(report.at), report.revision);

function useReport({ bridgeId }: Bridge, onSent: () => void) {
  const issue = useIssue();
  const { show } = useNotices();
  const [pending, setPending] = useState(false);
  const send = async (categories: Parameters<typeof rowsOfReport>[0]['categories'], typed: string) => {
    if (pending) return;
    setPending(true);
    const note = typed.normalize().trim();
    const accepted = await issue({
      type: 'reportHeadcount',
      bridgeId,
      categories: [...categories],
      note: note === '' ? null : note,
    });
    setPending(false);
    if (!accepted) return;
    show({ tone: 'ok', sentence: words().sent });
    onSent();
  };
  return { pending, send };
}

function useRollCount({ bridgeId }: Bridge, onCounted: (rows: readonly DraftRow[]) => void): () => void {
  const { conference } = useSync();
  const { show } = useNotices();
  const count = async () => {
    const roll = await loadRows(conference, { bridge: bridgeId, q: '', after: null, rows: Number.POSITIVE_INFINITY });
    if (roll === null) show({ tone: 'look', sentence: text.bridge.roll.offline });
    else onCounted(rowsOfRoll(roll.rows));
  };
  return () => void count();
}
