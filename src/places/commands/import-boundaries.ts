/** Somebody brings boundaries: files are read, checked, and become a set of the mission's own. */
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Database } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { recordAct } from '../../platform/ledger/store.ts';
import { must, type Principal } from '../../platform/principal.ts';
import type { AdminLevel, Area } from '../area.ts';
import { BoundaryFileError, type ReadBoundaries, readBoundarySet } from '../boundaries.ts';
import type { BoundarySet, ImportedBoundaries } from '../contract.ts';
import { lockSets, makeActive, readActiveSet, readSet, writeSet } from '../store/boundaries.ts';

/** A file's content, or where it lies; `level` when all its areas are of one. */
export type BoundarySource = ({ text: string } | { path: string }) & { level?: AdminLevel };

export interface BoundaryImport {
  name: string;
  source: string;
  licence: string | null;
  /** GeoJSON or TopoJSON, of one or several levels each. */
  files: readonly BoundarySource[];
}

/** Codes cross the wire and stand in filters. */
const LONGEST_CODE = 60;

/**
 * A set under a new name becomes the active one; under a name that is there it replaces that set, which stays as active
 * as it was. The same files under the same name change nothing. Needs `places.manage`; the ledger is told.
 * @throws `unreadable_file` when a file is no boundary file or no area is left of it
 */
export async function importBoundaries(
  db: Database,
  who: Principal,
  { name, source, licence, files }: BoundaryImport,
): Promise<ImportedBoundaries> {
  must(who, 'places.manage');
  const texts = await Promise.all(files.map(textOf));
  const digest = createHash('sha256')
    .update(JSON.stringify([source, licence, texts.map(({ text, level }) => [level ?? null, text])]))
    .digest('base64url');
  const { areas, refused, notes } = read(texts, source);
  return db.write(who, async (tx) => {
    await lockSets(tx);
    const before = await readSet(tx, { name });
    if (before?.digest === digest) return { set: before, unchanged: true, refused, notes };
    const set = {
      id: before?.id ?? randomUUID(),
      name,
      version: (before?.version ?? 0) + 1,
      source,
      licence,
      areasByLevel: countLevels(areas),
    };
    await writeSet(tx, { ...set, digest }, areas);
    if (!before || !(await readActiveSet(tx))) await makeActive(tx, set.id);
    await recordAct(tx, {
      verb: 'boundaries.import',
      room: 'places',
      record: set.id,
      version: set.version,
      content: { ...set, digest, refused: refused.length },
    });
    const written = await readSet(tx, { id: set.id });
    if (!written) throw new Error('The boundary set that was just written cannot be read.');
    return { set: written, unchanged: false, refused, notes };
  });
}

async function textOf(file: BoundarySource): Promise<{ text: string; level?: AdminLevel }> {
  const level = file.level === undefined ? {} : { level: file.level };
  if ('text' in file) return { text: file.text, ...level };
  const text = await readFile(file.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new KingaError('unreadable_file', { why: `it cannot be opened (${error.code ?? 'unknown'})` });
  });
  return { text, ...level };
}

function read(files: readonly { text: string; level?: AdminLevel }[], source: string): ReadBoundaries {
  const { areas, refused, notes } = readOrExplain(files, source);
  const kept = areas.filter(({ code }) => code.length <= LONGEST_CODE);
  if (kept.length < areas.length)
    notes.push(
      `${areas.length - kept.length} areas were left out: their codes are longer than ${LONGEST_CODE} letters.`,
    );
  const [first] = refused;
  if (kept.length === 0)
    throw new KingaError('unreadable_file', { why: first ? `no area is left. ${first.reason}` : 'it holds no area' });
  return { areas: kept, refused, notes };
}

function readOrExplain(files: readonly { text: string; level?: AdminLevel }[], source: string): ReadBoundaries {
  try {
    return readBoundarySet(files, source);
  } catch (error) {
    if (!(error instanceof BoundaryFileError)) throw error;
    throw new KingaError('unreadable_file', { why: error.message }, { cause: error });
  }
}

function countLevels(areas: readonly Area[]): BoundarySet['areasByLevel'] {
  const at = (level: number) => areas.filter((area) => area.level === level).length;
  return [at(0), at(1), at(2), at(3)];
}
