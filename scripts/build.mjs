import { buildClient } from './setup/client-build.mjs';
import { orStop } from './setup/stop.mjs';

await orStop(() =>
  buildClient().catch((error) => {
    console.error(error.output);
    throw error;
  }),
);
