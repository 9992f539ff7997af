/** Everything that is heard, as one sound: the open microphones and the clip that plays. */
export class SoundMix {
  readonly #context = new AudioContext({ sampleRate: 48_000 });
  readonly #out = this.#context.createMediaStreamDestination();
  readonly #voices = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
  readonly #clips = new WeakMap<HTMLMediaElement, MediaElementAudioSourceNode>();

  constructor() {
    // Silence that flows: a recording whose sound begins later would have its pictures wait for it.
    const silence = this.#context.createConstantSource();
    silence.offset.value = 0;
    silence.connect(this.#out);
    silence.start();
    void this.#context.resume();
  }

  get stream(): MediaStream {
    return this.#out.stream;
  }

  /** The browser gives no sound before the first press. */
  get isBlocked(): boolean {
    return this.#context.state === 'suspended';
  }

  async unblock(): Promise<void> {
    await this.#context.resume();
  }

  /** From now on these and no others. */
  hear(tracks: readonly MediaStreamTrack[]): void {
    for (const [track, node] of this.#voices) {
      if (tracks.includes(track)) continue;
      node.disconnect();
      this.#voices.delete(track);
    }
    for (const track of tracks) {
      if (this.#voices.has(track)) continue;
      const node = this.#context.createMediaStreamSource(new MediaStream([track]));
      node.connect(this.#out);
      this.#voices.set(track, node);
    }
  }

  /** An element can be led into one mix only, and for ever: it is kept as long as it lives. */
  play(clip: HTMLMediaElement): void {
    if (this.#clips.has(clip)) return;
    const node = this.#context.createMediaElementSource(clip);
    node.connect(this.#out);
    this.#clips.set(clip, node);
  }

  close(): void {
    void this.#context.close();
  }
}
