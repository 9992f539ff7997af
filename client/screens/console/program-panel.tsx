import { papersOf } from '../../../shared/domain/documents/paper-on-floor.ts';
import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { Shot, Source } from '../../../shared/domain/onair/onair.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { lowerThird, tallyOf } from '../../../shared/views/stage.ts';
import { ProgramPicture } from '../../media/program-picture.tsx';
import { useArmedShot, useProgramShot } from '../../media/program-shots.ts';
import { personWords } from '../../parts/person-words.ts';
import { SnapshotPress } from '../../parts/snapshot/snapshot-press.tsx';
import { sourceWords } from '../../parts/source-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { ActionButton } from './action-button.tsx';
import { BridgeReadiness } from './bridge-readiness.tsx';
import { OthersOnFloor } from './floor/others-on-floor.tsx';
import { useOpenDialog } from './open-dialog.ts';
import { SpeechControls } from './speech-controls.tsx';
import { useFloorActions } from './use-floor-actions.ts';

export function ProgramPanel() {
  const program = useProgramShot();
  const armed = useArmedShot();
  return (
    <section className="console-program" aria-labelledby="console-program-head">
      <header className="console-stage-head">
        <h2 id="console-program-head" className="console-head">
          <StateMark tone="air" word={text.console.stage.onAir} />
        </h2>
        <HeadButtons program={program.source} />
      </header>
      <div className="console-stage-picture" data-tally="air">
        <ProgramPicture shown={program} prepared={armed} own={null} className="console-video" />
        <FrameWord shot={program} />
        <OthersOnFloor />
      </div>
      <ProgramCaption program={program.source} />
      <SpeechControls />
    </section>
  );
}

/** How a hall's picture is framed, where it does not stand alone. */
export function FrameWord({ shot: { source, frame } }: { readonly shot: Shot }) {
  if (source.kind !== 'bridge' || frame === 'alone') return null;
  return <p className="console-frame">{text.program.frames[frame]}</p>;
}

function ProgramCaption({ program }: { readonly program: Source }) {
  const caption = useConference((state) => lowerThird(state, programSource(state)));
  const subject = useConference(shownSubject);
  const hasPaper = useConference(bringsPaper);
  const source = useConference((state) => sourceWords(state, program));
  if (program.kind !== 'bridge') return <Caption bridge={source} person={text.program.explained[program.kind]} />;
  if (caption === null) return <Caption bridge={source} person={text.console.stage.nobodyNamed} />;
  const named = caption.person === null ? text.console.stage.nobodyNamed : personWords(caption.person);
  const person = hasPaper ? `${named} · ${text.documents.hall.callsWith}` : named;
  return <Caption bridge={caption.bridge} person={person} subject={subject} bridgeId={program.bridgeId} />;
}

/** What is said there, if whoever is seen is who speaks. */
function shownSubject(state: ConferenceState): string | null {
  const speech = speechOnFloor(state.floor);
  return speech !== undefined && tallyOf(state, speech.bridgeId) === 'onAir' ? speech.subject : null;
}

/** Whether something was handed in for what is said there. */
function bringsPaper({ floor, documents }: ConferenceState): boolean {
  const speech = speechOnFloor(floor);
  return speech !== undefined && papersOf(documents, speech.speechId).length > 0;
}

interface CaptionProps {
  readonly bridge: string;
  readonly person: string;
  readonly subject?: string | null;
  /** Whose line and devices stand beside the name. */
  readonly bridgeId?: BridgeId | null;
}

/** The two lines of the lower third, and what the speech is about. */
export function Caption({ bridge, person, subject = null, bridgeId = null }: CaptionProps) {
  return (
    <div className="console-caption">
      <strong title={bridge}>{bridge}</strong>
      {bridgeId === null ? null : <BridgeReadiness bridgeId={bridgeId} />}
      <p title={subject === null ? person : `${person}: ${subject}`}>{person}</p>
    </div>
  );
}

/** What only some moments know stands here, so that the buttons below never change their height. */
function HeadButtons({ program }: { readonly program: Source }) {
  const { follow } = useFloorActions();
  const open = useOpenDialog();
  return (
    <div className="console-buttons">
      {program.kind === 'bridge' ? (
        <SnapshotPress bridgeId={program.bridgeId} onOpen={(bridgeId) => open({ kind: 'snapshot', bridgeId })} />
      ) : null}
      {follow.reason === null ? <ActionButton action={follow} /> : null}
    </div>
  );
}
