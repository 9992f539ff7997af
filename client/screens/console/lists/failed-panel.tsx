import type { ImportJob } from '../../../../shared/protocol/list-import.ts';
import { Shape } from '../../../parts/shape.tsx';
import { text } from '../../../text/text.ts';
import { ColumnsForm } from './columns-form.tsx';
import { FilePress } from './file-press.tsx';
import type { ImportDesk } from './import-desk.ts';
import { faultSentence } from './import-words.ts';
import { StageHeading } from './stage-heading.tsx';

const words = () => text.lists.wizard;

interface Ways {
  readonly onFile: (file: File) => void;
  readonly onRemove: () => void;
}

type FailedPanelProps = Ways & ({ readonly sentence: string } | { readonly job: ImportJob; readonly desk: ImportDesk });

/** A file that is not taken: why, and what to do. Where its columns were seen, they can be told by hand. */
export function FailedPanel(props: FailedPanelProps) {
  const { onFile, onRemove } = props;
  return (
    <section className="lists-failed">
      <StageHeading>{words().failed}</StageHeading>
      <p className="console-problem">
        <Shape name="look" /> {sentenceOf(props)}
      </p>
      <p className="console-form-buttons">
        <FilePress label={words().another} tone="primary" onFile={onFile} />
        <button type="button" className="button" onClick={onRemove}>
          {words().remove}
        </button>
      </p>
      {'job' in props && props.job.preview !== null && props.job.preview.sheets.length > 0 ? (
        <ColumnsForm desk={props.desk} job={props.job} preview={props.job.preview} />
      ) : null}
    </section>
  );
}

function sentenceOf(props: FailedPanelProps): string {
  if ('sentence' in props) return props.sentence;
  const { fault } = props.job;
  return faultSentence(fault ?? { code: 'reader-died', params: {} });
}
