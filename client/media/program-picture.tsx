import { type ComponentType, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { PictureLimit, Shot } from '../../shared/domain/onair/onair.ts';
import { type Box, type Scene, showsPictures } from '../../shared/views/scene.ts';
import { ClassifiedCard } from '../parts/recording/classified-card.tsx';
import { DocumentPicture } from './document-picture.tsx';
import { useHeldScene, useLeftScene } from './held-scene.ts';
import { HoldSlide } from './hold-slide.tsx';
import { Picture } from './picture.tsx';
import { ProgramCard } from './program-card.tsx';
import { ProgramPlace, type StandInProps } from './program-place.tsx';
import { boxOfDocument, mountedHalls, placesOf, type Scenes, shownName, useScene } from './program-scene.ts';
import { NoPictureYet } from './program-stand-in.tsx';
import { useReception } from './reception.ts';
import { type PictureQuality, qualityForWidth } from './wanted-pictures.ts';
import './pictures.css';

interface ProgramPictureProps {
  readonly shown: Shot;
  /** Received and decoded unseen, so that the take to it only flips visibility. */
  readonly prepared: Shot | null;
  /** The bridge that the screen stands in; null: a wall or the staff. */
  readonly own: BridgeId | null;
  /** One picture and never a grid: a sub-bridge. */
  readonly single?: boolean;
  /** Plays a clip's sound: where an audience sits. */
  readonly sounding?: boolean;
  /** In place of the hold slide. */
  readonly hold?: ReactNode;
  /** What stands in for a hall's picture that does not come. */
  readonly standIn?: ComponentType<StandInProps>;
  readonly className?: string | undefined;
}

/** Program as this screen draws it: cards, halls and the document at their places. One video a hall, kept across takes. */
export function ProgramPicture(props: ProgramPictureProps) {
  const { shown, prepared, own, single = false, sounding = false, hold = <HoldSlide />, className = '' } = props;
  const root = useRef<HTMLDivElement>(null);
  const limit = useReception();
  const wanted = useScene(shown, { own, single, limit });
  const next = useScene(prepared, { own, single, limit });
  const { flowing, onFrames } = useFlowing();
  // With nothing prepared behind it, it is a picture of what is to come, under that one's name.
  const drawn = useHeldScene(wanted, prepared !== null, flowing);
  const left = useLeftScene(drawn);
  const preparedBox = boxOfDocument(wanted) ?? boxOfDocument(next);
  return (
    <div
      ref={root}
      className={`picture ${className}`}
      data-shown={shownName(shown, wanted)}
      data-held={drawn !== wanted || undefined}
    >
      <div className="picture-surface" data-backed={isBacked(drawn)}>
        <Halls scenes={{ drawn, wanted, next, left }} limit={limit} width={useWidth(root)} onFrames={onFrames} />
        <DocumentPicture box={boxOfDocument(drawn)} preparedBox={preparedBox} sounding={sounding} hold={hold} />
        <Places scene={drawn} flowing={flowing} limit={limit} standIn={props.standIn ?? NoPictureYet} />
        {drawn?.kind === 'card' ? <ProgramCard card={drawn.card} hold={hold} /> : null}
        <ClassifiedCard />
      </div>
    </div>
  );
}

/** A single hall fills the surface; whatever leaves some of it free stands before the cloth. */
const isBacked = (scene: Scene | null): boolean =>
  placesOf(scene).length > 1 || placesOf(scene).some(({ kind }) => kind === 'document');

interface HallsProps {
  readonly scenes: Scenes;
  readonly limit: PictureLimit;
  readonly width: number;
  readonly onFrames: (bridgeId: BridgeId, flowing: boolean) => void;
}

function Halls({ scenes, limit, width, onFrames }: HallsProps) {
  if (!showsPictures(limit)) return null;
  return mountedHalls(scenes).map(({ bridgeId, box, visible, taken, layer }) => (
    <Picture
      key={bridgeId}
      bridgeId={bridgeId}
      box={box}
      visible={visible}
      layer={layer}
      quality={taken ? qualityAt(limit, width, box) : 'low'}
      onFrames={onFrames}
    />
  ));
}

/** The layer that fills the place; on a thin line the smallest, whatever the place. */
const qualityAt = (limit: PictureLimit, width: number, box: Box | undefined): PictureQuality =>
  limit === 'smallPictures' ? 'low' : qualityForWidth((width * (box?.width ?? 100)) / 100);

interface PlacesProps {
  readonly scene: Scene | null;
  readonly flowing: ReadonlySet<BridgeId>;
  readonly limit: PictureLimit;
  readonly standIn: ComponentType<StandInProps>;
}

function Places({ scene, flowing, limit, standIn }: PlacesProps) {
  const places = placesOf(scene);
  return places.map((place) =>
    place.kind === 'document' ? null : (
      <ProgramPlace
        key={place.bridgeId}
        place={place}
        alone={places.length === 1}
        flowing={flowing.has(place.bridgeId)}
        soundOnly={!showsPictures(limit)}
        standIn={standIn}
      />
    ),
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

/** The surface's width in physical pixels; measured before the first wish, so that no place asks for too much. */
function useWidth(root: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null) return;
    const measure = () =>
      setWidth(Math.round(Math.min(element.clientWidth, (element.clientHeight * 16) / 9) * devicePixelRatio));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return width;
}
