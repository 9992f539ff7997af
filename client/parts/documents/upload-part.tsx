import { useRef } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import { Shape } from '../shape.tsx';
import type { UploadDesk } from './upload-desk.ts';
import { UploadLines } from './upload-lines.tsx';
import { useDrop } from './use-drop.ts';
import { useUploadDesk } from './use-upload-desk.ts';

const words = () => text.documents.upload;
const ACCEPTED = '.pdf,.mp4,.m4v,.webm';

/** Where documents come in: by a press, or dropped. */
export function UploadPart({ bridgeId }: { readonly bridgeId: BridgeId | null }) {
  const desk = useUploadDesk(bridgeId);
  return desk === null ? null : <Open desk={desk} />;
}

function Open({ desk }: { readonly desk: UploadDesk }) {
  const board = useReadable(desk.board);
  const area = useRef<HTMLElement>(null);
  const take = (files: FileList | null) => Array.from(files ?? []).forEach(desk.send);
  const over = useDrop(area, take);
  return (
    <section ref={area} className="documents-upload" aria-label={words().press} data-over={over || undefined}>
      <FilePress onFiles={take} />
      <p className="documents-hint">
        {words().limits} {words().drop}
      </p>
      <UploadLines board={board} desk={desk} />
    </section>
  );
}

/** The browser's own field can be neither named nor drawn like the other presses. */
function FilePress({ onFiles }: { readonly onFiles: (files: FileList | null) => void }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" data-tone="plain" onClick={() => field.current?.click()}>
        <Shape name="live" className="documents-up" /> {words().press}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        onChange={({ target }) => {
          onFiles(target.files);
          // The same file again is a choice too: it may have been mended meanwhile.
          target.value = '';
        }}
      />
    </>
  );
}
