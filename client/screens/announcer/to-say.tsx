import { announcement } from '../../../shared/views/announcement.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.announcer;

/** The sentence of the moment, in Vietnamese: it is for the hall, not for the reader of the screen. */
export function ToSay() {
  const moment = useConference((state) => announcement(state).moment);
  const sentence = useConference((state) => announcement(state).sentence);
  if (sentence === '') return <p className="announcer-say announcer-empty">{words().sayNothing}</p>;
  return (
    <section className="announcer-say" data-moment={moment}>
      <p className="announcer-label">{moment === 'now' ? words().sayNow : words().sayAfter}</p>
      <p className="announcer-sentence" lang="vi">
        {sentence}
      </p>
    </section>
  );
}
