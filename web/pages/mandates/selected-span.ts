import type { Span } from '../../../src/mandates/contract.ts';

/** Which of a text's words are selected. @param box holds them and nothing else; @param from where they begin in the source */
export function selectedSpan(box: HTMLElement, from: number): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(box, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = from + before.toString().length;
  return [start, start + range.toString().length];
}
