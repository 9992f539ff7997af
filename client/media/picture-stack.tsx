import { useCallback, useEffect, useRef, useState } from 'react';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { text } from '../text/text.ts';
import { HoldSlide } from './hold-slide.tsx';
import { Picture } from './picture.tsx';
import { type PictureQuality, qualityForWidth } from './wanted-pictures.ts';
import './pictures.css';

interface PictureStackProps {
  readonly shown: Source;
  /** Received and decoded unseen, so that the take to it only flips visibility. */
  readonly prepared: Source | null;
  readonly className?: string | undefined;
}

/** The picture that is shown, with the one prepared behind it. One video a bridge, kept across the take. */
export function PictureStack({ shown, prepared, className = '' }: PictureStackProps) {
  const root = useRef<HTMLDivElement>(null);
  const quality = useQuality(root);
  const { flowing, onFrames } = useFlowing();
  const shownId = shown.kind === 'bridge' ? shown.bridgeId : null;
  return (
    <div ref={root} className={`picture ${className}`} data-shown={shownId ?? 'hold'}>
      {bridgesOf(shown, prepared).map((bridgeId) => (
        <Picture
          key={bridgeId}
          bridgeId={bridgeId}
          visible={bridgeId === shownId}
          quality={bridgeId === shownId ? quality : 'low'}
          onFrames={onFrames}
        />
      ))}
      {shownId === null ? <HoldSlide /> : flowing.has(shownId) ? null : <NoPictureYet bridgeId={shownId} />}
    </div>
  );
}

/** In the order of their ids: a video that is moved within the page would stop for a moment. */
function bridgesOf(shown: Source, prepared: Source | null): readonly BridgeId[] {
  const ids = [shown, prepared].flatMap((source) => (source?.kind === 'bridge' ? [source.bridgeId] : []));
  return [...new Set(ids)].toSorted();
}

function NoPictureYet({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.name ?? '');
  return (
    <div className="picture-empty">
      <p className="picture-empty-name">{name}</p>
      <p>{text.media.noPictureYet}</p>
    </div>
  );
}

/** Which of the mounted pictures have frames. */
function useFlowing() {
  const [flowing, setFlowing] = useState<ReadonlySet<BridgeId>>(new Set());
  const onFrames = useCallback((bridgeId: BridgeId, isFlowing: boolean) => {
    setFlowing((before) => {
      if (before.has(bridgeId) === isFlowing) return before;
      const others = [...before].filter((one) => one !== bridgeId);
      return new Set(isFlowing ? [...others, bridgeId] : others);
    });
  }, []);
  return { flowing, onFrames };
}

/** The layer that fills this place, by its size in physical pixels. */
function useQuality(root: { readonly current: HTMLElement | null }): PictureQuality {
  const [quality, setQuality] = useState<PictureQuality>('high');
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setQuality(qualityForWidth(element.clientWidth * devicePixelRatio)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return quality;
}
