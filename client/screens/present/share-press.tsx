import type { BridgeId } from '../../../shared/domain/ids.ts';
import { documentShowing } from '../../../shared/views/document-showing.ts';
import { useMedia } from '../../media/media-context.ts';
import { useRoomStatus } from '../../media/room-status.ts';
import type { ScreenStatus } from '../../media/screen-capture.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';

const words = () => text.documents.present.screen;

type Share = 'off' | 'waiting' | 'laid' | 'onAir' | 'notJoined';

const TONES = { off: 'off', waiting: 'off', laid: 'next', onAir: 'air', notJoined: 'look' } as const;

interface SharePressProps {
  readonly own: BridgeId;
  readonly watchesOnly: boolean;
}

/** The screen of this machine for everybody, and how far it has come: shared, chosen, on air. */
export function SharePress({ own, watchesOnly }: SharePressProps) {
  return (
    <section aria-labelledby="present-share">
      <h2 id="present-share">{words().title}</h2>
      {watchesOnly ? <p>{words().tooDeep}</p> : <Sharing own={own} />}
    </section>
  );
}

function Sharing({ own }: { readonly own: BridgeId }) {
  const { screen } = useMedia();
  const { status } = useReadable(screen.shared);
  const share = useShare(own, status);
  const isLive = status === 'live';
  return (
    <>
      <button
        type="button"
        className="button present-share"
        data-tone={isLive ? 'plain' : 'primary'}
        disabled={status === 'asking'}
        onClick={() => (isLive ? screen.stop() : void screen.start())}
      >
        {isLive ? words().stop : words().start}
      </button>
      <p role="status">
        <StateMark tone={TONES[share]} word={words()[share]} />
      </p>
      <Trouble status={status} />
    </>
  );
}

function useShare(own: BridgeId, status: ScreenStatus): Share {
  const joined = useRoomStatus() === 'connected';
  const laid = useConference(({ onair }) => onair.document?.kind === 'share' && onair.document.bridgeId === own);
  const showing = useConference(documentShowing);
  if (status !== 'live') return 'off';
  if (!joined) return 'notJoined';
  if (!laid) return 'waiting';
  return showing === 'onAir' ? 'onAir' : 'laid';
}

function Trouble({ status }: { readonly status: ScreenStatus }) {
  if (status === 'off' || status === 'live') return null;
  return <p className="present-trouble">{words()[status]}</p>;
}
