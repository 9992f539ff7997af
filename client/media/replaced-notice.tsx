import { text } from '../text/text.ts';
import { useRoomStatus, useTakeBack } from './room-status.ts';

/** Two machines in one place would throw each other out for ever; so the first one stops and asks. */
export function ReplacedNotice() {
  const takeBack = useTakeBack();
  if (useRoomStatus() !== 'replaced') return null;
  return (
    <div className="replaced" role="alert">
      <p>
        <strong>{text.media.replaced}.</strong> {text.media.replacedSentence}
      </p>
      <button type="button" className="button" data-tone="primary" onClick={takeBack}>
        {text.media.takeBack}
      </button>
    </div>
  );
}
