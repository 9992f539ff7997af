import { formatTime } from '../../parts/clock-text.ts';
import { Shape, type ShapeName } from '../../parts/shape.tsx';
import type { Readable } from '../../sync/cell.ts';
import { useLine } from '../../sync/conference-provider.tsx';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import type { Seen, Shown } from './door.ts';

const words = () => text.kiosk.door;

type Tone = 'done' | 'look' | 'off';

interface Face {
  readonly tone: Tone;
  readonly shape: ShapeName;
  readonly word: string;
}

interface ResultProps {
  readonly shown: Readable<Shown | null>;
  readonly isKept: boolean;
}

/** The last scan in one word and a sentence, read from two metres; colour never without a shape. */
export function ScanResult({ shown: cell, isKept }: ResultProps) {
  const shown = useReadable(cell);
  const { tone, shape, word } = faceOf(shown);
  return (
    <section className="kiosk-result" data-tone={tone} data-kind={shown?.kind ?? 'waiting'} aria-label={words().last}>
      <div role="status" aria-live="assertive">
        <p className="kiosk-word">
          <Shape name={shape} className="kiosk-shape" /> {word}
        </p>
        <Sentences shown={shown} />
      </div>
      {shown?.kind === 'checkedIn' ? <Sending recordedAt={shown.recordedAt} isKept={isKept} /> : null}
    </section>
  );
}

function faceOf(shown: Shown | null): Face {
  if (shown === null) return { tone: 'off', shape: 'next', word: words().waiting };
  const { kind } = shown;
  if (kind === 'checkedIn') return { tone: 'done', shape: 'done', word: words().checkedIn };
  if (kind === 'asking') return { tone: 'off', shape: 'next', word: words().asking };
  const shape = kind === 'already' ? 'pause' : kind === 'closed' ? 'over' : kind === 'unknown' ? 'close' : 'look';
  return { tone: 'look', shape, word: words()[kind] };
}

function Sentences({ shown }: { readonly shown: Shown | null }) {
  switch (shown?.kind) {
    case 'checkedIn':
      return <Who seen={shown.seen} />;
    case 'substituted':
      // Without the seat: it is the substitute's.
      return (
        <>
          <Who seen={{ ...shown.seen, seat: null }} />
          <p className="kiosk-sentence">{words().substitutedHow}</p>
        </>
      );
    case 'already':
      return (
        <>
          <Who seen={shown.seen} />
          <p className="kiosk-sentence">{alreadyWords(shown)}</p>
        </>
      );
    case 'wrongBridge':
      return (
        <>
          {shown.who === null ? null : <p className="kiosk-name">{shown.who}</p>}
          <p className="kiosk-sentence">{shown.bridge === null ? words().goElsewhere : words().goTo(shown.bridge)}</p>
        </>
      );
    case 'refused':
      return (
        <>
          <Who seen={shown.seen} />
          <p className="kiosk-sentence">{text.refusals.sentence(shown.refusal.code, shown.refusal.params)}</p>
        </>
      );
    default:
      return <p className="kiosk-sentence">{words()[`${shown?.kind ?? 'waiting'}How`]}</p>;
  }
}

const alreadyWords = ({ since, way }: Extract<Shown, { kind: 'already' }>): string =>
  since === null ? words().alreadyUntold : words().alreadySince(formatTime(since), text.kiosk.ways[way ?? 'list']);

function Who({ seen: { head, rest, seat } }: { readonly seen: Seen }) {
  return (
    <>
      <p className="kiosk-name">{head === '' ? words().nameless : head}</p>
      {rest === '' ? null : <p className="kiosk-positions">{rest}</p>}
      {seat === null ? null : <p className="kiosk-seat">{words().seat(seat)}</p>}
    </>
  );
}

interface SendingProps {
  readonly recordedAt: number | null;
  readonly isKept: boolean;
}

/** Noted here and recorded there are told apart, small: the delegate may go in. */
function Sending({ recordedAt, isKept }: SendingProps) {
  const isOnline = useLine().status === 'online';
  if (recordedAt !== null) return <p className="kiosk-sent">{words().sent(formatTime(recordedAt))}</p>;
  return <p className="kiosk-sent">{isOnline ? words().sending : isKept ? words().kept : words().unkept}</p>;
}
