import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { Shape } from '../shape.tsx';
import './recording-mark.css';

/** Over the program while the session is classified; otherwise nothing. Its frame is the surface it is drawn in. */
export function ClassifiedCard() {
  const classified = useConference(({ conference }) => conference.classifiedSince !== null);
  if (!classified) return null;
  const { word, sentence } = text.recording.classified;
  return (
    <div className="classified-card">
      <Shape name="look" />
      <p className="classified-card-word">{word}</p>
      <p className="classified-card-sentence">{sentence}</p>
    </div>
  );
}
