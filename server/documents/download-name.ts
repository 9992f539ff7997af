import type { DocumentFile } from '../../shared/domain/documents/document.ts';
import { endingOf } from './name-ending.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** Signs that no file system takes, or that lead out of a folder. */
const UNFIT = /[/\\:*?"<>|]/gu;

/** Its own name with the ending of what it is, and a plain one for whoever cannot read those letters. */
export function downloadName(file: DocumentFile, type: string): { readonly name: string; readonly plainName: string } {
  const ending = file.kind === 'office' ? file.format : (ENDINGS[type] ?? 'bin');
  // A name cut in the middle of a letter would not be encoded.
  const name = Buffer.from(file.name.replaceAll(UNFIT, '-'), 'utf8').toString('utf8');
  return { name: endingOf(name) === null ? `${name}.${ending}` : name, plainName: `tai-lieu.${ending}` };
}
