import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type ClipOnDesk, clipAt } from '../../shared/domain/onair/document-on-desk.ts';
import { useSync } from '../sync/conference-context.ts';
import { useReadable } from '../sync/use-readable.ts';
import { clipStep } from './clip-step.ts';
import { DocumentFrame } from './document-frame.tsx';
import { clipUrl } from './document-urls.ts';
import { useMedia } from './media-context.ts';

const LOOK_MS = 250;
const AGAIN_MS = 2_000;

interface ClipProps {
  readonly clip: ClipOnDesk;
  readonly visible: boolean;
  readonly sounding: boolean;
  readonly standIn: ReactNode;
}

/** A clip in step on all screens: each follows the server's clock, none waits for another. */
export function DocumentClip({ clip, visible, sounding, standIn }: ClipProps) {
  const { conference } = useSync();
  const video = useRef<HTMLVideoElement>(null);
  const [ready, setReady] = useState(false);
  useInStep(video, clip);
  useChosenSpeaker(video);
  useEffect(() => {
    if (video.current !== null) video.current.muted = !sounding;
  }, [sounding]);
  return (
    <>
      {ready ? null : standIn}
      <DocumentFrame ratio={clip.ratio} visible={visible && ready}>
        <video
          ref={video}
          className="picture-clip"
          style={ready ? undefined : { visibility: 'hidden' }}
          src={clipUrl(conference, clip.documentId)}
          preload="auto"
          muted
          playsInline
          disablePictureInPicture
          onLoadedData={() => setReady(true)}
          onError={({ currentTarget }) => setTimeout(() => currentTarget.isConnected && currentTarget.load(), AGAIN_MS)}
        />
      </DocumentFrame>
    </>
  );
}

function useInStep(video: { readonly current: HTMLVideoElement | null }, clip: ClipOnDesk): void {
  const { time } = useSync();
  useEffect(() => {
    const look = () => {
      const element = video.current;
      if (element !== null && element.readyState >= HTMLMediaElement.HAVE_METADATA) {
        keepInStep(element, clipAt(clip, time.now()), clip.running !== null && !isOver(clip, time.now()));
      }
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [video, clip, time]);
}

const isOver = (clip: ClipOnDesk, now: number): boolean => clipAt(clip, now) >= clip.durationMs;

function keepInStep(element: HTMLVideoElement, wantedMs: number, running: boolean): void {
  if (running && element.paused) playAloudOrMuted(element);
  if (!running && !element.paused) element.pause();
  // A jump is under way; to jump again before it has landed would never land.
  if (element.seeking) return;
  const step = clipStep({ wantedMs, actualMs: element.currentTime * 1_000, running });
  if (step.kind === 'seek') element.currentTime = step.toMs / 1_000;
  else if (element.playbackRate !== step.rate) element.playbackRate = step.rate;
}

/** A browser that has not been pressed yet plays without sound alone; the first press anywhere gives the sound back. */
function playAloudOrMuted(element: HTMLVideoElement): void {
  element.play().catch((fault: unknown) => {
    if (!(fault instanceof DOMException) || fault.name !== 'NotAllowedError' || element.muted) return;
    element.muted = true;
    const unmute = () => {
      element.muted = false;
      window.removeEventListener('pointerdown', unmute);
      window.removeEventListener('keydown', unmute);
    };
    window.addEventListener('pointerdown', unmute);
    window.addEventListener('keydown', unmute);
    void element.play().catch(() => undefined);
  });
}

/** The speaker that this room has chosen for the voices is also the clip's. */
function useChosenSpeaker(video: { readonly current: HTMLVideoElement | null }): void {
  const { chosenSpeaker } = useReadable(useMedia().capture.devices);
  useEffect(() => {
    if (chosenSpeaker !== null && video.current?.setSinkId !== undefined) {
      video.current.setSinkId(chosenSpeaker).catch(() => undefined);
    }
  }, [video, chosenSpeaker]);
}
