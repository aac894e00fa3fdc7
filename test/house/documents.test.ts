import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOCUMENTS } from '../../scripts/house/documents.ts';
import { diagram } from '../../scripts/house/lifecycles.ts';
import { lintOpenApi } from '../../scripts/house/openapi.ts';
import { roomMap, withRoomMap } from '../../scripts/house/room-map.ts';
import { type Installation, openInstallation } from '../../src/platform/installation.ts';
import { type TestDatabase, testDatabase } from '../support/postgres.ts';
import { inTree } from './planted.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let database: TestDatabase;
let installation: Installation;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'kinga-documents-'));
  installation = await openInstallation(folder, { databaseUrl: database.ownerUrl });
});
afterAll(async () => {
  await installation?.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('generated documents', () => {
  it.each(Object.entries(DOCUMENTS))(
    '%s is current (npm run docs writes it)',
    { timeout: 120_000 },
    async (name, make) => {
      expect(await make({ root, installation })).toBe(await readFile(path.join(root, name), 'utf8'));
    },
  );

  it('draw a lifecycle from its data', () => {
    const life = { not_examined: ['allegation'], allegation: [] };
    expect(diagram({ life, words: 'human-rights-statuses' })).toMatch(
      /^stateDiagram-v2\n {2}not_examined: .+\n {2}allegation: .+\n {2}\[\*\] --> not_examined\n {2}not_examined --> allegation$/,
    );
  });

  it('show a new front door and a new arrow on the room map', async () => {
    const tree = {
      'src/incidents/index.ts': "export type { B } from './b.ts';\nexport { a } from './a.ts';",
      'src/incidents/README.md': '# incidents\n\nWhat we hold\nto have happened.\n',
      'src/reports/index.ts': "export { r } from './r.ts';",
      'src/platform/clock.ts': '',
    };
    const map = await inTree(tree, (planted) =>
      roomMap(planted, [
        { from: 'src/incidents/a.ts', to: 'src/reports/index.ts' },
        { from: 'src/incidents/a.test.ts', to: 'src/platform/clock.ts' },
      ]),
    );
    expect(map).toContain('  incidents --> reports\n');
    expect(map).toContain('| **incidents** | What we hold to have happened. | reports | `a`, `B` |');
  });

  it('refuse to lose the place of the room map', () => {
    expect(() => withRoomMap('# Architecture', 'map')).toThrow('lost the marks');
  });
});

describe('docs/openapi.json', () => {
  it('lints clean', { timeout: 120_000 }, async () => {
    expect(await lintOpenApi(path.join(root, 'docs/openapi.json'), root)).toBe('');
  });

  it('would not with a fault in it', { timeout: 120_000 }, async () => {
    const lint = async (responses: object) => {
      const operation = { summary: 'A route', operationId: 'get_here', security: [], responses };
      const info = { title: 'Planted', version: '1', license: { name: 'AGPL', identifier: 'AGPL-3.0-or-later' } };
      const file = path.join(folder, 'planted.json');
      const paths = { '/here': { get: operation } };
      await writeFile(file, JSON.stringify({ openapi: '3.1.0', info, servers: [{ url: '/' }], paths }));
      return lintOpenApi(file, root);
    };
    const refused = { '4xx': { description: 'Refused' } };
    expect(await lint({ 200: { description: 'Here' }, ...refused })).toBe('');
    expect(await lint(refused)).toContain('operation-2xx-response');
  });
});
