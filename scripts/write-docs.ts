/** `npm run docs [-- docs/schema.md …]`: writes the generated documents, all or those named. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS } from './house/documents.ts';
import { withNewInstallation } from './house/own-database.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in DOCUMENTS));
if (unknown.length > 0) {
  console.error(
    `No generated document is called ${unknown.join(', ')}; there are ${Object.keys(DOCUMENTS).join(', ')}.`,
  );
  process.exit(2);
}
await withNewInstallation(async (installation) => {
  for (const [name, make] of Object.entries(DOCUMENTS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    await writeFile(path.join(root, name), await make({ root, installation }));
    console.log(name);
  }
});
