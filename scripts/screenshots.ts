/**
 * `npm run screenshots`: every screen at its intended size, into docs/screenshots; `-- demo`, `-- attendance`, `-- lines`,
 * `-- ballots`, `-- library`, `-- handbook`, `-- minutes`, `-- director` or `-- trouble`: a part of them. What is shown there is what the
 * product draws; nothing is retouched. `trouble` mounts a small disk, for which it needs root.
 */
import { attendanceShots } from './screenshots/attendance-shots.ts';
import { ballotShots } from './screenshots/ballot-shots.ts';
import { demoShots } from './screenshots/demo-shots.ts';
import { directorShots } from './screenshots/director-shots.ts';
import { handbookShots } from './screenshots/handbook-shots.ts';
import { libraryShots } from './screenshots/library-shots.ts';
import { linesShots } from './screenshots/lines-shots.ts';
import { minutesShots } from './screenshots/minutes-shots.ts';
import { troubleShots } from './screenshots/trouble-shots.ts';

const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  demo: demoShots,
  attendance: attendanceShots,
  lines: linesShots,
  ballots: ballotShots,
  library: libraryShots,
  handbook: handbookShots,
  minutes: minutesShots,
  trouble: troubleShots,
  director: directorShots,
};
const wanted = process.argv.slice(2);

for (const [name, take] of Object.entries(PARTS)) {
  if (wanted.length === 0 || wanted.includes(name)) await take();
}
