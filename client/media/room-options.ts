import { AudioPresets, Room, ScreenSharePresets, setLogLevel, VideoPresets } from 'livekit-client';
import { passOverLeftNegotiation } from './left-negotiation.ts';
import { endlessReconnect } from './rejoin.ts';

// What the library tells of its inner life belongs in no console of a hall.
setLogLevel('warn');
addEventListener('unhandledrejection', passOverLeftNegotiation);

/**
 * Quality is asked for place by place (adaptiveStream would pause the picture that is prepared unseen), and captured
 * tracks outlive their publication, so that a microphone opens without asking the device again.
 */
export const newRoom = (): Room =>
  new Room({
    adaptiveStream: false,
    dynacast: true,
    stopLocalTrackOnUnpublish: false,
    disconnectOnPageLeave: true,
    reconnectPolicy: endlessReconnect,
    publishDefaults: {
      simulcast: true,
      videoCodec: 'vp8',
      backupCodec: false,
      videoEncoding: VideoPresets.h720.encoding,
      videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
      screenShareEncoding: ScreenSharePresets.h1080fps15.encoding,
      audioPreset: AudioPresets.music,
      forceStereo: false,
      red: true,
      dtx: true,
    },
  });
