import { type DocumentFile, isShown } from '../../../shared/domain/documents/document.ts';
import { text } from '../../text/text.ts';
import { formatCount, formatDuration } from '../clock-text.ts';

const words = () => text.documents;

const MEGA = 1_000_000;

/** '12,4' : megabytes, as a paper writes them. */
export const megabytes = (bytes: number): string =>
  new Intl.NumberFormat(text.common.figures, { maximumFractionDigits: 1 }).format(bytes / MEGA);

export function sizeOf(file: DocumentFile): string {
  if (!isShown(file)) return words().sizeOf(megabytes(Math.max(file.bytes, MEGA / 10)));
  return file.kind === 'slides'
    ? words().pages(formatCount(file.pages))
    : words().clipOf(formatDuration(file.durationMs));
}

const isReason = (code: string): code is keyof ReturnType<typeof words>['reasons'] => code in words().reasons;

/** Why a file did not come in and what to do next. */
export const failureSentence = (code: string, params: Readonly<Record<string, string | number>>): string =>
  isReason(code) ? words().reasons[code] : text.refusals.sentence(code, params);
