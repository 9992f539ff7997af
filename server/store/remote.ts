import { Worker } from 'node:worker_threads';

type Call = (...args: never[]) => unknown;

/** The same methods, answered by a worker. */
export type Remote<Methods extends Record<string, Call>> = {
  readonly [K in keyof Methods]: (...args: Parameters<Methods[K]>) => Promise<ReturnType<Methods[K]>>;
};

type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly cause: unknown };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: unknown) => void;
}

/** Starts the worker and resolves when it has opened its database; rejects with its reason when it cannot. */
export async function startRemote<Methods extends Record<string, Call>>(
  boot: URL,
  workerData: unknown,
): Promise<Remote<Methods> & { terminate: () => Promise<void> }> {
  const worker = new Worker(boot, { workerData });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  let ended: unknown = null;
  const failAll = (cause: unknown): void => {
    ended = cause;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {};
    waiting.delete(answer.id);
    if (answer.ok) resolve?.(answer.value);
    else reject?.(answer.cause);
  });
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Error('the store has stopped')));
  const call = (method: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      // Whoever asks after the end would wait for ever.
      if (ended !== null) {
        reject(ended);
        return;
      }
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, method, args });
    });
  const terminate = async (): Promise<void> => void (await worker.terminate());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a proxy has no fields to type; this is the border between two threads
  return new Proxy({ terminate } as Remote<Methods> & { terminate: () => Promise<void> }, {
    get: (target, name) => {
      if (name === 'terminate') return target.terminate;
      // A promise has a `then`; an object that answers every name must not look like one.
      return typeof name !== 'string' || name === 'then' ? undefined : (...args: unknown[]) => call(name, args);
    },
  });
}
