import { useState } from 'react';
import { mayUse } from '../../../shared/domain/capabilities.ts';
import { isOver } from '../../../shared/domain/conference/conference.ts';
import type { ConferenceSummary, Session } from '../../../shared/protocol/http.ts';
import { ArchiveDialog } from '../../parts/archive/archive-dialog.tsx';
import { text } from '../../text/text.ts';
import { NextConference } from './next-conference.tsx';

interface AfterClosingProps {
  readonly conference: ConferenceSummary;
  readonly session: Session;
}

/** What the secretariat may do with a conference that is over: keep its record, and begin the next one. */
export function AfterClosing({ conference, session }: AfterClosingProps) {
  const [open, setOpen] = useState<'archive' | 'next' | null>(null);
  const { phase, rehearsalOf, title } = conference;
  if (!mayUse(session, 'keepArchive') || !isOver({ phase })) return null;
  const close = () => setOpen(null);
  const { archive } = text;
  return (
    <>
      <p className="start-open">
        <button
          type="button"
          className="button"
          aria-label={text.start.openNamed(archive.open, title)}
          onClick={() => setOpen('archive')}
        >
          {archive.open}
        </button>
        {rehearsalOf === null && session.conference === null && mayUse(session, 'beginSuccessor') ? (
          <button
            type="button"
            className="button"
            aria-label={text.start.openNamed(archive.series.open, title)}
            onClick={() => setOpen('next')}
          >
            {archive.series.open}
          </button>
        ) : null}
      </p>
      {open === 'archive' ? <ArchiveDialog conference={conference} onClose={close} /> : null}
      {open === 'next' ? <NextConference last={conference} onClose={close} /> : null}
    </>
  );
}
