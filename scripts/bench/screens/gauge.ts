import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** `rss`: bytes after everything that is not needed was freed; `block`: milliseconds, the longest since `watch`. */
type Question = 'rss' | 'watch' | 'block';

/** What a process carries that `gauge.mjs` is to be loaded into. */
export const gaugeEnv = (path: string): Readonly<Record<string, string>> => ({
  BENCH_GAUGE: path,
  NODE_OPTIONS: `--import=${new URL('./gauge.mjs', import.meta.url).href}`,
});

export async function askGauge(path: string, question: Question): Promise<number> {
  const socket = connect(path);
  socket.write(question);
  return Number(await text(socket));
}
