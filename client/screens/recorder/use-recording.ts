import { type RefObject, useEffect, useState } from 'react';
import { runningRecording } from '../../../shared/domain/recording/recording.ts';
import { heardBy } from '../../../shared/views/media-plan.ts';
import { useMedia } from '../../media/media-context.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { openPart, putPiece } from '../../sync/recordings.ts';
import { useReadable } from '../../sync/use-readable.ts';
import { PartRecorder } from './part-recorder.ts';
import { PieceSender } from './piece-sender.ts';
import { createPieceShelf } from './piece-shelf.ts';
import { ProgramCanvas } from './program-canvas.ts';
import { SoundMix } from './sound-mix.ts';

const CLIPS_MS = 500;

/** One for the life of the page: what it could not send yet survives every recording. */
export function useSender(): PieceSender | null {
  const { conference, line } = useSync();
  const [sender, setSender] = useState<PieceSender | null>(null);
  useEffect(() => {
    const opened = new PieceSender({
      shelf: createPieceShelf(conference),
      send: ({ body, ...address }) => putPiece({ conference, ...address }, body),
    });
    setSender(opened);
    const unsubscribe = line.status.subscribe(() => {
      if (line.status.get().status === 'online') opened.hurry();
    });
    return () => {
      unsubscribe();
      opened.close();
    };
  }, [conference, line]);
  return sender;
}

/** The sound of the page as one, whatever comes and goes. */
export function useSoundMix(root: RefObject<HTMLElement | null>): SoundMix | null {
  const { stage, own } = useMedia();
  const heard = useConference((state) => heardBy(state, own));
  const { sounds } = useReadable(stage.received);
  const [mix, setMix] = useState<SoundMix | null>(null);
  useEffect(() => {
    const opened = new SoundMix();
    setMix(opened);
    return () => opened.close();
  }, []);
  useEffect(() => {
    mix?.hear(heard.flatMap((bridgeId) => (sounds.get(bridgeId) ?? []).map((track) => track.mediaStreamTrack)));
  }, [mix, heard, sounds]);
  useEffect(() => {
    const look = () => {
      for (const clip of root.current?.querySelectorAll('video[src]') ?? []) {
        if (clip instanceof HTMLVideoElement) mix?.play(clip);
      }
    };
    const timer = setInterval(look, CLIPS_MS);
    return () => clearInterval(timer);
  }, [mix, root]);
  return mix;
}

/** While the journal says that it is recorded, and not a moment longer. */
export function useRecording(
  root: RefObject<HTMLElement | null>,
  { sender, mix }: { readonly sender: PieceSender | null; readonly mix: SoundMix | null },
): PartRecorder | null {
  const { conference, time } = useSync();
  const recording = useConference(({ conference: { classifiedSince }, recordings }) =>
    classifiedSince === null ? (runningRecording(recordings)?.recordingId ?? null) : null,
  );
  const [recorder, setRecorder] = useState<PartRecorder | null>(null);
  useEffect(() => {
    if (recording === null || sender === null || mix === null || root.current === null) return;
    const canvas = new ProgramCanvas(root.current);
    const stream = new MediaStream([...canvas.stream().getVideoTracks(), ...mix.stream.getAudioTracks()]);
    const started = new PartRecorder({
      recording,
      stream,
      sender,
      open: (head) => openPart(conference, recording, head),
      now: () => time.now(),
    });
    setRecorder(started);
    return () => {
      started.close();
      canvas.close();
      setRecorder(null);
    };
  }, [recording, sender, mix, root, conference, time]);
  return recorder;
}
