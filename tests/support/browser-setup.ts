import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromiumPath } from '../../scripts/chromium.ts';
import { prepareBinary } from '../../server/media/livekit/find-livekit.ts';
import { ROOT } from './server-process.ts';

/** Everything that the browser tests stand on is there before the first of them: a missing part is a failure. */
export async function setup(): Promise<void> {
  chromiumPath();
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')], { stdio: 'inherit' });
  await prepareBinary(join(ROOT, '.cache', 'livekit'), () => undefined);
}
