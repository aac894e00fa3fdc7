import type { Block } from '../contract.ts';

/**
 * A heading with what it heads: never alone at the foot of a page. Key figures of several streams stand side by side.
 * Comments that nobody wrote are left out.
 */
export function together(blocks: readonly Block[]): Block[][] {
  const shown = blocks.filter((b, i) => {
    const next = blocks[i + 1];
    const empty = (x: Block | undefined) => x?.type === 'paragraph' && x.parts.length === 0;
    return !empty(b) && !(b.type === 'heading' && empty(next));
  });
  const groups: Block[][] = [];
  for (const block of shown) {
    const last = groups.at(-1);
    const isHeaded = last?.length === 1 && last[0]?.type === 'heading';
    if (isHeaded || (block.type === 'figures' && last?.at(-1)?.type === 'figures')) last?.push(block);
    else groups.push([block]);
  }
  return groups;
}
