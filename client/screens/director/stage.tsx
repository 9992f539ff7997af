import type { Source } from '../../../shared/domain/onair/onair.ts';
import { armedShot, programShot } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { lowerThird } from '../../../shared/views/stage.ts';
import { ProgramPicture } from '../../media/program-picture.tsx';
import { personWords } from '../../parts/person-words.ts';
import { sourceWords } from '../../parts/source-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { BridgeReadiness } from '../console/bridge-readiness.tsx';
import { useDesk } from './desk-context.ts';
import { TakeColumn } from './take-column.tsx';
import { useShot } from './use-directing.ts';

const words = () => text.director.stage;

/** What everybody sees, the presses of the take, and what comes next. */
export function Stage() {
  const program = useShot(programShot);
  const armed = useShot(armedShot);
  const byHand = useConference(({ onair }) => onair.armed !== null);
  const follows = useConference(({ onair }) => onair.mode.kind === 'followFloor');
  return (
    <div className="director-stage" data-panel="stage">
      <section className="director-program" aria-labelledby="director-program-head">
        <header className="director-head">
          <h2 id="director-program-head">
            <StateMark tone="air" word={words().program} />
          </h2>
          <small>{follows ? words().follows : words().byHand}</small>
        </header>
        <div className="director-picture" data-tally="air">
          <ProgramPicture shown={program} prepared={armed} own={null} className="director-video" />
        </div>
        <Caption source={program.source} />
      </section>
      <TakeColumn />
      <section className="director-preview" aria-labelledby="director-preview-head">
        <header className="director-head">
          <h2 id="director-preview-head">
            <StateMark tone="next" word={words().preview} />
          </h2>
          <small>{byHand ? words().armedByHand : words().armedByItself}</small>
        </header>
        <div className="director-picture" data-tally="next" data-by-itself={!byHand || undefined}>
          <ProgramPicture shown={armed} prepared={null} own={null} className="director-video" />
        </div>
        <Caption source={armed.source} />
      </section>
    </div>
  );
}

/** Where the picture comes from and who is seen; the line there, and the way to talk to it. */
function Caption({ source }: { readonly source: Source }) {
  const { talkTo } = useDesk();
  const title = useConference((state) => titleOf(state, source));
  const person = useConference((state) => personOf(state, source));
  const bridgeId = source.kind === 'bridge' ? source.bridgeId : null;
  return (
    <div className="director-caption">
      <strong title={title}>{title}</strong>
      {bridgeId === null ? null : (
        <>
          <BridgeReadiness bridgeId={bridgeId} />
          <button
            type="button"
            className="button"
            data-tone="quiet"
            aria-label={words().talkTo(title)}
            onClick={() => talkTo(bridgeId)}
          >
            {words().talk}
          </button>
        </>
      )}
      <p title={person}>{person}</p>
    </div>
  );
}

const titleOf = (state: ConferenceState, source: Source): string =>
  lowerThird(state, source)?.bridge ?? sourceWords(state, source);

function personOf(state: ConferenceState, source: Source): string {
  const person = lowerThird(state, source)?.person ?? null;
  return person === null ? '' : personWords(person);
}
