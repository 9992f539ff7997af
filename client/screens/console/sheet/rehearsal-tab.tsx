import type { HeldRehearsal } from '../../../../shared/domain/conference/conference.ts';
import { formatDate, formatTime } from '../../../parts/clock-text.ts';
import { pathIn } from '../../../parts/conference-path.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { HeldDefects, OwnDefects } from './defects-list.tsx';
import { StartRehearsal } from './start-rehearsal.tsx';

const words = () => text.rehearsal.sheet;

/** Rehearsals of this conference and what was found in them; in a rehearsal, what has been found so far. */
export function RehearsalTab() {
  const isRehearsal = useConference(({ conference }) => conference.rehearsalOf !== null);
  return <div className="console-rules">{isRehearsal ? <InRehearsal /> : <OfConference />}</div>;
}

function InRehearsal() {
  return (
    <>
      <p>{words().inRehearsal}</p>
      <section aria-label={words().defects}>
        <h3>{words().defects}</h3>
        <OwnDefects />
      </section>
    </>
  );
}

function OfConference() {
  const held = useConference(({ conference }) => conference.rehearsals);
  return (
    <>
      <p>{words().lead}</p>
      <StartRehearsal />
      <section aria-label={words().held}>
        <h3>{words().held}</h3>
        {held.length === 0 ? <p className="console-empty">{words().none}</p> : null}
        <ul className="console-rehearsals" aria-label={words().held}>
          {held.toReversed().map((one) => (
            <HeldOne key={one.conference} held={one} />
          ))}
        </ul>
      </section>
    </>
  );
}

const whenOf = (at: number): string => `${formatTime(at)} ${formatDate(at)}`;

function HeldOne({ held: { conference, startedAt, endedAt } }: { readonly held: HeldRehearsal }) {
  const start = whenOf(startedAt);
  return (
    <li>
      <p className="console-rehearsal-head">
        <strong>{endedAt === null ? words().from(start) : words().span({ start, end: whenOf(endedAt) })}</strong>
        <a
          className="button"
          data-tone={endedAt === null ? 'primary' : 'plain'}
          href={pathIn(conference, location.pathname)}
          aria-label={words().openNamed(start)}
        >
          {words().open}
        </a>
      </p>
      <HeldDefects rehearsal={conference} />
    </li>
  );
}
