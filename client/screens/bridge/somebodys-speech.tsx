import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { Speech } from '../../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { besideOnFloor } from '../../../shared/views/floor-clock.ts';
import { personWords } from '../../parts/person-words.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.bridge.stage;

/** Another hall has the floor: who, about what, and who waits behind it. */
export function SomebodysSpeech({ speech }: { readonly speech: Speech }) {
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId)?.name ?? '');
  const behind = useConference((state) => behindWords(state, speech));
  return (
    <div className="bridge-who">
      <p className="bridge-who-label">{labelOf(speech)}</p>
      <p className="bridge-who-bridge">{bridge}</p>
      <p className="bridge-who-person">{personWords(speech.speaker)}</p>
      <p className="bridge-who-subject">{behind ?? speech.subject}</p>
    </div>
  );
}

function labelOf({ kind, stage }: Speech): string {
  if (stage.status === 'called') return words().called;
  if (stage.status === 'paused') return words().paused;
  return kind === 'question' ? words().question : words().speaking;
}

/** Under a question whoever it is put to; in a discussion of several those who speak too; null: nobody else. */
function behindWords(state: ConferenceState, { speechId }: Speech): string | null {
  const beside = besideOnFloor(state, speechId);
  if (beside === null) return null;
  return beside.heldBack ? words().heldBack(beside.bridges) : words().others(beside.bridges);
}
