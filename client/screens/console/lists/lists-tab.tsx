import { type DragEvent, useState } from 'react';
import type { ImportList } from '../../../../shared/protocol/list-import.ts';
import { useRights } from '../use-rights.ts';
import { EMPTY_BOARD, type ImportDesk } from './import-desk.ts';
import { ListHome } from './list-home.tsx';
import { BLANK_IMPORT, useImportBoard, useImportDesk, useNews } from './use-import-desk.ts';
import { type OpenedFile, Wizard } from './wizard.tsx';
import './lists.css';

/** Lists that come as files and go as files: for the secretariat; the others on the staff take them out. */
export function ListsTab() {
  const { may } = useRights();
  const nothing = () => undefined;
  if (may(BLANK_IMPORT.delegates)) return <ListsOfSecretariat />;
  return <ListHome board={EMPTY_BOARD} returned={false} onFile={nothing} onOpen={nothing} />;
}

function ListsOfSecretariat() {
  const desk = useImportDesk();
  const board = useImportBoard(desk);
  const news = useNews(board);
  const { opened, returned, take, open, close } = useOpened(desk);
  return (
    <div onDragOver={forbid} onDrop={forbid}>
      <p className="unseen" role="status" aria-live="polite">
        <span key={news.count}>{news.sentence}</span>
      </p>
      {opened === null ? (
        <ListHome board={board} returned={returned} onFile={take} onOpen={open} />
      ) : (
        <Wizard desk={desk} board={board} opened={opened} onFile={take} onClose={close} />
      )}
    </div>
  );
}

/** A file that is dropped beside the mark would otherwise be opened in place of the console. */
function forbid(event: DragEvent): void {
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

function useOpened(desk: ImportDesk) {
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const [returned, setReturned] = useState(false);
  const take = (list: ImportList, file: File) => setOpened({ kind: 'upload', key: desk.start(list, file) });
  const close = () => {
    setReturned(true);
    setOpened(null);
  };
  return { opened, returned, take, open: setOpened, close };
}
