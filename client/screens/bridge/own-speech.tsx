import type { Speech } from '../../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { useRoomStatus } from '../../media/room-status.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { HoldButton } from '../../parts/hold-button.tsx';
import { personWords } from '../../parts/person-words.ts';
import { useSync } from '../../sync/conference-context.ts';
import { text } from '../../text/text.ts';

const words = () => text.bridge.stage;

interface OwnSpeechProps {
  readonly speech: Speech;
  readonly own: BridgeId;
}

/** This hall has the floor: its own presses, and why its clock stands still. */
export function OwnSpeech({ speech, own }: OwnSpeechProps) {
  const { speechId, stage } = speech;
  const label = useLabel(speech);
  return (
    <div className="bridge-who">
      <p className="bridge-who-label">{label}</p>
      <p className="bridge-who-bridge">{personWords(speech.speaker)}</p>
      <p className="bridge-who-subject">{speech.subject}</p>
      <div className="bridge-own-presses">
        {stage.status === 'called' ? (
          <>
            <CommandButton
              className="bridge-begin"
              tone="primary"
              label={words().begin}
              make={() => ({ type: 'beginSpeech', speechId })}
            />
            <HoldButton label={words().giveUp} make={() => ({ type: 'withdrawSpeech', speechId })} />
          </>
        ) : (
          <HoldButton label={words().handBack} make={() => ({ type: 'handBackFloor', speechId })} />
        )}
        <ClockLink own={own} />
      </div>
    </div>
  );
}

function useLabel({ kind, stage }: Speech): string {
  const heard = useRoomStatus() === 'connected';
  if (stage.status === 'called') return heard ? words().ownCalled : words().ownCalledWithoutMedia;
  if (stage.status === 'paused') return words().ownPaused[stage.run.held?.cause ?? 'byHand'];
  return kind === 'question' ? words().ownQuestion : words().ownSpeaking;
}

/** For a second screen at the speaker's desk. */
export function ClockLink({ own }: { readonly own: BridgeId }) {
  const { conference } = useSync();
  return (
    <a className="button" data-tone="quiet" href={`/c/${conference}/clock/${own}`} target="_blank" rel="noreferrer">
      {words().openClock}
    </a>
  );
}
