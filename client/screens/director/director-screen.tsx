import { useMemo, useRef, useState } from 'react';
import type { BridgeId, ConferenceId } from '../../../shared/domain/ids.ts';
import { armedSource, programSource } from '../../../shared/domain/onair/program.ts';
import { MediaProvider } from '../../media/media-provider.tsx';
import { sourceWords } from '../../parts/source-words.ts';
import { ConferenceProvider, useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { usePanelCycle } from '../console/use-panel-cycle.ts';
import { useQuietFields } from '../console/use-quiet-fields.ts';
import { type Desk, DeskContext } from './desk-context.ts';
import { DirectorTop } from './director-top.tsx';
import { MultiView } from './multi-view.tsx';
import { Palette } from './palette.tsx';
import { SideColumn, type SidePanel } from './side-column.tsx';
import { Stage } from './stage.tsx';
import { useStandingReason } from './use-directing.ts';
import './director.css';
import './director-tiles.css';

/** Who makes the picture: everything that can be shown, what is shown, and what needs a look, on one screen. */
export function DirectorScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <MediaProvider own={null} as={null}>
        <DirectorDesk />
      </MediaProvider>
    </ConferenceProvider>
  );
}

/** The other function keys only lead to another part of the screen, and may. */
const ACTING_KEY = /^F(?:3|10)$/u;

function DirectorDesk() {
  const desk = useRef<HTMLElement>(null);
  const [panel, setPanel] = useState<SidePanel>('talkback');
  const [talkingTo, setTalkingTo] = useState<BridgeId | null>(null);
  const standing = useStandingReason();
  const shared = useMemo<Desk>(
    () => ({
      standing,
      talkTo: (bridgeId) => {
        setTalkingTo(bridgeId);
        setPanel('talkback');
      },
    }),
    [standing],
  );
  useQuietFields(ACTING_KEY);
  usePanelCycle(desk);
  return (
    <DeskContext value={shared}>
      <main ref={desk} className="director">
        <DirectorTop />
        <Stage />
        <MultiView />
        <Palette />
        <SideColumn panel={panel} onPanel={setPanel} talkingTo={talkingTo} onTalkingTo={setTalkingTo} />
        <Keys standing={standing} />
        <Announcer />
      </main>
    </DeskContext>
  );
}

const KEYS = [
  ['1…0  ⇧1…⇧6', 'tiles'],
  ['Enter', 'take'],
  ['Esc', 'disarm'],
  ['PgUp PgDn', 'page'],
  ['F6', 'panel'],
] as const;

/** The keys that no press on the screen shows, and why nothing can be pressed if so. */
function Keys({ standing }: { readonly standing: string | null }) {
  return (
    <footer className="director-keys" aria-label={text.director.keys.label}>
      {standing === null ? null : <strong className="director-standing">▲ {standing}</strong>}
      {KEYS.map(([key, does]) => (
        <span key={key}>
          <kbd>{key}</kbd> {text.director.keys[does]}
        </span>
      ))}
    </footer>
  );
}

/** Tells a screen reader what is on air and what is prepared, once for each change. */
function Announcer() {
  const sentence = useConference((state) =>
    text.director.announce(sourceWords(state, programSource(state)), sourceWords(state, armedSource(state))),
  );
  return (
    <p className="unseen" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}
