import type { Source } from '../../../shared/domain/onair/onair.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { nextInLine } from '../../../shared/views/queue.ts';
import { lowerThird } from '../../../shared/views/stage.ts';
import { ProgramPicture } from '../../media/program-picture.tsx';
import { useArmedShot } from '../../media/program-shots.ts';
import { personWords } from '../../parts/person-words.ts';
import { sourceWords } from '../../parts/source-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { ActionButton } from './action-button.tsx';
import { callEnds } from './floor/call-ends.ts';
import { armOf, pictureActions } from './floor/picture-actions.ts';
import { Caption, FrameWord } from './program-panel.tsx';
import { useFloorActions, useFloorTools } from './use-floor-actions.ts';

const words = () => text.console.stage;

export function NextPanel() {
  const shot = useArmedShot();
  const armed = shot.source;
  const byHand = useConference(({ onair }) => onair.armed !== null);
  const { call } = useFloorActions();
  return (
    <section className="console-next" aria-labelledby="console-next-head">
      <header className="console-stage-head">
        <h2 id="console-next-head" className="console-head">
          <StateMark tone="next" word={words().next} />
          {byHand ? <small>{words().armedByHand}</small> : null}
        </h2>
      </header>
      <div className="console-stage-picture" data-tally="next">
        <ProgramPicture shown={shot} prepared={null} own={null} className="console-video" />
        <FrameWord shot={shot} />
      </div>
      <NextCaption armed={armed} />
      <div className="console-call">
        <ActionButton action={call} tone="primary" />
      </div>
      <PictureButtons armed={armed} byHand={byHand} />
      <CallEnds />
    </section>
  );
}

/** Who will speak there: the next in line, else who chairs that hall. */
function NextCaption({ armed }: { readonly armed: Source }) {
  const { bridge, person, subject } = useConference((state) => captionOf(state, armed));
  const bridgeId = armed.kind === 'bridge' ? armed.bridgeId : null;
  return <Caption bridge={bridge} person={person} subject={subject} bridgeId={bridgeId} />;
}

function captionOf(state: ConferenceState, armed: Source) {
  const caption = lowerThird(state, armed);
  if (armed.kind !== 'bridge') {
    return { bridge: sourceWords(state, armed), person: text.program.explained[armed.kind], subject: null };
  }
  if (caption === null) return { bridge: sourceWords(state, armed), person: words().nobodyNamed, subject: null };
  const next = nextInLine(state);
  const speech = next?.bridgeId === armed.bridgeId ? next : null;
  const person = speech?.speaker ?? caption.person;
  return {
    bridge: caption.bridge,
    person: person === null ? words().nobodyNamed : personWords(person),
    subject: speech?.subject ?? null,
  };
}

/** What the call takes from somebody beyond the one whom everybody sees. */
function CallEnds() {
  const now = useServerNow(1_000);
  const sentence = useConference((state) => callEnds(state, now));
  return sentence === null ? null : <p className="console-call-ends">▲ {sentence}</p>;
}

/** A picture without a word: arm, then take. */
function PictureButtons({ armed, byHand }: { readonly armed: Source; readonly byHand: boolean }) {
  const tools = useFloorTools();
  const { take, disarm } = pictureActions(tools);
  return (
    <div className="console-buttons">
      <ActionButton action={take} label={text.console.actions.take} tone={byHand ? 'air' : 'quiet'} />
      {byHand ? <ActionButton action={disarm} tone="quiet" /> : null}
      {armed.kind === 'hold' && byHand ? null : <ActionButton action={armOf(tools, { kind: 'hold' })} tone="quiet" />}
    </div>
  );
}
