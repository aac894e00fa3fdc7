import type { IncidentFilter } from '../../src/incidents/contract.ts';
import type { Line } from '../../src/incidents/store/filter.ts';
import { fromDatabase, type Source } from '../../src/incidents/store/source.ts';
import type { Tx } from '../../src/platform/database/database.ts';
import type { TestHouse } from './house.ts';

/** Both places that a question is answered from: the database, and memory once it has read everything. @throws when it does not answer */
export async function bothSources(
  { memory }: Pick<TestHouse, 'memory'>,
  tx: Tx,
  filter: IncidentFilter,
  line: Line,
): Promise<[database: Source, memory: Source]> {
  const inMemory = async () => {
    const source = await memory.source(tx, filter, line);
    return source.database === source ? null : source;
  };
  let source = await inMemory();
  if (!source) {
    await memory.settled();
    source = await inMemory();
  }
  if (!source) throw new Error('What was asked is not answered from memory.');
  return [fromDatabase(tx, filter, line), source];
}
