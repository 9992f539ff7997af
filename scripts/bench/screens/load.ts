/** Screens by the thousand, in a process of their own: does what it is told, line by line. */
import { createInterface } from 'node:readline';
import { Crowd } from './crowd.ts';
import { type Answers, type Asked, askedSchema, crowdJobSchema } from './load-job.ts';

async function answer(crowd: Crowd, asked: Asked): Promise<Answers[keyof Answers]> {
  switch (asked.do) {
    case 'open':
      return { ms: await crowd.growTo(asked.screens) };
    case 'expect':
      return { at: await crowd.expect() };
    case 'beats':
      return { beats: crowd.beats };
    case 'frame':
      return { text: crowd.frame };
    case 'storm':
      return crowd.storm(asked.seed, asked.since);
  }
}

let crowd: Crowd | null = null;
for await (const line of createInterface({ input: process.stdin })) {
  const told: unknown = JSON.parse(line);
  if (crowd === null) crowd = new Crowd(crowdJobSchema.parse(told));
  else process.stdout.write(`${JSON.stringify(await answer(crowd, askedSchema.parse(told)))}\n`);
}
process.exit(0);
