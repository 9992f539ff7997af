import type { TimedItem } from '../../../shared/domain/agenda/agenda.ts';
import { awardsOfItem, ceremonyOf } from '../../../shared/views/award-ceremony.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.followUp.awards;

/** While awards are given: what is read out for this one, and who gets ready for the next. */
export function AwardCues({ item }: { readonly item: TimedItem }) {
  const awards = useConference(({ records }) => awardsOfItem(records.awards, item.itemId));
  const { current, next, presented, total } = ceremonyOf(awards);
  if (total === 0 || item.progress.status !== 'live') return null;
  return (
    <div className="announcer-awards">
      <p className="announcer-label">
        {words().heading}: {words().count(String(presented), String(total))}
      </p>
      {current === null ? (
        <StateMark tone="done" word={words().allGiven} />
      ) : (
        <p className="announcer-says" lang="vi">
          {current.receive} {current.present}
        </p>
      )}
      {next === null ? null : (
        <p className="announcer-label">
          <StateMark tone="next" word={words().next} />: <span lang="vi">{next.brief}</span>
        </p>
      )}
    </div>
  );
}
