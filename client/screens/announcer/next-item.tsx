import { isOver } from '../../../shared/domain/conference/conference.ts';
import { agendaTimes } from '../../../shared/views/agenda-clock.ts';
import { speakingNeeds } from '../../../shared/views/queue.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { shownItem } from './cue-progress.ts';

const words = () => text.announcer;

/** What the programme comes to after the item that is shown. */
export function NextItem() {
  const now = useServerNow(10_000);
  const sentence = useConference((state) => {
    if (isOver(state.conference)) return null;
    const shown = shownItem(state.agenda);
    const next = agendaTimes(state.agenda, now, speakingNeeds(state, now)).find(
      ({ item }) => item.progress.status === 'waiting' && item.itemId !== shown?.itemId,
    );
    if (next !== undefined) return words().nextItem(formatTime(next.expected.start), next.item.plan.title);
    return shown === undefined ? null : words().lastItem;
  });
  return (
    <footer className="announcer-foot">
      <p className="announcer-next">{sentence}</p>
      <p className="announcer-keys">{words().keys}</p>
    </footer>
  );
}
