/** The life of a stored paper, who may have it, and a person's words in it. Pure. */
import { KingaError } from '../../platform/errors.ts';
import { levelNumber, type Principal } from '../../platform/principal.ts';
import type { Block, Paper, PaperState, Words } from '../contract.ts';

/** What was sent stays as it was; a correction is a new version that says which one it corrects. */
export const PAPER_LIFE: Record<PaperState, readonly PaperState[]> = {
  draft: ['edited', 'sent'],
  edited: ['sent'],
  sent: ['edited'],
};

/** Whether somebody sees at least as much as went into a paper; row-level security says the same. */
export function mayHave(
  { level, compartments, areas }: Pick<Principal, 'level' | 'compartments' | 'areas'>,
  paper: Pick<Paper, 'level' | 'compartments' | 'areas'>,
): boolean {
  return (
    levelNumber(level) >= levelNumber(paper.level) &&
    paper.compartments.every((code) => compartments.includes(code)) &&
    (areas === null || (paper.areas?.every((area) => areas.includes(area)) ?? false))
  );
}

/** @throws `invalid_input` naming the paragraph that is none, or not to be edited */
export function withWords(paper: Paper, words: Words): Paper {
  const left = new Set(Object.keys(words));
  const blocks = paper.blocks.map((block): Block => {
    if (block.type !== 'paragraph' || !left.delete(block.id)) return block;
    const own = words[block.id];
    if (own === null || own === undefined) return block;
    return { ...block, parts: own === '' ? [] : [own], edited: true, generated: block.parts };
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
