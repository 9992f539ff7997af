import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { text } from './console-text.mjs';
import { findExecutable, isExecutable } from './find-executable.mjs';
import { ROOT } from './run-logged.mjs';
import { Stop } from './stop.mjs';

const CHROMIUM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const OLDEST_GO = [1, 21];

/** Chromium's path; everything else that the tests need is on this machine when this returns. */
export function requireTestTools() {
  const missing = debianPackagesMissing();
  if (missing.length > 0 && process.getuid?.() === 0 && findExecutable('apt-get') !== null) fetchTools(missing);
  const chromium = findChromium();
  if (chromium === null) throw new Stop(text.noChromium);
  const wanting = WANTED.find(([isThere]) => !isThere());
  if (wanting !== undefined) throw new Stop(text[wanting[1]]);
  return chromium;
}

function debianPackagesMissing() {
  return [
    ...(findChromium() === null ? ['chromium'] : []),
    ...(findExecutable('ip') === null ? ['iproute2'] : []),
    ...(findExecutable('nft') === null ? ['nftables'] : []),
    ...(findExecutable('strace') === null ? ['strace'] : []),
    ...(findExecutable('soffice') === null ? ['libreoffice-writer-nogui'] : []),
    ...(hasPdfTools() ? [] : ['poppler-utils']),
    ...(canHaveLiveKit() ? [] : ['golang-go']),
  ];
}

/** Beside Chromium: whether it is there, and what to say when it is not. */
const WANTED = [
  [() => ['ip', 'nft'].every((tool) => findExecutable(tool) !== null), 'noIp'],
  [() => findExecutable('strace') !== null, 'noStrace'],
  [() => hasOffice(), 'noOffice'],
  [() => canHaveLiveKit(), 'noLiveKit'],
];

/** The papers are opened as an office opens them, and what was printed is read. */
const hasOffice = () => findExecutable('soffice') !== null && hasPdfTools();
const hasPdfTools = () => ['pdftotext', 'pdffonts'].every((tool) => findExecutable(tool) !== null);

function fetchTools(packages) {
  console.log(text.fetchingTools(packages));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (apt('-qq', 'update') && apt('-qq', 'install', '-y', '--no-install-recommends', ...packages)) return;
  throw new Stop(text.toolsNotFetched(packages));
}

function findChromium() {
  const named = process.env.CHROMIUM;
  if (named === undefined || named === '') return findExecutable(...CHROMIUM_NAMES);
  if (!isExecutable(named)) throw new Stop(text.chromiumMissing(named));
  return named;
}

/** The tests build LiveKit once, as the server does, where neither the PATH nor the cache has it. */
function canHaveLiveKit() {
  return findExecutable('livekit-server') !== null || isInCache() || hasGo();
}

function isInCache() {
  try {
    const files = readdirSync(`${ROOT}.cache`, { recursive: true });
    return files.some((file) => /(^|[\\/])livekit-server$/.test(file) && isExecutable(`${ROOT}.cache/${file}`));
  } catch {
    return false;
  }
}

function hasGo() {
  const go = findExecutable('go');
  if (go === null) return false;
  try {
    const version = /go(\d+)\.(\d+)/.exec(execFileSync(go, ['version'], { encoding: 'utf8' }));
    const [major, minor] = [Number(version?.[1]), Number(version?.[2])];
    return major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1]);
  } catch {
    return false;
  }
}
