/** Who is told of what, held against who may see it. */
import { latestNotices } from '../../src/platform/notices/own.ts';
import { readsComments } from './plant-talk.ts';
import type { World } from './world.ts';

/** Whose notices speak of other records than those whose comments they may see. */
export async function wronglyTold({ house, watched, records }: World): Promise<string[]> {
  const wrong: string[] = [];
  for (const { watcher, who } of watched) {
    if (!who) continue;
    const { items } = await latestNotices(house.db, who, { limit: 200 });
    const told = items.map(({ subject }) => records.find(({ id }) => id === subject.id)?.what ?? subject.id).sort();
    // Whoever wrote is not told of it.
    const wrote = watcher.name.startsWith('everything');
    const expected = records.filter((record) => !wrote && readsComments(watcher, record)).map(({ what }) => what);
    if (told.join() !== expected.sort().join())
      wrong.push(`${watcher.name} is told of ${told.length} records and sees the comments of ${expected.length}`);
  }
  return wrong;
}
