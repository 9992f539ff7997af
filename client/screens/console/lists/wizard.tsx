import type { ImportId } from '../../../../shared/domain/ids.ts';
import type { ImportJob, ImportList } from '../../../../shared/protocol/list-import.ts';
import { useNotices } from '../../../parts/notices.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { DonePanel } from './done-panel.tsx';
import { FailedPanel } from './failed-panel.tsx';
import type { ImportBoard, ImportDesk, Upload } from './import-desk.ts';
import { refusedSentence } from './import-words.ts';
import { MovingPanel } from './moving-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { StageHeading } from './stage-heading.tsx';

const words = () => text.lists.wizard;

export type OpenedFile =
  | { readonly kind: 'upload'; readonly key: string }
  | { readonly kind: 'job'; readonly importId: ImportId };

interface WizardProps {
  readonly desk: ImportDesk;
  readonly board: ImportBoard;
  readonly opened: OpenedFile;
  readonly onFile: (list: ImportList, file: File) => void;
  readonly onClose: () => void;
}

/** One file on its way into its list: read, looked at, written. */
export function Wizard(props: WizardProps) {
  const { board, opened, onClose } = props;
  const wanted = jobWanted(board, opened);
  const file =
    opened.kind === 'upload' && wanted === undefined
      ? board.uploads.find(({ key }) => key === opened.key)
      : board.jobs.find(({ importId }) => importId === wanted);
  return (
    <div className="lists">
      <p className="lists-head">
        <button type="button" className="button" data-tone="quiet" onClick={onClose}>
          ← {words().back}
        </button>
        {file === undefined ? null : <FileHead file={file} />}
      </p>
      {file === undefined ? (
        <Gone wanted={wanted} onClose={onClose} />
      ) : 'importId' in file ? (
        <JobStage {...props} job={file} />
      ) : (
        <UploadStage {...props} upload={file} />
      )}
    </div>
  );
}

const jobWanted = ({ arrived }: ImportBoard, opened: OpenedFile): ImportId | undefined =>
  opened.kind === 'job' ? opened.importId : arrived.get(opened.key);

function FileHead({ file }: { readonly file: Upload | ImportJob }) {
  return (
    <>
      <strong>{words().title(text.lists.lists[file.list], file.name)}</strong>
      <Steps state={'importId' in file ? file.state : 'reading'} />
    </>
  );
}

const STEPS = ['read', 'look', 'write'] as const;

function Steps({ state }: { readonly state: ImportJob['state'] }) {
  const now = state === 'ready' ? 'look' : state === 'applying' || state === 'applied' ? 'write' : 'read';
  return (
    <span role="list" aria-label={words().stepsLabel} className="lists-steps">
      {STEPS.map((step) => (
        <span key={step} role="listitem" aria-current={step === now ? 'step' : undefined}>
          {words().steps[step]}
        </span>
      ))}
    </span>
  );
}

/** Throws a file away, and says so. */
function useStop({ desk, onClose }: Pick<WizardProps, 'desk' | 'onClose'>) {
  const { show } = useNotices();
  const stopped = (name: string) => {
    onClose();
    show({ tone: 'ok', sentence: words().stopped(name) });
  };
  const stopJob = async ({ importId, name }: ImportJob) => {
    const refused = await desk.drop(importId);
    if (refused === null) stopped(name);
    else show({ tone: 'look', sentence: refusedSentence(refused) });
  };
  const stopUpload = ({ key, name }: Upload) => {
    desk.forget(key);
    stopped(name);
  };
  return { stopJob: (job: ImportJob) => void stopJob(job), stopUpload };
}

function UploadStage({ upload, ...props }: WizardProps & { readonly upload: Upload }) {
  const { desk, onFile, onClose } = props;
  const { stopUpload } = useStop(props);
  const { refused, key, list } = upload;
  if (refused === null) return <MovingPanel file={upload} onStop={() => stopUpload(upload)} />;
  const putAway = () => desk.forget(key);
  return (
    <FailedPanel
      sentence={refusedSentence(refused)}
      onFile={(file) => {
        putAway();
        onFile(list, file);
      }}
      onRemove={() => {
        putAway();
        onClose();
      }}
    />
  );
}

function JobStage({ job, ...props }: WizardProps & { readonly job: ImportJob }) {
  const { desk, onFile, onClose } = props;
  const { stopJob } = useStop(props);
  const stop = () => stopJob(job);
  switch (job.state) {
    case 'reading':
      return <MovingPanel file={job} onStop={stop} />;
    case 'ready':
      return <PreviewPanel key={job.importId} desk={desk} job={job} onStop={stop} />;
    case 'applying':
      return <StageHeading>{words().applying}</StageHeading>;
    case 'applied':
      return <DonePanel job={job} onClose={onClose} />;
    case 'failed':
      return (
        <FailedPanel
          job={job}
          desk={desk}
          onFile={(file) => {
            void desk.drop(job.importId);
            onFile(job.list, file);
          }}
          onRemove={stop}
        />
      );
    case 'cancelled':
      return <StageHeading>{words().gone}</StageHeading>;
  }
}

/** The server has put the job away; the conference still knows what was written of it. */
function Gone({ wanted, onClose }: Pick<WizardProps, 'onClose'> & { readonly wanted: ImportId | undefined }) {
  const past = useConference(({ attendance }) => attendance.imports.find(({ importId }) => importId === wanted));
  if (past !== undefined) return <DonePanel job={past} onClose={onClose} />;
  return <StageHeading>{words().gone}</StageHeading>;
}
