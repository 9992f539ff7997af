import { useRef } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { HeardSound } from '../../media/heard-sound.tsx';
import { MediaProvider } from '../../media/media-provider.tsx';
import { useIdleCursor } from '../../parts/use-idle-cursor.ts';
import { useLanguageKey } from '../../parts/use-language-key.ts';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider } from '../../sync/conference-provider.tsx';
import { useFullscreen } from './use-fullscreen.ts';
import { useSelfRecovery } from './use-self-recovery.ts';
import { WallBoundary } from './wall-boundary.tsx';
import { WallMark } from './wall-mark.tsx';
import { WallProgram } from './wall-program.tsx';
import './wall.css';

/** Program on the wall of a hall or a studio, for days, with nobody at the machine. */
export function WallScreen({ conference }: { readonly conference: ConferenceId }) {
  useWakeLock();
  useFullscreen();
  useLanguageKey();
  const idle = useIdleCursor();
  return (
    <WallBoundary>
      <div className="wall" data-idle={idle}>
        <ConferenceProvider conference={conference} whileLoading={<StillLoading />} unattended>
          <MediaProvider own={null} as={null}>
            <Program />
          </MediaProvider>
        </ConferenceProvider>
      </div>
    </WallBoundary>
  );
}

/** The first state may be long in coming; a wall neither says so nor gives up. */
function StillLoading() {
  return <div className="wall-loading" />;
}

function Program() {
  const root = useRef<HTMLElement>(null);
  useSelfRecovery(root);
  return (
    <main ref={root} className="wall-program">
      <WallProgram />
      <WallMark />
      <HeardSound silentWhenBlocked />
    </main>
  );
}
