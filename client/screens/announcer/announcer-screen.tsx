import { isOver } from '../../../shared/domain/conference/conference.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { FloorAnnouncer } from '../../parts/floor-announcer.tsx';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider, useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { AnnouncerBar } from './announcer-bar.tsx';
import { AttendanceLine } from './attendance-line.tsx';
import { AwardCues } from './award-cues.tsx';
import { CueList } from './cue-list.tsx';
import { shownItem } from './cue-progress.ts';
import { NextItem } from './next-item.tsx';
import { ToSay } from './to-say.tsx';
import './announcer.css';

const words = () => text.announcer;

/** What the announcer reads out: the sentence of the moment, the running order of the item, and what comes next. */
export function AnnouncerScreen({ conference }: { readonly conference: ConferenceId }) {
  useWakeLock();
  return (
    <ConferenceProvider conference={conference}>
      <div className="announcer">
        <AnnouncerBar />
        <main className="announcer-main">
          <ToSay />
          <RunningOrder />
        </main>
        <AttendanceLine />
        <NextItem />
        <FloorAnnouncer words={text.bridge.announce} />
      </div>
    </ConferenceProvider>
  );
}

function RunningOrder() {
  const item = useConference(({ agenda }) => shownItem(agenda));
  const over = useConference(({ conference }) => isOver(conference));
  if (over) return <p className="announcer-empty">{words().over}</p>;
  if (item === undefined) return <p className="announcer-empty">{words().noItem}</p>;
  return (
    <section className="announcer-order" aria-label={words().cues}>
      <div className="announcer-item">
        <p className="announcer-label">{item.progress.status === 'live' ? words().item : words().itemToCome}</p>
        <h2>{item.plan.title}</h2>
      </div>
      {item.plan.kind === 'awards' ? <AwardCues item={item} /> : null}
      <CueList item={item} />
    </section>
  );
}
