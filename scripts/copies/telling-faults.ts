import { CopyFault } from '../../server/backup/copy-format.ts';
import { isForThePerson } from '../secretariat/with-seats.ts';
import { copyLines } from './text.ts';

/** Runs the work until it is done or Ctrl-C is pressed; what a person can do something about is one line. */
export async function tellingFaults(usage: string, work: (signal: AbortSignal) => Promise<boolean>): Promise<void> {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopped.abort());
  try {
    if (!(await work(stopped.signal))) process.exitCode = 1;
  } catch (cause) {
    process.exitCode = 1;
    if (cause instanceof CopyFault) console.error(copyLines.faults[cause.code](cause.about));
    else if (isForThePerson(cause)) console.error(cause.message);
    else if (cause instanceof TypeError && 'code' in cause) console.error(usage);
    else throw cause;
  }
}
