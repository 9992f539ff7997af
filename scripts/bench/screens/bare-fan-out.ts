import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstLine, startChild, stopChild } from '../children.ts';
import { RawCommander } from '../raw-commander.ts';
import { gaugeEnv } from './gauge.ts';

/** A server that is `ws` and nothing else, and the one who tells it when to broadcast. */
export interface BareFanOut {
  readonly pid: number;
  readonly origin: string;
  readonly gauge: string;
  /** A dot broadcasts, a comma does nothing, anything else is what is broadcast from now on. */
  readonly say: (word: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startBareFanOut(folder: string): Promise<BareFanOut> {
  const gauge = join(folder, 'ws.gauge');
  const file = fileURLToPath(new URL('../raw-ws-server.ts', import.meta.url));
  const child = startChild(file, { core: 0, env: gaugeEnv(gauge) });
  const port = await firstLine(child, (line) => /^port (\d+)$/.exec(line)?.[1] ?? null);
  const commander = await RawCommander.open(`ws://127.0.0.1:${port}`);
  return {
    pid: child.pid ?? 0,
    origin: `ws://127.0.0.1:${port}`,
    gauge,
    say: (word) => commander.say(word),
    close: async () => {
      commander.close();
      await stopChild(child);
    },
  };
}
