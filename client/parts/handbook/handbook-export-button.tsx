import { useState } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { text } from '../../text/text.ts';
import { QrPicture } from '../qr-picture.tsx';
import './handbook-export-button.css';

const words = () => text.kiosk.handbook;

/** For the staff: the files for the national handbook application, and the code that opens our own on any phone. */
export function HandbookExportButton({ conference }: { readonly conference: ConferenceId }) {
  const [isOpen, setOpen] = useState(false);
  const link = `${location.origin}/s/${conference}`;
  return (
    <div className="handbook-export">
      <a className="button" href={`/api/conferences/${encodeURIComponent(conference)}/handbook-export`} download>
        {words().export}
      </a>
      <button type="button" className="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words().poster}
      </button>
      {isOpen ? (
        <figure>
          <QrPicture text={link} label={words().qr} />
          <figcaption>
            <strong>{link}</strong>
            <span>{words().how}</span>
          </figcaption>
        </figure>
      ) : null}
    </div>
  );
}
