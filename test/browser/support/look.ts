/** What can be measured of a page's looks: axe's rules, and boxes that do not fit. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every violation of WCAG 2.2 AA that axe finds, one line for each kind and element. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Through the protocol, not as a script of the page: the page's own policy stays as it is.
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    // What React Aria reads out names an element that may be gone when it has been read; nobody sees or meets it.
    const context = { include: [['html']], exclude: [['[data-live-announcer]']] };
    const { violations } = await window.axe.run(context, { runOnly: tags });
    // The palette's list is moved by arrows from its field, which keeps the focus: nothing in it takes it.
    const isMoved = (id: string, target: string) =>
      id === 'scrollable-region-focusable' && document.querySelector(target)?.matches('.palette-list') === true;
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => !isMoved(id, String(target[0])))
        .map(
          ({ target, html, failureSummary }) =>
            `${id} ${target.join(' ')} ${html.slice(0, 200)}: ${failureSummary?.replaceAll(/\s+/g, ' ')}`,
        ),
    );
  }, TAGS);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Boxes that do not fit: a page wider than the screen, words that are cut off, words that lie on other words. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
    const found: string[] = [];
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 0) found.push(`the page is ${wide} px wider than the screen`);

    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${(element.textContent ?? '').trim().slice(0, 50)}”`;
    const isHidden = (element: Element) => {
      const box = element.getBoundingClientRect();
      return (
        box.width <= 1 ||
        box.height <= 1 ||
        !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      );
    };
    /** An ellipsis says that there is more; a box that scrolls gives the rest. */
    const givesTheRest = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(at);
        if (textOverflow === 'ellipsis' || overflowX === 'auto' || overflowX === 'scroll') return true;
      }
      return false;
    };
    const withWords = [...document.querySelectorAll('body *')].filter(
      (element) =>
        !element.closest('svg, .maplibregl-canvas-container, .visually-hidden, option') &&
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) &&
        !isHidden(element),
    );
    /** Line by line, of its own words, not its children’s; as far as they are drawn, where the rest is cut off. */
    const linesOf = (element: Element): Box[] => {
      const clips: Box[] = [];
      for (let at: Element | null = element; at; at = at.parentElement)
        if (getComputedStyle(at).overflowX !== 'visible') clips.push(at.getBoundingClientRect());
      return [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
        .flatMap((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()];
        })
        .map((line) => ({
          left: Math.max(line.left, ...clips.map((clip) => clip.left)),
          right: Math.min(line.right, ...clips.map((clip) => clip.right)),
          top: Math.max(line.top, ...clips.map((clip) => clip.top)),
          bottom: Math.min(line.bottom, ...clips.map((clip) => clip.bottom)),
        }))
        .filter((line) => line.right > line.left && line.bottom > line.top);
    };
    const lines = withWords.flatMap((element) => linesOf(element).map((box) => ({ element, box })));
    for (const { element, box } of lines) {
      if (!givesTheRest(element) && (box.left < -1 || box.right > window.innerWidth + 1))
        found.push(`cut off at the screen’s edge: ${name(element)}`);
    }
    for (const element of withWords) {
      const { overflowX } = getComputedStyle(element);
      const hides = overflowX === 'hidden' || overflowX === 'clip';
      if (hides && element.scrollWidth > element.clientWidth + 1 && !givesTheRest(element))
        found.push(`cut off: ${name(element)}`);
    }
    // Words on words: two elements of which neither holds the other, drawn over the same place.
    const drawn = lines.filter(({ box }) => box.bottom > 0 && box.top < window.innerHeight);
    drawn.forEach(({ element, box }, i) => {
      for (const other of drawn.slice(i + 1)) {
        if (element.contains(other.element) || other.element.contains(element)) continue;
        // What opens over the page may cover a part of what lies below it.
        if (element.closest('.popover') !== other.element.closest('.popover')) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 3 && down > 5 && isOnTop(element, box) && isOnTop(other.element, other.box))
          found.push(`on one another: ${name(element)} and ${name(other.element)}`);
      }
    });
    /** What is scrolled away under a bar, or lies below a sheet, is drawn at none of these places. */
    function isOnTop(element: Element, box: Box) {
      const middle = (box.top + box.bottom) / 2;
      return [box.left + 2, (box.left + box.right) / 2, box.right - 2].some((x) => {
        const top = document.elementFromPoint(x, middle);
        return top !== null && (element.contains(top) || top.contains(element));
      });
    }
    return found;
  });
}
