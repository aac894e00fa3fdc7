/** Somebody brings rivers and roads: they lie under the mission's map from then on. */
import { createHash } from 'node:crypto';
import type { Database } from '../../platform/database/database.ts';
import { KingaError } from '../../platform/errors.ts';
import { recordAct } from '../../platform/ledger/store.ts';
import { must, type Principal } from '../../platform/principal.ts';
import { GroundFileError, type GroundKind, readGround } from '../ground.ts';
import { writeGround } from '../store/ground.ts';

export interface GroundImport {
  /** Lines under a name that is there already take their place. */
  name: string;
  source: string;
  licence: string | null;
  /** GeoJSON. */
  text: string;
  /** What all of them are, when the file does not say. */
  kind?: GroundKind;
}

export interface ImportedGround {
  name: string;
  lines: number;
  /** The same lines were there already. */
  unchanged: boolean;
  refused: string[];
}

/**
 * The same file under the same name changes nothing. Needs `places.manage`; the ledger is told.
 * @throws `unreadable_file` when it is no GeoJSON of lines
 */
export async function importGround(
  db: Database,
  who: Principal,
  { text, kind, ...about }: GroundImport,
): Promise<ImportedGround> {
  must(who, 'places.manage');
  const { lines, refused } = readOrExplain(text, kind ?? null);
  const digest = createHash('sha256')
    .update(JSON.stringify([about, lines]))
    .digest('base64url');
  return db.write(who, async (tx) => {
    const id = await writeGround(tx, { ...about, digest }, lines);
    const content = { ...about, digest, lines: lines.length, refused: refused.length };
    if (id !== null)
      await recordAct(tx, { verb: 'ground.import', room: 'places', record: id, content: { id, ...content } });
    return { name: about.name, lines: lines.length, unchanged: id === null, refused };
  });
}

function readOrExplain(text: string, kind: GroundKind | null) {
  try {
    return readGround(text, kind);
  } catch (error) {
    if (!(error instanceof GroundFileError)) throw error;
    throw new KingaError('unreadable_file', { why: error.message }, { cause: error });
  }
}
