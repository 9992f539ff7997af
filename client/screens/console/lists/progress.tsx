import type { ImportJob } from '../../../../shared/protocol/list-import.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { text } from '../../../text/text.ts';
import type { Upload } from './import-desk.ts';
import { formatBytes } from './import-words.ts';

const words = () => text.lists.wizard;

/** How far a file has come: first on its way to the server, then row by row. */
export function Progress({ file }: { readonly file: Upload | ImportJob }) {
  const { label, done, sentence } = progressOf(file);
  return (
    <span className="lists-progress">
      <progress aria-label={`${label}: ${file.name}`} value={done} max={Math.max(1, file.bytes)} />
      <small>{sentence}</small>
    </span>
  );
}

function progressOf(file: Upload | ImportJob) {
  const whole = formatBytes(file.bytes);
  if ('importId' in file) {
    if (file.readBytes === 0) return { label: words().reading, done: 0, sentence: words().waiting };
    const sentence = words().read(formatCount(file.rows), formatBytes(file.readBytes), whole);
    return { label: words().reading, done: file.readBytes, sentence };
  }
  const sentence = file.sent < file.bytes ? words().sent(formatBytes(file.sent), whole) : words().sentWhole;
  return { label: words().sending, done: file.sent, sentence };
}
