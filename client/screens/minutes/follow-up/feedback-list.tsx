import { formatTime } from '../../../parts/clock-text.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.followUp.incidents.feedback;

/** What delegates wrote from their phones, the newest first; nothing while nobody has. */
export function FeedbackList() {
  const feedback = useConference(({ records }) => records.feedback);
  if (feedback.length === 0) return null;
  return (
    <section className="follow-up-feedback" aria-label={words().title}>
      <h3>{words().title}</h3>
      <ul>
        {feedback.toReversed().map(({ feedbackId, at, text: said, delegateId }) => (
          <li key={feedbackId}>
            <time className="tabular">{formatTime(at)}</time> {said} <small>{words().from(delegateId)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
