/** One way to start Chromium, for tests and pictures: without a display, without a word to anybody. */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium, NO_CHROMIUM } from './chromium.ts';

const QUIET = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // The map alone needs what a graphics card does; all else is painted sooner without playing one.
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** What Chromium is started with, by whomever. */
export function browserFlags(): string[] {
  // Chromium’s sandbox refuses to work for root, which is who runs in most containers.
  return [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
}

/** @throws with a sentence when there is no Chromium */
export const openBrowser = async (): Promise<Browser> => chromium.launch(options());

/** A browser that keeps what it is told in a folder, as people's do: closed and opened again it is the same one. */
export const openProfile = async (folder: string, baseURL: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { ...options(), baseURL, locale: 'en', reducedMotion: 'reduce' });

function options() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(NO_CHROMIUM);
  return { executablePath, headless: true, args: browserFlags() };
}
