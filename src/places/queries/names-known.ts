/** Which of some names are places or areas of the mission: for telling a column of places from one of anything else. */
import type { Tx } from '../../platform/database/database.ts';
import { foldName } from '../names.ts';
import { placesNamed, readAreaNames } from '../store/search.ts';

/** All folded by `foldName`. */
interface NamesKnown {
  places: ReadonlySet<string>;
  adm1: ReadonlySet<string>;
  adm2: ReadonlySet<string>;
}

/** @param names as a file has them; the same name again costs nothing */
export async function namesKnown(tx: Tx, names: Iterable<string>): Promise<NamesKnown> {
  const folded = new Set([...names].map(foldName).filter(Boolean));
  const areas = await readAreaNames(tx);
  const ofLevel = (wanted: number) =>
    new Set(
      areas
        .filter(({ level }) => level === wanted)
        .flatMap(({ name, names: others }) => [name, ...Object.values(others)].map(foldName))
        .filter((name) => folded.has(name)),
    );
  return { places: await placesNamed(tx, [...folded]), adm1: ofLevel(1), adm2: ofLevel(2) };
}
