/** The load, in a process of its own: does the job that it is given and answers what it saw. */
import { text } from 'node:stream/consumers';
import { measureAcknowledgement } from './acknowledgement-load.ts';
import { measureFanOut } from './fan-out-load.ts';
import { jobSchema } from './load-job.ts';

const job = jobSchema.parse(JSON.parse(await text(process.stdin)));
const samples = job.kind === 'fanOut' ? await measureFanOut(job) : await measureAcknowledgement(job);
process.stdout.write(`${JSON.stringify(samples)}\n`);
process.exit(0);
