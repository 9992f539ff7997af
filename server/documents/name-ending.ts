import type { FileKind } from './file-head.ts';

/** What an ending promises; of those that promise something else no content is taken. */
const PROMISES: Readonly<Record<string, readonly FileKind[]>> = {
  pdf: ['pdf'],
  mp4: ['mp4'],
  m4v: ['mp4'],
  mov: ['mp4'],
  webm: ['webm'],
  docx: ['zip', 'ole'],
  xlsx: ['zip', 'ole'],
  pptx: ['zip', 'ole'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  jfif: ['jpeg'],
  png: ['png'],
  webp: ['webp'],
};

/** Endings of files that are none of ours: a document under such a name would be opened by something else. */
const FOREIGN = new Set(
  'doc dot docm dotm dotx xls xlsm xlsb xltx xltm ppt pptm pps ppsx ppsm potx potm odt ods odp rtf txt csv html htm xhtml svg xml js mjs vbs exe com bat cmd msi scr ps1 sh jar apk zip rar 7z gz tar iso gif bmp tif tiff heic avi mkv wmv mp3'.split(
    ' ',
  ),
);

/** The ending of a name as far as it promises something; 'Báo cáo v1.2' has none. */
export function endingOf(name: string): string | null {
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? null;
  return ending !== null && (ending in PROMISES || FOREIGN.has(ending)) ? ending : null;
}

/** Whether a file may bear the name; `kind` null: it is nothing that is known here. */
export function fitsName(name: string, kind: FileKind | null): boolean {
  const ending = endingOf(name);
  return ending === null || (kind !== null && (PROMISES[ending] ?? []).includes(kind));
}

/** Of an office file, whose kind is known only when it was looked into. */
export const fitsFormat = (name: string, format: string): boolean => [null, format].includes(endingOf(name));
