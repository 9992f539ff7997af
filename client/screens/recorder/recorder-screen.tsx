import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { HeardSound } from '../../media/heard-sound.tsx';
import { MediaProvider } from '../../media/media-provider.tsx';
import { useLanguageKey } from '../../parts/use-language-key.ts';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { useSync } from '../../sync/conference-context.ts';
import { ConferenceProvider } from '../../sync/conference-provider.tsx';
import { getRecorderState } from '../../sync/recordings.ts';
import { WallBoundary } from '../wall/wall-boundary.tsx';
import { WallProgram } from '../wall/wall-program.tsx';
import { RecorderStatus } from './recorder-status.tsx';
import { useRecording, useSender, useSoundMix } from './use-recording.ts';
import '../wall/wall.css';
import './recorder.css';

/** Records program as a wall shows it, with nobody at the machine; what it has to say of itself is not recorded. */
export function RecorderScreen({ conference }: { readonly conference: ConferenceId }) {
  useWakeLock();
  useLanguageKey();
  return (
    <WallBoundary>
      <div className="wall recorder">
        <ConferenceProvider conference={conference} whileLoading={<div className="wall-loading" />} unattended>
          <MediaProvider own={null} as={null}>
            <Recorder />
          </MediaProvider>
        </ConferenceProvider>
      </div>
    </WallBoundary>
  );
}

function Recorder() {
  const root = useRef<HTMLElement>(null);
  const byEgress = useByEgress();
  return (
    <>
      <main ref={root} className="wall-program" data-egress={byEgress === true || undefined}>
        <WallProgram />
      </main>
      {/* Into the mix and not out of the loudspeaker; Egress listens to the loudspeaker. */}
      {byEgress === null ? null : <HeardSound muted={!byEgress} silentWhenBlocked />}
      {byEgress === false ? <Recording root={root} /> : null}
    </>
  );
}

function Recording({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const sender = useSender();
  const mix = useSoundMix(root);
  const recorder = useRecording(root, { sender, mix });
  return sender === null || mix === null ? null : <RecorderStatus sender={sender} mix={mix} recorder={recorder} />;
}

const ASK_AGAIN_MS = 3_000;
/** Which LiveKit Egress waits for before it records the page. */
const START_SIGNAL = 'START_RECORDING';

/** Whether LiveKit Egress records this page from outside; null: not known yet. */
function useByEgress(): boolean | null {
  const { conference } = useSync();
  const [byEgress, setByEgress] = useState<boolean | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const ask = async () => {
      const fetched = await getRecorderState(conference);
      if (!current) return;
      if (fetched.kind === 'ok') setByEgress(fetched.value.egress !== null);
      else timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    void ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [conference]);
  useEffect(() => {
    // oxlint-disable-next-line no-console -- the agreed word between a page and LiveKit Egress
    if (byEgress === true) console.log(START_SIGNAL);
  }, [byEgress]);
  return byEgress;
}
