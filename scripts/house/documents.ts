/** Every document that is generated, and how. `npm run docs` writes them; `test/house/documents.test.ts` compares. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { withOwner } from '../../src/platform/database/server-probe.ts';
import type { Installation } from '../../src/platform/installation.ts';
import { readCatalog } from './catalog.ts';
import { cruiseHouse } from './cruise.ts';
import { lifecyclesDocument } from './lifecycles.ts';
import { openApiDocument } from './openapi.ts';
import { roomMap, withRoomMap } from './room-map.ts';
import { schemaDocument } from './schema-doc.ts';

export interface Source {
  root: string;
  /** A new, empty installation. */
  installation: Installation;
}

/** Path → how its content is made. */
export const DOCUMENTS: Record<string, (source: Source) => Promise<string>> = {
  'docs/schema.md': async ({ installation }) => schemaDocument(await withOwner(installation.ownerUrl, readCatalog)),
  'docs/lifecycles.md': async () => lifecyclesDocument(),
  'docs/openapi.json': ({ installation }) => openApiDocument(installation),
  'ARCHITECTURE.md': async ({ root }) => {
    const { arrows } = await cruiseHouse(root);
    return withRoomMap(await readFile(path.join(root, 'ARCHITECTURE.md'), 'utf8'), await roomMap(root, arrows));
  },
};
