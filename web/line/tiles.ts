/** The map's tiles by way of the page, which keeps those that were seen last. */
import { addProtocol } from 'maplibre-gl';
import { seenTile } from './seen-tile.ts';

const SCHEME = 'seen-';

/** The same address, for the map to ask the page for it. */
export const byThePage = (tiles: string): string => `${SCHEME}${tiles}`;

for (const protocol of [`${SCHEME}http`, `${SCHEME}https`])
  addProtocol(protocol, async ({ url }, { signal }) => ({ data: await seenTile(url.slice(SCHEME.length), signal) }));
