import { formatDuration, formatTime } from '../parts/clock-text.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { useServerNow } from '../sync/server-clock.ts';
import { text } from '../text/text.ts';

const words = () => text.program.recess;

/** A break: what it is, when it ends, and how long that still is, by the server's clock. */
export function ProgramBreak({ until }: { readonly until: number | null }) {
  const title = useConference(({ conference }) => conference.title);
  return (
    <div className="program-card" data-page="break">
      <p className="program-card-title">{title}</p>
      <h2 className="program-card-head">{words().head}</h2>
      {until === null ? <p className="program-card-line">{words().open}</p> : <Countdown until={until} />}
    </div>
  );
}

function Countdown({ until }: { readonly until: number }) {
  const left = until - useServerNow();
  if (left <= 0) return <p className="program-card-line">{words().over}</p>;
  return (
    <>
      <p className="program-card-figures" role="timer">
        {formatDuration(left)}
      </p>
      <p className="program-card-line">{words().goesOnAt(formatTime(until))}</p>
    </>
  );
}
