import { type Heard, heardIn, isHeardBack, TEST_MS, toneFile } from './tones.ts';

export type SpeakerOutcome = 'heard' | 'unheard' | 'noMicrophone' | 'cannotPlay';

const QUIET_MS = 600;
/** A wireless loudspeaker answers late. */
const ECHO_MS = 700;
const LOOK_MS = 50;

interface SpeakerTest {
  /** null: the system's own. */
  readonly speaker: string | null;
  readonly microphone: string | null;
}

/** Plays the tones on the chosen loudspeaker and looks for them in the microphone. */
export async function testSpeaker({ speaker, microphone }: SpeakerTest): Promise<SpeakerOutcome> {
  const ear = await openEar(microphone).catch(() => null);
  const file = URL.createObjectURL(toneFile());
  const audio = new Audio(file);
  try {
    if (speaker !== null && audio.setSinkId !== undefined) await audio.setSinkId(speaker);
    const before = await (ear?.listen(QUIET_MS) ?? []);
    await audio.play();
    if (ear === null) {
      await later(TEST_MS);
      return 'noMicrophone';
    }
    return isHeardBack(before, await ear.listen(TEST_MS + ECHO_MS)) ? 'heard' : 'unheard';
  } catch {
    return 'cannotPlay';
  } finally {
    audio.pause();
    URL.revokeObjectURL(file);
    ear?.close();
  }
}

interface Ear {
  readonly listen: (ms: number) => Promise<readonly Heard[]>;
  readonly close: () => void;
}

/** The bare microphone: what usually takes the own loudspeaker out of the sound would take the answer out too. */
async function openEar(microphone: string | null): Promise<Ear> {
  const bare = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  const audio = microphone === null ? bare : { ...bare, deviceId: { exact: microphone } };
  const stream = await navigator.mediaDevices.getUserMedia({ audio });
  const context = new AudioContext();
  await context.resume();
  const analyser = context.createAnalyser();
  analyser.fftSize = 4_096;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    listen: async (ms) => {
      const heard: Heard[] = [];
      const until = performance.now() + ms;
      while (performance.now() < until) {
        await later(LOOK_MS);
        analyser.getFloatTimeDomainData(samples);
        heard.push(heardIn(samples, context.sampleRate));
      }
      return heard;
    },
    close: () => {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
