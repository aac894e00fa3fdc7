/** Finds a Chromium for the browser tests and the pictures; as root on Debian, installs it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @returns the program's path: `CHROMIUM_PATH` where set, else the first found; `null` when there is none */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null;
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...ELSEWHERE];
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}

/** Like `findChromium`, and installs Debian's package where that is possible without asking anybody. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found || process.env.CHROMIUM_PATH || process.getuid?.() !== 0 || !existsSync('/etc/debian_version'))
    return found;
  console.error('Kinga: installing Chromium for the browser tests (once) …');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '--yes', '--no-install-recommends', 'chromium');
  return findChromium();
}

/** What a person reads when there is none. */
export const NO_CHROMIUM = process.env.CHROMIUM_PATH
  ? `There is no Chromium at ${process.env.CHROMIUM_PATH} (CHROMIUM_PATH): the browser tests will fail.`
  : 'No Chromium was found: the browser tests will fail. Please install Chromium or Chrome, or name its program in CHROMIUM_PATH.';
