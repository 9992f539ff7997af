import { formatClock } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { useSync } from '../../sync/conference-context.ts';
import { useConference, useLine, useSeat } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import { useNotes } from './notes/notes-provider.tsx';

const words = () => text.minutes;

/** A page that is not on air: what runs is green, and what rests is grey. */
const TONES: Readonly<Record<string, MarkTone>> = { live: 'live', preparing: 'next' };

export function MinutesTop() {
  const title = useConference(({ conference }) => conference.title);
  const phase = useConference(({ conference }) => conference.phase);
  const { status } = useLine();
  return (
    <header className="minutes-top">
      <div className="minutes-title">
        <h1>{words().title}</h1>
        <p title={title}>{title}</p>
      </div>
      <Unsaved />
      <StateMark tone={TONES[phase] ?? 'off'} word={text.console.top.phases[phase]} />
      <StateMark tone={status === 'online' ? 'done' : 'look'} word={text.console.line[status]} />
      <Clock />
      <Links />
      <LanguageSwitch />
    </header>
  );
}

/** Whether everything on this page is with the server. */
function Unsaved() {
  const notes = useNotes();
  const unsaved = useReadable(notes.unsaved);
  const stuck = useReadable(notes.stuck);
  const { note } = words();
  if (stuck > 0) return <StateMark tone="look" word={note.unsaved(stuck)} />;
  return <StateMark tone={unsaved > 0 ? 'off' : 'done'} word={unsaved > 0 ? note.saving : note.allSaved} />;
}

function Clock() {
  const now = useServerNow();
  return <time className="minutes-clock">{formatClock(now)}</time>;
}

/** Beside the writing lie the documents; who conducts comes from the console and goes back there. */
function Links() {
  const { conference } = useSync();
  const { seat } = useSeat();
  const screens = seat === 'secretary' ? (['library'] as const) : (['library', 'console'] as const);
  return (
    <nav className="minutes-links">
      {screens.map((screen) => (
        <a key={screen} href={`/c/${conference}/${screen}`}>
          {words()[screen]}
        </a>
      ))}
    </nav>
  );
}
