import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { type Speech, speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { besideOnFloor } from '../../../shared/views/floor-clock.ts';
import { personLines } from '../../parts/person-words.ts';
import { SpeechClockFace } from '../../parts/speech-clock-face.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.chair;

/** Who speaks, from where, with name and title, and for how long. */
export function ChairSpeaker() {
  const speech = useConference(({ floor }) => speechOnFloor(floor));
  const phase = useConference(({ conference }) => conference.phase);
  const live = phase === 'live';
  if (speech === undefined) {
    return (
      <main className="chair-speaker">
        <div className="chair-who">
          <p className="chair-bridge">{live ? words().nobody : words().notLive[phase]}</p>
          {live ? <p className="chair-title">{words().nobodyHow}</p> : null}
        </div>
      </main>
    );
  }
  return (
    <main className="chair-speaker">
      <Who speech={speech} />
      <SpeechClockFace speech={speech} words={text.bridge.clock} className="chair-clock" />
    </main>
  );
}

function Who({ speech }: { readonly speech: Speech }) {
  const { head, rest } = personLines(speech.speaker);
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId)?.name ?? '');
  const beside = useConference((state) => besideOnFloor(state, speech.speechId));
  return (
    <div className="chair-who">
      <p className="chair-status">
        <StateMark tone={speech.stage.status === 'paused' ? 'pause' : 'air'} word={statusOf(speech)} />
      </p>
      <p className="chair-bridge">{bridge}</p>
      <p className="chair-name">{head}</p>
      <p className="chair-title">{rest}</p>
      <p className="chair-subject">{speech.subject}</p>
      {beside === null ? null : (
        <p className="chair-title">
          {beside.heldBack ? words().waitsBehind(beside.bridges) : words().others(beside.bridges)}
        </p>
      )}
    </div>
  );
}

function statusOf({ kind, stage }: Speech): string {
  if (stage.status === 'called') return words().called;
  if (stage.status === 'paused') return text.clock.held[stage.run.held?.cause ?? 'byHand'];
  return kind === 'question' ? words().question : words().speaking;
}
