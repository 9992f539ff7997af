import { useState } from 'react';
import { formatCount, formatTime } from '../../parts/clock-text.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Shape } from '../../parts/shape.tsx';
import { text } from '../../text/text.ts';
import type { NotedCheckIn } from './check-in-queue.ts';

const words = () => text.kiosk.door;

interface RefusedProps {
  readonly refused: readonly NotedCheckIn[];
  readonly onDone: (noted: NotedCheckIn) => void;
}

/** Scans that the server did not accept when it heard of them: somebody went in and must be put right by hand. */
export function RefusedScans({ refused, onDone }: RefusedProps) {
  const [open, setOpen] = useState(false);
  if (refused.length === 0) return null;
  const heading = words().problems(formatCount(refused.length));
  return (
    <>
      <button type="button" className="button kiosk-problems" onClick={() => setOpen(true)}>
        <Shape name="look" /> {heading}
      </button>
      {open ? (
        <Dialog title={heading} onClose={() => setOpen(false)}>
          <ul className="kiosk-refused">
            {refused.map((noted) => (
              <li key={noted.id}>
                <p>{lineOf(noted)}</p>
                <button
                  type="button"
                  className="button"
                  aria-label={words().problemDoneOf(nameOf(noted))}
                  onClick={() => onDone(noted)}
                >
                  {words().problemDone}
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
    </>
  );
}

const nameOf = ({ who }: NotedCheckIn): string => (who === '' ? words().nameless : who);

function lineOf(noted: NotedCheckIn): string {
  const { refusal, seenAt } = noted;
  const reason = refusal === null ? '' : text.refusals.sentence(refusal.code, refusal.params);
  return words().problemLine(nameOf(noted), formatTime(seenAt), reason);
}
