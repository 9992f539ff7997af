import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { firstLine, startChild } from './children.ts';
import {
  type AcknowledgementJob,
  acknowledgementSamplesSchema,
  type FanOutJob,
  fanOutSamplesSchema,
} from './load-job.ts';

export const loadAcknowledgement = (job: AcknowledgementJob) => runLoad(job, acknowledgementSamplesSchema);
export const loadFanOut = (job: FanOutJob) => runLoad(job, fanOutSamplesSchema);

async function runLoad<Samples>(job: AcknowledgementJob | FanOutJob, samples: z.ZodType<Samples>): Promise<Samples> {
  const child = startChild(fileURLToPath(new URL('./load.ts', import.meta.url)), { core: 1 });
  child.stdin.end(JSON.stringify(job));
  const line = await firstLine(child, (one) => (one.startsWith('{') ? one : null));
  return samples.parse(JSON.parse(line));
}
