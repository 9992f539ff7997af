import { useState } from 'react';
import type { HandbookDocument } from '../../shared/protocol/handbook.ts';
import type { Pages } from './pages.ts';
import { useWords } from './words.ts';

interface FilePressProps {
  readonly document: HandbookDocument;
  readonly pages: Pages;
}

const ENDINGS: Readonly<Partial<Record<HandbookDocument['kind'], string>>> = { slides: 'pdf', clip: 'mp4' };

/** The file itself, handed to a program of the phone's own. The badge goes in a header, so a plain link cannot ask for it. */
export function FilePress({ document, pages }: FilePressProps) {
  const words = useWords().documents;
  const [standing, setStanding] = useState<'idle' | 'loading' | 'failed'>('idle');
  if (document.watermark) return null;
  const load = async () => {
    setStanding('loading');
    const answer = await pages.file(document);
    if (answer.kind === 'page') hand(answer.blob, fileName(document, answer.blob));
    setStanding(answer.kind === 'page' ? 'idle' : 'failed');
  };
  return (
    <>
      <button type="button" className="press" aria-busy={standing === 'loading'} onClick={() => void load()}>
        {words.download}
      </button>
      <p className="book-quiet" role="status">
        {standing === 'loading' ? words.loading : standing === 'failed' ? words.failed : ''}
      </p>
    </>
  );
}

function hand(blob: Blob, name: string): void {
  const link = window.document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const fileName = ({ title, kind }: HandbookDocument, { type }: Blob): string =>
  `${title.replaceAll(/[\\/:*?"<>|]/gu, ' ').slice(0, 120)}.${ENDINGS[kind] ?? (kind === 'image' ? type.split('/')[1] : kind)}`;
