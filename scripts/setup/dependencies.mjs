import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { text } from './console-text.mjs';
import { findExecutable } from './find-executable.mjs';
import { ROOT, runLogged, secondsSince } from './run-logged.mjs';
import { Stop } from './stop.mjs';

const LOG = '.cache/install.log';
const MARKER = `${ROOT}node_modules/.diem-cau-installed`;
const OLDEST = [20, 19];

export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) throw new Stop(text.nodeTooOld(version));
}

/** Installs what package-lock.json names, unless exactly that is there already. */
export async function installDependencies() {
  const wanted = fingerprint();
  if (readOrNull(MARKER) === wanted) return;
  if (!agrees()) await install();
  writeFileSync(MARKER, wanted);
}

/** Compiled packages belong to one version of Node's binary interface. */
function fingerprint() {
  const lock = createHash('sha256')
    .update(readFileSync(`${ROOT}package-lock.json`))
    .digest('hex');
  return `${lock} ${process.versions.modules}\n`;
}

/** True for an installation that somebody made by hand with npm itself. */
function agrees() {
  const installed = readOrNull(`${ROOT}node_modules/.package-lock.json`);
  if (installed === null) return false;
  const wanted = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')).packages;
  const found = JSON.parse(installed).packages;
  const required = Object.entries(wanted).filter(([path, { optional }]) => path !== '' && optional !== true);
  return required.every(([path, { version }]) => found[path]?.version === version) && databaseLoads();
}

function databaseLoads() {
  try {
    const Database = createRequire(`${ROOT}package.json`)('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

async function install() {
  const start = Date.now();
  console.log(text.installing);
  const [command, ...args] = npm();
  const { ok, output } = await runLogged(command, [...args, 'ci', '--include=dev', '--loglevel=warn'], LOG);
  if (!ok) throw new Stop(reasonOf(output));
  console.log(text.installed(secondsSince(start)));
}

/** The npm that runs this script, so that both have the same settings. */
function npm() {
  const own = process.env.npm_execpath;
  if (own !== undefined && basename(own) === 'npm-cli.js') return [process.execPath, own];
  if (process.platform !== 'win32' && findExecutable('npm') === null) throw new Stop(text.noNpm);
  return ['npm'];
}

function reasonOf(output) {
  if (/gyp ERR!|node-gyp|prebuild-install/.test(output)) {
    const missing = missingCompilers();
    return missing.length > 0 ? text.noCompiler(missing.join(', '), LOG) : text.notCompiled(LOG);
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET/.test(output)) return text.noNetwork(LOG);
  if (/EACCES|EPERM|EROFS/.test(output)) return text.notWritable(LOG);
  return text.notInstalled(LOG);
}

function missingCompilers() {
  const tools = { make: ['make', 'gmake'], 'g++': ['g++', 'c++', 'clang++'], python3: ['python3', 'python'] };
  return Object.keys(tools).filter((name) => findExecutable(...tools[name]) === null);
}

function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
