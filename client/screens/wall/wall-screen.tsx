import { useRef } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { receptionOf } from '../../../shared/views/media-plan.ts';
import { HeardSound } from '../../media/heard-sound.tsx';
import { MediaProvider } from '../../media/media-provider.tsx';
import { PictureStack } from '../../media/picture-stack.tsx';
import { useIdleCursor } from '../../parts/use-idle-cursor.ts';
import { useLanguageKey } from '../../parts/use-language-key.ts';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider, useConference } from '../../sync/conference-provider.tsx';
import { LostPicture } from './lost-picture.tsx';
import { WallLowerThird } from './lower-third.tsx';
import { PictureFallback } from './picture-fallback.tsx';
import { useFullscreen } from './use-fullscreen.ts';
import { useSelfRecovery } from './use-self-recovery.ts';
import { WallBoundary } from './wall-boundary.tsx';
import { WallClock } from './wall-clock.tsx';
import { WallMark } from './wall-mark.tsx';
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
          <MediaProvider own={null} publishes={false}>
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
  const shown = useConference((state) => receptionOf(state, null).shown);
  const prepared = useConference((state) => receptionOf(state, null).prepared);
  return (
    <main ref={root} className="wall-program">
      <PictureStack shown={shown} prepared={prepared} className="wall-picture" />
      <PictureFallback root={root} shown={shown} />
      <LostPicture />
      <WallLowerThird />
      <WallClock />
      <WallMark />
      <HeardSound silentWhenBlocked />
    </main>
  );
}
