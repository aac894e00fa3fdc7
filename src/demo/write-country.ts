/** Tamrin as files beside the database: the truth, the ground, the mandates. See the README that it writes with them. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { writeRows } from '../platform/files/index.ts';
import { geotiff } from './geotiff.ts';
import type { Table, Tamrin } from './tamrin/index.ts';

const MANDATES = fileURLToPath(new URL('tamrin/mandates', import.meta.url));

/** Writes everything into `folder`, which is made when it is missing; files of the same names are replaced. */
export async function writeCountry(country: Tamrin, folder: string): Promise<void> {
  const [truth, ground] = [path.join(folder, 'truth'), path.join(folder, 'ground')];
  for (const made of [truth, ground]) await mkdir(made, { recursive: true });
  const tables = country.truth();
  for (const table of tables) await writeTable(table, path.join(truth, `${table.name}.csv`));
  await writeFile(path.join(truth, 'README.md'), describe(tables));
  const write = (name: string, content: unknown) => writeFile(path.join(ground, name), JSON.stringify(content));
  await write('rivers.geojson', country.rivers);
  await write('roads.geojson', country.roads);
  await write('actors.json', country.actors);
  for (const [name, raster] of Object.entries(country.rasters()))
    await writeFile(path.join(ground, `${name}.tif`), geotiff(raster));
  await cp(MANDATES, path.join(folder, 'mandates'), { recursive: true });
}

async function writeTable({ columns, rows }: Table, file: string): Promise<void> {
  const headers = Object.keys(columns);
  const asObjects = function* () {
    for (const row of rows()) yield { cells: Object.fromEntries(headers.map((h, i) => [h, row[i] ?? null])) };
  };
  await writeFile(file, Readable.from(writeRows('csv', asObjects(), { headers })));
}

function describe(tables: readonly Table[]): string {
  const parts = tables.map(
    ({ name, about, columns }) =>
      `## ${name}.csv\n\n${about}\n\n${Object.entries(columns)
        .map(([column, meaning]) => `- \`${column}\`: ${meaning}`)
        .join('\n')}\n`,
  );
  return `# The truth about Tamrin\n\nTamrin is invented, and so is everybody in these tables. They say what truly happened, beside what the records say, so\nthat methods (forecast, scan, link, silence, near repeat) can be scored. No room of Kinga reads them. All days are UTC.\n\n${parts.join('\n')}`;
}
