import { attendanceFigures } from '../../../shared/views/attendance-lines.ts';
import { attendanceSentence } from '../../parts/attendance-sentences.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { rollCallText } from '../../text/vi/roll-call.ts';

const words = () => text.rollCall.announcer;

/** How many are there, ready to be read out at any moment; in Vietnamese, as all that the hall hears. */
export function AttendanceLine() {
  const sentence = useConference((state) => {
    const figures = attendanceFigures(state);
    return figures === null ? null : attendanceSentence(rollCallText.lines, figures);
  });
  return (
    <section className="announcer-attendance" aria-label={words().label}>
      <p className="announcer-label">{words().label}</p>
      {sentence === null ? (
        <p className="announcer-label">{words().none}</p>
      ) : (
        <p className="announcer-figures" lang="vi">
          {sentence}
        </p>
      )}
    </section>
  );
}
