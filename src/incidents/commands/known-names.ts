/** Which texts of a file the mission knows already: as places, areas or parties, as far as the asker sees them. */
import { foldName, namesKnown, placer } from '../../places/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { KnownNames } from '../import/column-evidence.ts';
import { actorsKnown } from '../store/actors-known.ts';

/** Texts that may be names, and of those so many: enough for the rows that are guessed from. */
const LONGEST = 80;
const MOST = 4000;

export async function knownNames(tx: Tx, rows: readonly Record<string, string>[]): Promise<KnownNames> {
  const texts = new Set<string>();
  for (const cells of rows)
    for (const text of Object.values(cells))
      for (const name of text.split(/\s*[;|]\s*/))
        if (texts.size < MOST && name.length <= LONGEST && /\p{L}{2}/u.test(name)) texts.add(name);
  const find = await placer(tx);
  const names = await namesKnown(tx, texts);
  return {
    ...names,
    actors: await actorsKnown(tx, [...new Set([...texts].map(foldName))].filter(Boolean)),
    isHome: (point) => find(point).adm1 !== null,
  };
}
