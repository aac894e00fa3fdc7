/** The life of a stored paper, and a person's words in it. Pure. */
import { KingaError } from '../../platform/errors.ts';
import type { Block, Paper, PaperState, Words } from '../contract.ts';

/** What was sent stays as it was; a correction is a new version that says which one it corrects. */
export const PAPER_LIFE: Record<PaperState, readonly PaperState[]> = {
  draft: ['edited', 'sent'],
  edited: ['sent'],
  sent: ['edited'],
};

/** @throws `invalid_input` naming the paragraph that is none, or not to be edited */
export function withWords(paper: Paper, words: Words): Paper {
  const left = new Set(Object.keys(words));
  const blocks = paper.blocks.map((block): Block => {
    if (block.type !== 'paragraph' || !left.delete(block.id)) return block;
    const own = words[block.id];
    return own === null || own === undefined ? block : { ...block, parts: own === '' ? [] : [own], edited: true };
  });
  const [stranger] = left;
  if (stranger !== undefined)
    throw new KingaError('invalid_input', { what: `“${stranger}” is no paragraph of this paper that can be edited` });
  return { ...paper, blocks };
}

/** Later words over earlier ones; `null` takes ours back. */
export function mergedWords(before: Words, change: Words): Words {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, text]) => text !== null));
}
