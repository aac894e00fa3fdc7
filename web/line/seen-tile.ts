/** A tile by way of the page: those that were seen last are kept, and drawn when there is no line. */
import { heldKeys, nameFor, seal, unseal } from './seal.ts';

/** Its store comes after the map. */
const drawer = async () => (await import('./desk.ts')).desk;

/** More than two screens of them. */
const MOST = 96;

/** @throws TypeError as `fetch` does, when there is neither a line nor a kept tile */
export async function seenTile(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const answer = await fetch(url, { signal, credentials: 'same-origin' }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return null;
  });
  if (answer?.ok) {
    const bytes = await answer.arrayBuffer();
    keep(url, bytes).catch(() => undefined);
    return bytes;
  }
  const kept = heldKeys() && (await (await drawer()).tiles.get(await nameFor('seen', url)));
  const plain = kept && (await unseal('seen', kept.sealed));
  if (plain) return plain.buffer;
  throw new TypeError('The tile did not come.');
}

async function keep(url: string, bytes: ArrayBuffer): Promise<void> {
  if (!heldKeys()) return;
  const [key, sealed] = await Promise.all([nameFor('seen', url), seal('seen', new Uint8Array(bytes))]);
  const desk = await drawer();
  if (!heldKeys()) return;
  await desk.tiles.put({ key, sealed, at: Date.now() });
  const over = (await desk.tiles.count()) - MOST;
  if (over > 0) await desk.tiles.bulkDelete(await desk.tiles.orderBy('at').limit(over).primaryKeys());
}
