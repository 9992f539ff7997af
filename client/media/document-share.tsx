import { type ReactNode, useEffect, useRef, useState } from 'react';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { Shape } from '../parts/shape.tsx';
import { useConference } from '../sync/conference-provider.tsx';
import { useSelected } from '../sync/use-readable.ts';
import { text } from '../text/text.ts';
import { DocumentFrame } from './document-frame.tsx';
import { useMedia } from './media-context.ts';

interface ShareProps {
  readonly bridgeId: BridgeId;
  readonly visible: boolean;
  readonly standIn: ReactNode;
}

/** The screen that a machine of the bridge shares. A share that ends leaves no dark hole. */
export function DocumentShare({ bridgeId, visible, standIn }: ShareProps) {
  const { stage } = useMedia();
  const video = useRef<HTMLVideoElement>(null);
  const track = useSelected(stage.received, ({ screens }) => screens.get(bridgeId) ?? null);
  const [ratio, setRatio] = useState<number | null>(null);
  useEffect(() => stage.wishScreen(bridgeId), [stage, bridgeId]);
  useEffect(() => {
    const element = video.current;
    if (track === null || element === null) return;
    track.attach(element);
    return () => {
      track.detach(element);
      setRatio(null);
    };
  }, [track]);
  return (
    <>
      {ratio === null ? (standIn ?? <NoScreenYet bridgeId={bridgeId} />) : null}
      <DocumentFrame ratio={ratio ?? 16 / 9} visible={visible && ratio !== null}>
        <video
          ref={video}
          className="picture-share"
          data-screen-of={bridgeId}
          style={ratio === null ? { visibility: 'hidden' } : undefined}
          autoPlay
          muted
          playsInline
          disablePictureInPicture
          onPlaying={({ currentTarget }) => setRatio(ratioOf(currentTarget))}
          onResize={({ currentTarget }) => setRatio(ratioOf(currentTarget))}
        />
      </DocumentFrame>
    </>
  );
}

const ratioOf = ({ videoWidth, videoHeight }: HTMLVideoElement): number | null =>
  videoWidth === 0 || videoHeight === 0 ? null : videoWidth / videoHeight;

function NoScreenYet({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName ?? '');
  return (
    <div className="picture-empty">
      <p className="picture-empty-why">
        <Shape name="off" /> {text.program.noScreenYet(name)}
      </p>
    </div>
  );
}
