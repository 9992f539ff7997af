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
const SHOWN = '.pdf,.mp4,.m4v,.webm';
const ALL = `${SHOWN},.docx,.xlsx,.pptx,.jpg,.jpeg,.png,.webp`;

interface UploadProps {
  readonly bridgeId: BridgeId | null;
  /** Only what can be shown on program is asked for here. */
  readonly shownOnly?: boolean;
}

/** Where documents come in: by a press, or dropped. */
export function UploadPart({ bridgeId, shownOnly = false }: UploadProps) {
  const desk = useUploadDesk(bridgeId);
  return desk === null ? null : <Open desk={desk} shownOnly={shownOnly} />;
}

function Open({ desk, shownOnly }: { readonly desk: UploadDesk; readonly shownOnly: boolean }) {
  const board = useReadable(desk.board);
  const area = useRef<HTMLElement>(null);
  const take = (files: FileList | null) => Array.from(files ?? []).forEach(desk.send);
  const over = useDrop(area, take);
  return (
    <section ref={area} className="documents-upload" aria-label={words().press} data-over={over || undefined}>
      <FilePress onFiles={take} accept={shownOnly ? SHOWN : ALL} />
      <p className="documents-hint">
        {shownOnly ? words().limits : words().limitsAll} {words().drop}
      </p>
      <UploadLines board={board} desk={desk} />
    </section>
  );
}

interface FilePressProps {
  readonly onFiles: (files: FileList | null) => void;
  readonly accept: string;
}

/** The browser's own field can be neither named nor drawn like the other presses. */
function FilePress({ onFiles, accept }: FilePressProps) {
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
        accept={accept}
        onChange={({ target }) => {
          onFiles(target.files);
          // The same file again is a choice too: it may have been mended meanwhile.
          target.value = '';
        }}
      />
    </>
  );
}
