import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from './console-text.mjs';
import { ROOT, runLogged, secondsSince } from './run-logged.mjs';
import { Stop } from './stop.mjs';

const SOURCES = [
  'index.html',
  'handbook.html',
  'client',
  'public',
  'shared',
  'vite.config.ts',
  'tsconfig.base.json',
  'tsconfig.client.json',
  'package-lock.json',
];
const STAMP = `${ROOT}dist/client/.stamp`;
const LOG = '.cache/build.log';

/** Builds the screens unless those in dist/ were made of the very same sources. */
export async function buildClientIfChanged() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashOf(SOURCES)) return;
  await buildClient();
}

export async function buildClient() {
  const start = Date.now();
  const sources = hashOf(SOURCES); // before the build: what changes meanwhile is for the next one
  console.log(text.building);
  const { ok, output } = await runLogged(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], LOG);
  if (!ok) throw new Stop(text.notBuilt(LOG), output);
  writeFileSync(STAMP, sources);
  console.log(text.built(secondsSince(start)));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesBelow)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(`${ROOT}${file}`))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(`${ROOT}${path}`)) return [];
  if (!statSync(`${ROOT}${path}`).isDirectory()) return [path];
  return readdirSync(`${ROOT}${path}`)
    .toSorted()
    .flatMap((name) => filesBelow(join(path, name)));
}
