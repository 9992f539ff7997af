import { buildClientIfChanged } from './setup/client-build.mjs';
import { installDependencies, requireNode } from './setup/dependencies.mjs';
import { runServer } from './setup/run-server.mjs';
import { orStop } from './setup/stop.mjs';

await orStop(async () => {
  requireNode();
  await installDependencies();
  await buildClientIfChanged();
  runServer(process.argv.slice(2));
});
