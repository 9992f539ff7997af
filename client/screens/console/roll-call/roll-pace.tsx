import { useState } from 'react';
import type { RollCall } from '../../../../shared/domain/attendance/roll-call.ts';
import { nextByPace } from '../../../../shared/views/roll-call-order.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';

const words = () => text.rollCall.run;

/** The pace that a roll call begun by hand is given by one press. */
const USUAL_HOLD_MS = 12_000;

/** How the next bridge comes, by hand or by itself in so many seconds; one press stops the pace, one lets it go on. */
export function RollPace({ roll }: { readonly roll: RollCall }) {
  const { holdMs } = roll;
  const [last, setLast] = useState(holdMs ?? USUAL_HOLD_MS);
  if (holdMs !== null && holdMs !== last) setLast(holdMs);
  return (
    <>
      <PaceLine roll={roll} />
      <CommandButton
        make={() => ({ type: 'paceRollCall', holdMs: holdMs === null ? last : null })}
        label={holdMs === null ? words().resumePace : words().pausePace}
        shortcut="P"
      />
    </>
  );
}

function PaceLine({ roll }: { readonly roll: RollCall }) {
  const now = useServerNow();
  const { holdMs, current } = roll;
  if (holdMs === null) return <span className="roll-pace">{words().byHand}</span>;
  if (nextByPace(roll) === null) return <span className="roll-pace">{words().paceOver}</span>;
  const left = current === null ? 0 : current.since + holdMs - now;
  return <span className="roll-pace">{words().pace(Math.max(0, Math.ceil(left / 1_000)))}</span>;
}
