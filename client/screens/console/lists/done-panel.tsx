import type { ListImport } from '../../../../shared/domain/attendance/list-import.ts';
import type { ImportJob } from '../../../../shared/protocol/list-import.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { refusedRowsAddress } from '../../../sync/imports.ts';
import { text } from '../../../text/text.ts';
import { recordOf } from './import-record.ts';
import { UndoImport } from './past-import.tsx';
import { StageHeading } from './stage-heading.tsx';

const words = () => text.lists.done;

interface DonePanelProps {
  readonly job: ImportJob | ListImport;
  readonly onClose: () => void;
}

/** What was written, and the way back. */
export function DonePanel({ job, onClose }: DonePanelProps) {
  const past = useConference(({ attendance }) => ('state' in job ? recordOf(attendance.imports, job) : job));
  const undone = past?.undone ?? false;
  return (
    <section className="lists-done">
      <StageHeading key={undone ? 'undone' : 'done'}>{undone ? words().undoneHeading : words().heading}</StageHeading>
      {undone ? null : <Written job={job} past={past} />}
      <p className="console-form-buttons">
        <button type="button" className="button" data-tone="primary" onClick={onClose}>
          {words().finish}
        </button>
      </p>
    </section>
  );
}

function Written({ job, past }: Pick<DonePanelProps, 'job'> & { readonly past: ListImport | undefined }) {
  const preview = 'preview' in job ? job.preview : null;
  return (
    <>
      <Counts counts={past ?? preview} />
      {preview === null || preview.refused === 0 ? null : <Refused job={job} count={preview.refused} />}
      {past === undefined ? null : (
        <p className="console-form-buttons">
          <UndoImport past={past} />
          <span className="command-reason">{words().undoHint}</span>
        </p>
      )}
    </>
  );
}

function Counts({ counts }: { readonly counts: Pick<ListImport, 'added' | 'changed'> | null }) {
  if (counts === null) return null;
  return (
    <p className="lists-counts">
      {words().counts({ added: formatCount(counts.added), changed: formatCount(counts.changed) })}
    </p>
  );
}

function Refused({ job, count }: Pick<DonePanelProps, 'job'> & { readonly count: number }) {
  const { conference } = useSync();
  return (
    <p className="lists-refused-head">
      {words().refused(formatCount(count))}{' '}
      <a className="button" href={refusedRowsAddress(conference, job.importId)} download>
        {text.lists.preview.download}
      </a>
    </p>
  );
}
