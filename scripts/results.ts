/** `bench/RESULTS.md`: one section a campaign or benchmark, each replaced whole by the next run. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../bench/RESULTS.md', import.meta.url));
const HEAD = `<!-- biome-ignore-all format: generated; padded columns would make every small change a large one -->

# Results

Measured, not promised: each section says when, on what, and how to run it again.
`;

/** Puts a section where one of that title stands, else at the end. @param body Markdown without the title */
export function withSection(text: string, title: string, body: string): string {
  const sections = (text || HEAD).split(/^(?=## )/m);
  const fresh = `## ${title}\n\n${body.trim()}\n`;
  const at = sections.findIndex((section) => section.startsWith(`## ${title}\n`));
  if (at < 0) return [...sections.map((s) => `${s.trimEnd()}\n`), fresh].join('\n');
  return sections.map((section, i) => `${(i === at ? fresh : section).trimEnd()}\n`).join('\n');
}

/** Writes a section of the committed results. */
export async function writeResult(title: string, body: string): Promise<void> {
  const text = await readFile(FILE, 'utf8').catch(() => '');
  await mkdir(path.dirname(FILE), { recursive: true });
  await writeFile(FILE, withSection(text, title, body));
}

/** When and on what something was measured: without it a figure says nothing. */
export function circumstances(seconds: number): string {
  const day = new Date().toISOString().slice(0, 10);
  const cpu = os.cpus()[0]?.model ?? 'unknown processor';
  return `on ${day}, in ${seconds} s; ${os.cpus().length} × ${cpu}, ${os.platform()}, Node ${process.versions.node}`;
}

export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
