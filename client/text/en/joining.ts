import type { LineFigures } from '../../../shared/domain/lines/line.ts';
import type { Telemetry } from '../../../shared/protocol/telemetry.ts';
import type { joiningText } from '../vi/joining.ts';
import type { Widened } from '../widened.ts';

const transports: Readonly<Record<NonNullable<Telemetry['transport']>, string>> = {
  udp: 'UDP, direct',
  tcp: 'TCP, slower than UDP',
  relay: 'through a relay, slower than direct',
};

const pictures: Readonly<Record<Telemetry['picture'], string>> = {
  moving: 'The picture moves.',
  frozen: 'The picture stands still. Unplug the camera and plug it in again, or choose another one.',
  black: 'The picture is black. Open the lens cover; check power and light.',
  none: 'There is no picture.',
};

const kbps = (rate: number): string =>
  rate < 1_000 ? `${Math.round(rate)} kbit/s` : `${(rate / 1_000).toFixed(1)} Mbit/s`;
const percent = (share: number): string => `${share.toFixed(1)}%`;

export const joiningEnglish: Widened<typeof joiningText> = {
  pictures,
  figures: {
    heading: 'Line',
    none: 'Not measured yet: no picture or sound has passed.',
    transport: 'Connection',
    transports,
    roundTrip: 'Round trip',
    jitter: 'Jitter',
    up: 'Sent',
    down: 'Received',
    lossUp: 'Lost while sending',
    lossDown: 'Lost while receiving',
    sent: 'Picture being sent',
    freezes: 'Freezes of received pictures',
    unknown: 'not known',
    milliseconds: (ms: number) => `${Math.round(ms)} ms`,
    kbps,
    percent,
    size: ({ width, height, framesPerSecond }: Pick<LineFigures, 'width' | 'height' | 'framesPerSecond'>) => {
      const rate = framesPerSecond === null ? '' : `, ${Math.round(framesPerSecond)} frames/s`;
      return width === null || height === null ? 'not sent: nobody is watching' : `${width} × ${height}${rate}`;
    },
  },
  devices: {
    title: 'Devices and line',
    camera: 'Camera',
    microphone: 'Microphone',
    speaker: 'Loudspeaker',
    speak: 'Speak into the microphone: the bar must move.',
    test: 'Test loudspeaker',
    again: 'Test loudspeaker again',
    onAir: 'The microphone is open: the test tones would be heard by the conference. Test when it is closed.',
    playing: 'Playing three test tones…',
    question: 'Are the three tones heard in the room?',
    yes: 'Heard',
    no: 'Not heard',
    answers: {
      heardYes: 'The loudspeaker is good, and the microphone hears it too.',
      heardNo: 'The microphone hears the loudspeaker but the room does not. Turn up the volume.',
      unheardYes:
        'The loudspeaker is good. The microphone does not hear it: right with headphones; otherwise check the microphone.',
      unheardNo: 'The loudspeaker is silent. Turn up the volume, check the cables, choose another one and test again.',
      noMicrophoneYes: 'The loudspeaker is good. There is no microphone to hear it back.',
      noMicrophoneNo:
        'The loudspeaker is silent and there is no microphone. Check the cables, choose other devices and test again.',
    },
    heard: 'The microphone heard the loudspeaker.',
    unheardBack: 'The microphone did not hear the loudspeaker.',
    noMicrophone: 'There is no microphone to hear it back.',
    cannotPlay: 'This loudspeaker cannot be used. Choose another one and test again.',
    remembered: 'The choice is remembered on this machine, for this hall.',
  },
  takeOver: {
    picture: {
      take: 'Use this camera',
      starting: 'Starting the camera…',
      inUse: 'This camera is the picture of the hall',
      missing: 'No camera found. Plug one in and press again.',
      refused: 'The camera is blocked. Allow the page to use it and press again.',
      giveBack: 'Give the picture back to the hall’s machine',
      elsewhere: 'The picture of the hall comes from another device.',
      back: 'Use the hall’s camera again',
    },
    sound: {
      take: 'Use this microphone',
      starting: 'Starting the microphone…',
      inUse: 'This microphone is the voice of the hall',
      missing: 'No microphone found. Plug one in and press again.',
      refused: 'The microphone is blocked. Allow the page to use it and press again.',
      giveBack: 'Give the sound back to the hall’s machine',
      elsewhere: 'The sound of the hall comes from another device.',
      back: 'Use the hall’s microphone again',
    },
  },
  camera: {
    title: 'Second camera',
    silent: 'This machine only sends its picture: it records no sound and plays none.',
    standby: 'Standing by. Press “Use this camera” to change the picture of the hall.',
    notJoined: 'The picture is not connected yet; trying again.',
    preview: 'Picture of this camera',
    off: 'The camera is off: the conference uses no pictures and sound now.',
  },
  talk: {
    noPictureYet: 'No picture from the other side yet',
    ownCamera: {
      off: 'The camera is off',
      starting: 'Starting the camera…',
      missing: 'No camera found. Plug one in.',
      refused: 'The camera is blocked. Allow the page to use it.',
    },
  },
  own: {
    off: 'Camera and microphone are off: the conference uses no pictures and sound now.',
    elsewhere: 'The microphone of the hall does not go from this machine',
  },
};
