import { HeardSound } from '../../media/heard-sound.tsx';
import { useSoundBlocked } from '../../media/room-status.ts';
import { text } from '../../text/text.ts';

/** The hall's sound. A browser that waits for a press gets one that nobody overlooks. */
export function SoundPress() {
  const { blocked, unblock } = useSoundBlocked();
  return (
    <>
      <HeardSound silentWhenBlocked />
      {blocked ? (
        <div className="bridge-sound">
          <button type="button" className="button" data-tone="primary" onClick={unblock}>
            {text.bridge.sound.blocked}
          </button>
          <p>{text.bridge.sound.why}</p>
        </div>
      ) : null}
    </>
  );
}
