import { type DragEvent, useState } from 'react';
import type { ImportList } from '../../../../shared/protocol/list-import.ts';
import { download, saveFrom } from '../../../parts/csv-file.ts';
import { useNotices } from '../../../parts/notices.tsx';
import { useSync } from '../../../sync/conference-context.ts';
import { askForPaper, type ListPaper, PAPER_KINDS, paperAddress } from '../../../sync/imports.ts';
import { text } from '../../../text/text.ts';
import { useRights } from '../use-rights.ts';
import { FilePress } from './file-press.tsx';
import { refusedSentence } from './import-words.ts';
import { templateOf } from './template-file.ts';
import { BLANK_IMPORT } from './use-import-desk.ts';

const words = () => text.lists.home;

interface ListCardProps {
  readonly list: ImportList;
  readonly onFile: (list: ImportList, file: File) => void;
}

/** One list: how a file comes in, and how the list goes out. */
export function ListCard({ list, onFile }: ListCardProps) {
  const name = text.lists.lists[list];
  const { may } = useRights();
  return (
    <section className="lists-card" aria-label={name}>
      <h4>{name}</h4>
      {may(BLANK_IMPORT[list]) ? <DropPlace list={list} onFile={onFile} /> : null}
      <PaperLinks paper={list} lead={words().exportAs} />
    </section>
  );
}

function DropPlace({ list, onFile }: ListCardProps) {
  const name = text.lists.lists[list];
  const { fits } = useRights();
  const closed = !fits(BLANK_IMPORT[list]);
  const { isOver, handlers } = useDrop(closed ? null : (file) => onFile(list, file));
  return (
    <div className="lists-drop" data-over={isOver || undefined} {...handlers}>
      <FilePress
        label={words().choose}
        name={words().chooseNamed(name)}
        tone="primary"
        disabled={closed}
        onFile={(file) => onFile(list, file)}
      />
      <p>{closed ? text.refusals.sentence('wrong-phase', {}) : words().drop}</p>
      <button
        type="button"
        className="button"
        data-tone="quiet"
        aria-label={words().templateNamed(name)}
        onClick={() => download(words().templateFile(name), templateOf(list))}
      >
        {words().template}
      </button>
    </div>
  );
}

/** null: nothing may be dropped. */
function useDrop(onFile: ((file: File) => void) | null) {
  const [isOver, setOver] = useState(false);
  const onDragOver = (event: DragEvent) => {
    if (onFile === null) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  };
  const onDragLeave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    for (const file of event.dataTransfer.files) onFile?.(file);
  };
  return { isOver, handlers: { onDragOver, onDragLeave, onDrop } };
}

/** A list as a file, in each kind. */
export function PaperLinks({ paper, lead }: { readonly paper: ListPaper; readonly lead: string }) {
  const { conference } = useSync();
  const take = useTaking();
  const named = text.lists.papers[paper];
  return (
    <p className="lists-papers">
      <span>{lead}</span>
      {PAPER_KINDS.map((kind) => (
        <a
          key={kind}
          className="button"
          data-tone="quiet"
          href={paperAddress(conference, paper, kind)}
          aria-label={words().exportNamed(named, words().kinds[kind])}
          download
          onClick={(event) => {
            event.preventDefault();
            take(paperAddress(conference, paper, kind));
          }}
        >
          {words().kinds[kind]}
        </a>
      ))}
    </p>
  );
}

/** Takes a file, or says why there is none. */
function useTaking(): (address: string) => void {
  const { show } = useNotices();
  const take = async (address: string) => {
    const asked = await askForPaper(address);
    if (asked.kind === 'ok') saveFrom(address);
    else show({ tone: 'look', sentence: refusedSentence(asked) });
  };
  return (address) => void take(address);
}
