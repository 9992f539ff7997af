import { usePrivateTalk } from '../../media/use-private-talk.ts';
import { text } from '../../text/text.ts';
import { StateMark } from '../state-mark.tsx';

const words = () => text.talkback.call;

/** How the private voice stands on this machine: what a person asks first is whether the other side hears. */
export function VoiceState() {
  const { status, muted, setMuted } = usePrivateTalk();
  if (status !== 'connected') {
    return (
      <p className="talkback-voice" role="status">
        <StateMark tone="look" word={words().connecting} />
      </p>
    );
  }
  return (
    <p className="talkback-voice" role="status">
      <Microphone />
      <button type="button" className="button" aria-pressed={muted} onClick={() => setMuted(!muted)}>
        {muted ? words().unmute : words().mute}
      </button>
    </p>
  );
}

function Microphone() {
  const { muted, microphone, sending } = usePrivateTalk();
  if (muted) return <StateMark tone="off" word={words().muted} />;
  if (microphone === 'missing' || microphone === 'refused') {
    return <StateMark tone="look" word={words().noMicrophone} />;
  }
  return sending.microphone ? (
    <StateMark tone="done" word={words().connected} />
  ) : (
    <StateMark tone="look" word={words().connecting} />
  );
}
