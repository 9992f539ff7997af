import { useEffect, useState } from 'react';

export type CameraStatus = 'starting' | 'live' | 'missing' | 'refused' | 'insecure';

interface Camera {
  readonly status: CameraStatus;
  readonly stream: MediaStream | null;
  /** Towards the delegate, as a mirror; away from the screen otherwise. */
  readonly isMirror: boolean;
}

export interface CameraChoice extends Camera {
  readonly other: () => void;
  readonly again: () => void;
}

type Facing = 'user' | 'environment';

const STORED = 'diemcau.kiosk.facing';
/** Unplugged, or taken by another programme: it is asked for again by itself. */
const AGAIN_MS = 4_000;
const STARTING: Camera = { status: 'starting', stream: null, isMirror: false };

const stored = (): Facing => (localStorage.getItem(STORED) === 'environment' ? 'environment' : 'user');

/** The camera at the door: the front one first, since whoever shows a badge looks at the screen. */
export function useCamera(): CameraChoice {
  const [facing, setFacing] = useState<Facing>(stored);
  const [tries, setTries] = useState(0);
  const [camera, setCamera] = useState(STARTING);
  // `tries` changes nothing of the wish: it only asks again.
  useEffect(() => {
    let left = false;
    let stream: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const retry = () => {
      timer = setTimeout(() => setTries((before) => before + 1), AGAIN_MS);
    };
    const open = async () => {
      const opened = await capture(facing);
      stream = opened.stream;
      if (left) return stop(stream);
      setCamera(opened);
      stream?.getVideoTracks()[0]?.addEventListener('ended', retry);
      if (opened.status === 'missing') retry();
    };
    void open();
    return () => {
      left = true;
      clearTimeout(timer);
      stop(stream);
    };
  }, [facing, tries]);
  const other = () => {
    const next = facing === 'user' ? 'environment' : 'user';
    localStorage.setItem(STORED, next);
    setFacing(next);
  };
  return { ...camera, other, again: () => setTries(tries + 1) };
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

async function capture(facing: Facing): Promise<Camera> {
  // A page without TLS has no `mediaDevices` at all.
  if (navigator.mediaDevices === undefined) return { ...STARTING, status: 'insecure' };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: facing, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
    });
    const side = stream.getVideoTracks()[0]?.getSettings().facingMode ?? facing;
    return { status: 'live', stream, isMirror: side !== 'environment' };
  } catch (error) {
    const refused = error instanceof DOMException && ['NotAllowedError', 'SecurityError'].includes(error.name);
    return { ...STARTING, status: refused ? 'refused' : 'missing' };
  }
}
