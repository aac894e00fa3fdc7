/** Opening a file that somebody brings, with the sheets that belong to its rows; and where its points lie. */
import { type AreasFound, type CountryLocator, countryLocator } from '../../places/index.ts';
import { KingaError } from '../../platform/errors.ts';
import { FileRefused, type FileRow, type OpenedFile, openFile, type RefusedRow } from '../../platform/files/index.ts';
import type { ImportParams } from '../import/params.ts';
import { countRepeats, isRepeat, type Repeats } from '../import/repeats.ts';

type Opening = Pick<ImportParams, 'path' | 'format' | 'sheet'>;

/** A sheet with more rows is not counted: it would have to be held in memory. */
const MOST_REPEATS = 100_000;
const INDEX = '_index';

/** @throws `unreadable_file` with the reader's sentence */
export async function openImport({ path, format, sheet }: Opening): Promise<OpenedFile> {
  const file = await openFile(path, { ...(format ? { format } : {}), ...(sheet ? { sheet } : {}) }).catch(refused);
  const others = file.headers.includes(INDEX) ? (file.sheets ?? []).filter((name) => name !== file.sheet) : [];
  const repeats: Repeats[] = [];
  for (const name of others) {
    const found = await repeatsIn(path, name);
    if (!found) continue;
    repeats.push(found);
    file.notes.push(`The rows of the sheet “${name}” were counted for the rows that they belong to.`);
  }
  return repeats.length > 0 ? withCounts(file, repeats) : file;
}

function refused(error: unknown): never {
  if (error instanceof FileRefused) throw new KingaError('unreadable_file', { why: error.message });
  throw error;
}

/** A sheet of a repeated question; `null` for any other, also one that cannot be read: nobody asked for it. */
async function repeatsIn(path: string, sheet: string): Promise<Repeats | null> {
  const file = await openFile(path, { sheet }).catch((error: unknown) => {
    if (error instanceof FileRefused) return null;
    throw error;
  });
  if (!file || !isRepeat(file.headers)) return null;
  const rows: Record<string, string>[] = [];
  for await (const row of file.rows()) {
    if (!row.refused) rows.push(row.cells);
    if (rows.length > MOST_REPEATS) return null;
  }
  return countRepeats(sheet, file.headers, rows);
}

function withCounts(file: OpenedFile, repeats: readonly Repeats[]): OpenedFile {
  const added = repeats.flatMap(({ headers }) => headers).filter((header) => !file.headers.includes(header));
  const nothing = Object.fromEntries(added.map((header) => [header, '0']));
  async function* rows(): AsyncGenerator<FileRow | RefusedRow> {
    for await (const row of file.rows()) {
      const parent = row.cells?.[INDEX]?.trim() ?? '';
      const counts = repeats.map(({ byParent }) => byParent.get(parent));
      yield row.refused ? row : { ...row, cells: Object.assign({ ...nothing, ...row.cells }, ...counts) };
    }
  }
  return { ...file, headers: [...file.headers, ...added], rows };
}

export type Placer = (point: readonly [lon: number, lat: number]) => AreasFound;

/** Where a point lies: by the mission's own boundaries where they hold it, else by the atlas. */
export function locatorOf(place: Placer): CountryLocator {
  const atlas = countryLocator();
  return {
    ...atlas,
    locate(lon, lat, toleranceKm) {
      const { country, adm1 } = place([lon, lat]);
      return adm1 ? { iso3: country, name: adm1.name, seaKm: 0 } : atlas.locate(lon, lat, toleranceKm);
    },
  };
}
