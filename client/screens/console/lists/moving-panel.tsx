import type { ImportJob } from '../../../../shared/protocol/list-import.ts';
import { text } from '../../../text/text.ts';
import type { Upload } from './import-desk.ts';
import { Progress } from './progress.tsx';
import { StageHeading } from './stage-heading.tsx';

const words = () => text.lists.wizard;

interface MovingPanelProps {
  readonly file: Upload | ImportJob;
  readonly onStop: () => void;
}

/** A file that is being sent or read; it can be stopped at any moment. */
export function MovingPanel({ file, onStop }: MovingPanelProps) {
  const isJob = 'importId' in file;
  return (
    <section className="lists-moving">
      <StageHeading key={isJob ? 'reading' : 'sending'}>{isJob ? words().reading : words().sending}</StageHeading>
      <Progress file={file} />
      <p>{isJob ? words().readingHint : words().sendingHint}</p>
      <p className="console-form-buttons">
        <button type="button" className="button" aria-label={words().stopNamed(file.name)} onClick={onStop}>
          {words().stop}
        </button>
      </p>
    </section>
  );
}
