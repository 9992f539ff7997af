import type { MediaState } from '../../../shared/protocol/media-state.ts';
import type { mediaText } from '../vi/media.ts';
import type { Widened } from '../widened.ts';

const steps: Readonly<Record<Extract<MediaState, { state: 'preparing' }>['step'], string>> = {
  searching: 'looking for LiveKit on the server',
  downloading: 'downloading LiveKit',
  building: 'building LiveKit from its source, which takes about 3 minutes',
  starting: 'starting LiveKit',
  restarting: 'LiveKit is restarting',
};

const reasons: Readonly<Record<Extract<MediaState, { state: 'down' }>['reason'], string>> = {
  'nothing-to-get-livekit-with': 'The server found no LiveKit and has no way to download it.',
  'go-too-old': 'The Go on the server is too old to build LiveKit; Go 1.21 or later is needed.',
  'build-failed': 'LiveKit could not be built on the server.',
  'does-not-start': 'LiveKit does not start on the server.',
  unreachable: 'The server cannot reach LiveKit.',
};

export const mediaEnglish: Widened<typeof mediaText> = {
  state(state) {
    if (state.state === 'ready') return 'Pictures and sound are ready.';
    if (state.state === 'down') return reasons[state.reason];
    const percent = state.progress === null ? '' : ` (${Math.round(state.progress * 100)}%)`;
    return `Pictures and sound are being prepared: ${steps[state.step]}${percent}.`;
  },
  withoutMedia: 'The programme, the speaking order and the roll call can be used all the same.',
  replaced: 'Another computer has taken the place of this one',
  replacedSentence: 'Pictures and sound of the bridge go through another computer or another browser tab.',
  takeBack: 'Use this computer',
  soundBlocked: 'The browser is blocking the sound',
  unblockSound: 'Turn the sound on',
  noPictureYet: 'No picture yet',
};
