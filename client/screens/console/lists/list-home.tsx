import type { ImportJob, ImportList } from '../../../../shared/protocol/list-import.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { useRights } from '../use-rights.ts';
import type { ImportBoard, Upload } from './import-desk.ts';
import { ListCard, PaperLinks } from './list-card.tsx';
import { PastImport } from './past-import.tsx';
import { Progress } from './progress.tsx';
import { StageHeading } from './stage-heading.tsx';
import { BLANK_IMPORT } from './use-import-desk.ts';
import type { OpenedFile } from './wizard.tsx';

const words = () => text.lists.home;
/** As they are filled: a delegate can only be put at a bridge that is there. */
const IN_ORDER: readonly ImportList[] = ['bridges', 'delegates', 'agenda'];
const COUNTED = ['attendance', 'delegations', 'check-ins'] as const;

interface ListHomeProps {
  readonly board: ImportBoard;
  /** It was come back to: the focus goes to its beginning. */
  readonly returned: boolean;
  readonly onFile: (list: ImportList, file: File) => void;
  readonly onOpen: (file: OpenedFile) => void;
}

/** The lists, the files on their way into them, and what came in so far. */
export function ListHome({ board, returned, onFile, onOpen }: ListHomeProps) {
  const { may } = useRights();
  const imports = may(BLANK_IMPORT.delegates);
  return (
    <div className="lists">
      {returned ? <StageHeading>{text.lists.tab}</StageHeading> : null}
      <p>{imports ? words().lead : words().readOnly}</p>
      <Underway board={board} onOpen={onOpen} />
      <div className="lists-cards">
        {IN_ORDER.map((list) => (
          <ListCard key={list} list={list} onFile={onFile} />
        ))}
      </div>
      <section aria-label={words().more} className="lists-more">
        <h4>{words().more}</h4>
        <ul>
          {COUNTED.map((paper) => (
            <li key={paper}>
              <PaperLinks paper={paper} lead={text.lists.papers[paper]} />
            </li>
          ))}
        </ul>
      </section>
      <PastImports />
    </div>
  );
}

const isUnderway = ({ state }: ImportJob): boolean => state !== 'applied' && state !== 'cancelled';

function Underway({ board: { uploads, jobs, told }, onOpen }: Pick<ListHomeProps, 'board' | 'onOpen'>) {
  const underway = jobs.filter(isUnderway);
  const silent = told === 'no' ? <p className="console-problem">{words().noAnswer}</p> : null;
  if (uploads.length + underway.length === 0) return silent;
  return (
    <section aria-label={words().underway} className="lists-underway">
      <h4>{words().underway}</h4>
      {silent}
      <ul>
        {uploads.map((upload) => (
          <UnderwayLine
            key={upload.key}
            file={upload}
            state={upload.refused === null ? 'sending' : 'failed'}
            onOpen={() => onOpen({ kind: 'upload', key: upload.key })}
          />
        ))}
        {underway.map((job) => (
          <UnderwayLine
            key={job.importId}
            file={job}
            state={job.state}
            onOpen={() => onOpen({ kind: 'job', importId: job.importId })}
          />
        ))}
      </ul>
    </section>
  );
}

interface UnderwayLineProps {
  readonly file: Upload | ImportJob;
  readonly state: ImportJob['state'] | 'sending';
  readonly onOpen: () => void;
}

function UnderwayLine({ file, state, onOpen }: UnderwayLineProps) {
  return (
    <li>
      <span>
        <strong>{file.name}</strong> <small>{text.lists.lists[file.list]}</small>
      </span>
      {state === 'sending' || state === 'reading' ? (
        <Progress file={file} />
      ) : (
        <StateMark tone={state === 'failed' ? 'look' : 'next'} word={text.lists.wizard.states[state]} />
      )}
      <button type="button" className="button" aria-label={words().openNamed(file.name)} onClick={onOpen}>
        {words().open}
      </button>
    </li>
  );
}

function PastImports() {
  const imports = useConference(({ attendance }) => attendance.imports);
  return (
    <section aria-label={words().imported} className="lists-underway">
      <h4>{words().imported}</h4>
      {imports.length === 0 ? <p className="console-empty">{words().none}</p> : null}
      <ul>
        {imports.toReversed().map((one) => (
          <PastImport key={one.importId} past={one} />
        ))}
      </ul>
    </section>
  );
}
