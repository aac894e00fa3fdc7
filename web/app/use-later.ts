import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useEffect, useState } from 'react';
import { quiet } from './quiet.ts';

type Load<P> = () => Promise<{ default: ComponentType<P> }>;

/** What came once is there at the first draw afterwards. */
const came = new Map<unknown, unknown>();

/** Fetches a part before anything asks for it. It may not come: then it is asked for again by what shows it. */
export const fetchPart = async <P>(load: Load<P>): Promise<ComponentType<P> | null> => {
  try {
    const { default: part } = await load();
    came.set(load, part);
    return part;
  } catch {
    return null;
  }
};

/**
 * A part of the page that is fetched once what stands around it is drawn, and is drawn as soon as it is there: React would
 * hold a lazy one back for a third of a second after the last that it showed. `null` until then, and while it cannot be had.
 * @param load the same function at every draw
 * @param whenQuiet only once the page has what it asked for
 */
export function useLater<P>(load: Load<P>, { isWanted = true, whenQuiet = false } = {}): ComponentType<P> | null {
  const [Part, setPart] = useState(() => (came.get(load) as ComponentType<P> | undefined) ?? null);
  const client = useQueryClient();
  useEffect(() => {
    if (!isWanted || came.has(load)) return;
    const when = whenQuiet ? quiet(client) : Promise.resolve();
    when.then(() => fetchPart(load)).then((part) => setPart(() => part));
  }, [client, load, isWanted, whenQuiet]);
  return isWanted ? Part : null;
}
