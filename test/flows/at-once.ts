/** The other half of G3: identical submissions at the same moment are one row, and everybody is told success. */
import type { Incident } from '../../src/incidents/contract.ts';
import { incidentInput } from '../support/incidents.ts';
import type { Ask } from '../support/served.ts';

const AT_ONCE = 32;
const LIST = '/missions/test/incidents';

/** @returns a sentence for each round that ended otherwise */
export async function identicalAtOnce(ask: Ask, rounds: number, say?: (sentence: string) => void): Promise<string[]> {
  const wrong: string[] = [];
  for (let round = 1; round <= rounds; round++) {
    const body = incidentInput({ place: `Round ${round}` });
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => ask({ method: 'POST', url: LIST, body })));
    const told = answers.filter(({ statusCode }) => statusCode === 201);
    const lines = new Set(told.map((answer) => (answer.json() as Incident).knownFrom.seq));
    const { items } = (await ask(`${LIST}/${body.id}/versions`)).json() as { items: unknown[] };
    if (told.length !== AT_ONCE || lines.size !== 1 || items.length !== 1)
      wrong.push(
        `round ${round}: ${told.length} of ${AT_ONCE} were told success, of ${lines.size} lines; ${items.length} versions`,
      );
    if (round % 100 === 0) say?.(`${round} of ${rounds} rounds`);
  }
  const { items } = (await ask(`${LIST}/held`)).json() as { items: unknown[] };
  if (items.length > 0) wrong.push(`${items.length} repetitions are kept as conflicts`);
  return wrong;
}
