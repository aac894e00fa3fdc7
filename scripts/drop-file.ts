import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';

const COPY = 1;

let folder: string | null = null;
/** Of this process, to its end: the page reads a file that was let go when it sends it, which may be later. */
function desk(): string {
  if (folder !== null) return folder;
  const made = mkdtempSync(path.join(tmpdir(), 'kinga-drop-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  folder = made;
  return made;
}

/** Drags a file from the desk over an element and lets it go there: as the browser itself does, not as a script would. */
export async function dropFile(target: Locator, { name, text }: { name: string; text: string }): Promise<void> {
  const file = path.join(desk(), name);
  await writeFile(file, text);
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to drop a file on.');
  const devtools = await target.page().context().newCDPSession(target.page());
  const data = { items: [], files: [file], dragOperationsMask: COPY };
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x, y, data });
  await target.waitFor({ state: 'detached' });
  await devtools.detach();
}
