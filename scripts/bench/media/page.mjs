/**
 * What runs in the browser, as a plain script: the page of the bare measure, with livekit-client and nothing else, and the ear and the eye
 * that watch the product's wall. Times are Date.now(): every page and the bench stand on one machine.
 */

const LOUD = 0.02;
const LISTEN_EVERY_MS = 4;
const SAMPLE_RATE = 48_000;

/** As the product joins and publishes, so that only the product's own way is the difference. */
const roomOptions = ({ VideoPresets, AudioPresets }) => ({
  adaptiveStream: false,
  dynacast: true,
  stopLocalTrackOnUnpublish: false,
  publishDefaults: {
    simulcast: true,
    videoCodec: 'vp8',
    backupCodec: false,
    videoEncoding: VideoPresets.h720.encoding,
    videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
    audioPreset: AudioPresets.music,
    forceStereo: false,
    red: true,
    dtx: true,
  },
});

/** Resolves to the time of the first frame that is painted. */
function firstFrame(video) {
  return new Promise((resolve) => video.requestVideoFrameCallback(() => resolve(Date.now())));
}

/**
 * The ear: hears which of the known pitches sound. Each bridge has a pitch of its own, since a browser uses a track again
 * for another bridge. A window is 256 samples long, and the pitches are whole numbers of its periods.
 */
const WINDOW = 256;
const PITCHES = [750, 1_500];
const HEARD_TIMES = 5;
const ear = { analyser: null, tracks: new Set(), heard: new Map(), runs: new Map() };
const samples = new Float32Array(WINDOW);

function listenTo(track) {
  if (ear.tracks.has(track.id)) return;
  ear.tracks.add(track.id);
  if (ear.analyser === null) {
    ear.analyser = new AudioContext({ sampleRate: SAMPLE_RATE }).createAnalyser();
    ear.analyser.fftSize = WINDOW;
    setInterval(listen, LISTEN_EVERY_MS);
  }
  ear.analyser.context.createMediaStreamSource(new MediaStream([track])).connect(ear.analyser);
}

/** A pitch is heard when it is the loudest several times on end: a sound that is cut off crackles in every pitch. */
function listen() {
  ear.analyser.getFloatTimeDomainData(samples);
  const loud = PITCHES.map(loudness);
  for (const [index, pitch] of PITCHES.entries()) {
    const isHeard = loud[index] > LOUD && loud[index] === Math.max(...loud);
    const run = isHeard ? (ear.runs.get(pitch) ?? { since: Date.now(), times: 0 }) : undefined;
    if (run === undefined) ear.runs.delete(pitch);
    else ear.runs.set(pitch, { ...run, times: run.times + 1 });
    if (run?.times === HEARD_TIMES && !ear.heard.has(pitch)) ear.heard.set(pitch, run.since);
  }
}

/** Root mean square of one pitch in the window. */
function loudness(pitch) {
  const step = (2 * Math.PI * pitch) / SAMPLE_RATE;
  let [real, imaginary] = [0, 0];
  for (let i = 0; i < WINDOW; i++) {
    real += samples[i] * Math.cos(step * i);
    imaginary += samples[i] * Math.sin(step * i);
  }
  return (Math.hypot(real, imaginary) * Math.SQRT2) / WINDOW;
}

/** A microphone that hears one pitch without a pause: the browser's own fake beeps, with silence between. */
function sounding(pitch) {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  const source = new OscillatorNode(context, { frequency: pitch });
  const microphone = context.createMediaStreamDestination();
  source.connect(new GainNode(context, { gain: 0.5 })).connect(microphone);
  source.start();
  return microphone.stream.getAudioTracks()[0];
}

/** Gives the page such a microphone; its camera stays the browser's. */
function soundAs(pitch) {
  const devices = navigator.mediaDevices;
  if (devices === undefined) return;
  const capture = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async ({ video, audio }) => {
    const tracks = video === undefined ? [] : (await capture({ video })).getVideoTracks();
    return new MediaStream(audio === undefined ? tracks : [...tracks, sounding(pitch)]);
  };
}

async function until(condition) {
  for (;;) {
    const found = condition();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, LISTEN_EVERY_MS));
  }
}

/** The bare measure: one page publishes, one watches and listens. */
const bare = {
  async publish({ url, pictureToken, soundToken }) {
    const kit = globalThis.LivekitClient;
    const stream = await navigator.mediaDevices.getUserMedia({
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } },
      audio: { channelCount: { ideal: 1 } },
    });
    const picture = new kit.Room(roomOptions(kit));
    await picture.connect(url, pictureToken, { autoSubscribe: false });
    await picture.localParticipant.publishTrack(stream.getVideoTracks()[0], { source: kit.Track.Source.Camera });
    const sound = new kit.Room(roomOptions(kit));
    const microphone = stream.getAudioTracks()[0];
    sound.on(kit.RoomEvent.ParticipantPermissionsChanged, async () => {
      const { localParticipant } = sound;
      if (!localParticipant.permissions.canPublish) return;
      await localParticipant.publishTrack(microphone, { source: kit.Track.Source.Microphone });
    });
    await sound.connect(url, soundToken, { autoSubscribe: false });
  },

  async watch({ url, pictureToken, soundToken }) {
    const kit = globalThis.LivekitClient;
    bare.picture = new kit.Room(roomOptions(kit));
    await bare.picture.connect(url, pictureToken, { autoSubscribe: false });
    const sound = new kit.Room(roomOptions(kit));
    sound.on(kit.RoomEvent.TrackPublished, (publication) => publication.setSubscribed(true));
    sound.on(kit.RoomEvent.TrackSubscribed, (track) => {
      document.body.append(track.attach());
      listenTo(track.mediaStreamTrack);
    });
    sound.on(kit.RoomEvent.TrackUnsubscribed, (track) => {
      for (const element of track.detach()) element.remove();
    });
    await sound.connect(url, soundToken, { autoSubscribe: false });
  },

  /** From the wish for an idle camera to its first painted frame. */
  async coldPicture() {
    const kit = globalThis.LivekitClient;
    const publication = await until(() =>
      [...bare.picture.remoteParticipants.values()].flatMap((one) => [...one.trackPublications.values()]).at(0),
    );
    const video = document.querySelector('video');
    const painted = new Promise((resolve) => {
      bare.picture.once(kit.RoomEvent.TrackSubscribed, (track) => {
        track.attach(video);
        resolve(firstFrame(video));
      });
    });
    const start = Date.now();
    publication.setSubscribed(true);
    const end = await painted;
    publication.setSubscribed(false);
    video.srcObject = null;
    return end - start;
  },

  forget: () => ear.heard.clear(),

  /** Resolves to the time at which the pitch was first heard since `forget`. */
  firstSound: (pitch) => until(() => ear.heard.get(pitch)),
};

/** The product's wall, watched from outside: nothing of it is touched. */
const wall = {
  watch() {
    const seen = new WeakSet();
    wall.frames = new Map();
    setInterval(() => {
      for (const video of document.querySelectorAll('video[data-bridge]')) {
        if (!seen.has(video)) follow(video);
        seen.add(video);
      }
      for (const audio of document.querySelectorAll('audio')) {
        for (const track of audio.srcObject?.getAudioTracks() ?? []) listenTo(track);
      }
    }, LISTEN_EVERY_MS);
  },

  forget: () => {
    wall.frames.clear();
    ear.heard.clear();
  },

  /** Resolves to the time at which the bridge's first frame was painted in sight, since `forget`. */
  firstFrameOf: (bridgeId) => until(() => wall.frames.get(bridgeId)),

  firstSound: bare.firstSound,
};

function follow(video) {
  video.requestVideoFrameCallback(function onFrame() {
    const { bridge } = video.dataset;
    const inSight = getComputedStyle(video).visibility === 'visible' && video.videoWidth > 0;
    if (inSight && !wall.frames.has(bridge)) wall.frames.set(bridge, Date.now());
    if (video.isConnected) video.requestVideoFrameCallback(onFrame);
  });
}

/** What all connections of the page have carried, signalling left out. */
const connections = new Set();
if (globalThis.RTCPeerConnection !== undefined) {
  const Original = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Original {
    constructor(...wish) {
      super(...wish);
      connections.add(this);
    }
  };
}

async function carriedBytes() {
  let bytes = 0;
  for (const connection of connections) {
    if (connection.connectionState === 'closed') continue;
    for (const report of (await connection.getStats()).values()) {
      if (report.type === 'transport') bytes += report.bytesSent + report.bytesReceived;
    }
  }
  return bytes;
}

/** The pictures of a page: how many flow, and how many of their frames were dropped so far. */
const pictures = () => {
  const flowing = [...document.querySelectorAll('video[data-bridge]')].filter(({ videoWidth }) => videoWidth > 0);
  const quality = flowing.map((video) => video.getVideoPlaybackQuality());
  return {
    flowing: flowing.length,
    frames: quality.reduce((sum, { totalVideoFrames }) => sum + totalVideoFrames, 0),
    dropped: quality.reduce((sum, { droppedVideoFrames }) => sum + droppedVideoFrames, 0),
  };
};

Object.assign(globalThis, { bare, wall, soundAs, carriedBytes, pictures });
