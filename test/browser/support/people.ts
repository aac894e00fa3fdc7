/** Browsers of people: each has a context of its own, and everything that should not happen in it is written down. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Every page of ours draws its words within this, on a machine that is busy with other things. */
const PATIENCE_MS = 30_000;

export interface Person {
  context: BrowserContext;
  page: Page;
  /** Errors on the console, a page that blinks, refusals of the Content-Security-Policy, requests to anywhere but the house. */
  complaints: string[];
}

/** Opens a browser context on a house. @param expected what may be complained of, where a test provokes it; @param guided as somebody who is new */
export async function person(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  expected: readonly RegExp[] = [],
  guided = false,
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: 1280, height: 720 },
    locale: 'en',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  // The guided hour stands beside every page of the demonstration; it has a test of its own.
  if (!guided)
    await context.addInitScript(() => location.protocol === 'http:' && localStorage.setItem('kinga.hour', 'off'));
  // Without a graphics card the still map stands there first; it has a test of its own.
  await context.addInitScript(() => {
    if (location.protocol === 'http:' && !localStorage.getItem('kinga.map'))
      localStorage.setItem('kinga.map', 'moving');
  });
  // What waits for a part outside a boundary of its own takes the whole page away, and with it the place of the keyboard.
  await context.addInitScript(() => {
    const look = () => {
      if (document.querySelector<HTMLElement>('.shell')?.style.display === 'none') console.error('The page blinked.');
    };
    new MutationObserver(look).observe(document, { attributes: true, subtree: true, attributeFilter: ['style'] });
  });
  const complaints: string[] = [];
  const complain = (text: string) => {
    if (!expected.some((allowed) => allowed.test(text))) complaints.push(text);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complain(`script: ${error.error().message}`));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== address && !['data:', 'blob:'].includes(protocol)) complain(`elsewhere: ${request.url()}`);
  });
  return { context, page: await context.newPage(), complaints };
}

/** Signs in on the page, as people do. */
export async function signIn(page: Page, email: string, passphrase: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/m/*/**');
}

/** After a failure: where everybody was and what they had before them. */
export async function whatTheySaw(
  { task }: { task: { result?: { state: string } } },
  people: Record<string, Person | undefined>,
): Promise<void> {
  if (task.result?.state !== 'fail') return;
  for (const [name, who] of Object.entries(people)) {
    if (!who || who.page.url() === 'about:blank') continue;
    const text = await who.page.locator('body').ariaSnapshot();
    console.error(`${name} at ${who.page.url()}\n${text.slice(0, 2000)}\n${who.complaints.join('\n')}`);
  }
}
