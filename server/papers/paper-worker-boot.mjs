// Node 20 cannot load TypeScript in a worker by itself, and tsx does not reach into workers: it is registered here.
import { register } from 'tsx/esm/api';

register();
await import('./paper-worker.ts');
