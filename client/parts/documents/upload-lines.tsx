import type { DocumentUpload } from '../../../shared/protocol/technical.ts';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { Shape } from '../shape.tsx';
import { failureSentence, megabytes } from './document-words.ts';
import type { FailedFile, SentFile, UploadBoard, UploadDesk } from './upload-desk.ts';

const words = () => text.documents.upload;

/** What is on its way in, and what did not come in. */
export function UploadLines({ board, desk }: { readonly board: UploadBoard; readonly desk: UploadDesk }) {
  const { sending, reading, failed } = board;
  if (sending.length + reading.length + failed.length === 0) return null;
  return (
    <ul className="documents-uploads">
      {sending.map((file) => (
        <SendingLine key={file.key} file={file} onStop={() => desk.stop(file.key)} />
      ))}
      {reading.map((upload) => (
        <ReadingLine key={upload.id} upload={upload} onStop={() => desk.cancel(upload.id)} />
      ))}
      {failed.map((file) => (
        <FailedLine key={file.key} file={file} onDismiss={() => desk.dismiss(file.key)} />
      ))}
    </ul>
  );
}

interface StopProps {
  readonly onStop: () => void;
}

function SendingLine({ file: { name, sent, bytes }, onStop }: StopProps & { readonly file: SentFile }) {
  return (
    <li>
      <span className="documents-line-name">{name}</span>
      <progress aria-label={name} value={sent} max={Math.max(1, bytes)} />
      <small>{words().sending(megabytes(sent), megabytes(bytes))}</small>
      <StopPress name={name} onStop={onStop} />
    </li>
  );
}

function ReadingLine({ upload: { name, done, of }, onStop }: StopProps & { readonly upload: DocumentUpload }) {
  const counted = done !== null && of !== null;
  return (
    <li>
      <span className="documents-line-name">{name}</span>
      <progress aria-label={name} {...(counted ? { value: done, max: of } : {})} />
      <small>{counted ? words().reading(formatCount(done), formatCount(of)) : words().waiting}</small>
      <StopPress name={name} onStop={onStop} />
    </li>
  );
}

const StopPress = ({ name, onStop }: StopProps & { readonly name: string }) => (
  <button type="button" className="button" data-tone="quiet" aria-label={words().stopNamed(name)} onClick={onStop}>
    {words().stop}
  </button>
);

function FailedLine({ file, onDismiss }: { readonly file: FailedFile; readonly onDismiss: () => void }) {
  const { name, code, params } = file;
  return (
    <li className="documents-failed" role="alert">
      <span className="documents-line-name">
        <Shape name="look" /> {words().failed}: {name}
      </span>
      <small>{failureSentence(code, params)}</small>
      <button
        type="button"
        className="button"
        data-tone="quiet"
        aria-label={words().dismissNamed(name)}
        onClick={onDismiss}
      >
        {words().dismiss}
      </button>
    </li>
  );
}
