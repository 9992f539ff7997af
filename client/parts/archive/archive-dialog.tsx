import { useState } from 'react';
import type { ConferenceSummary } from '../../../shared/protocol/http.ts';
import { text } from '../../text/text.ts';
import { Dialog } from '../dialog.tsx';
import { ArchiveExport } from './archive-export.tsx';
import { PeopleKept } from './people-kept.tsx';
import { PersonErasure } from './person-erasure.tsx';
import { useOutline } from './use-outline.ts';
import './archive.css';

const words = () => text.archive;

export interface ArchiveDialogProps {
  readonly conference: Pick<ConferenceSummary, 'id' | 'title' | 'date'>;
  readonly onClose: () => void;
}

/** What remains of a conference that is over: the folder to keep, and the people to forget. */
export function ArchiveDialog({ conference, onClose }: ArchiveDialogProps) {
  const [recordings, setRecordings] = useState(false);
  const { outline, again } = useOutline(conference.id, recordings);
  return (
    <Dialog title={words().heading(conference.title)} onClose={onClose} className="archive-dialog">
      {outline === null ? <p aria-busy="true">{text.start.loading}</p> : null}
      {outline?.kind === 'refused' ? <p role="alert">{text.refusals.sentence(outline.code, outline.params)}</p> : null}
      {outline?.kind === 'offline' ? <p role="alert">{text.start.unreachable}</p> : null}
      {outline?.kind === 'ok' ? (
        <>
          <ArchiveExport
            conference={conference}
            outline={outline.value}
            recordings={recordings}
            onRecordings={setRecordings}
          />
          <PeopleKept conference={conference.id} days={outline.value.keptDays} onChanged={again} />
          <PersonErasure conference={conference.id} />
        </>
      ) : null}
    </Dialog>
  );
}
