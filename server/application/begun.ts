/** Something that a sign-in has begun: how to cut it short, and when it is done. */
export interface Begun {
  readonly cut: () => void;
  readonly done: Promise<void>;
  readonly finish: () => void;
}

export function begunWith(cut: () => void): Begun {
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { cut, done, finish };
}
