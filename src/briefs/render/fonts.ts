/** The letters of papers: IBM Plex Sans and its Arabic, from the packages that the pages have them from. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);

export const WEIGHTS = [400, 600] as const;
export type Weight = (typeof WEIGHTS)[number];
/** Each file has the letters of one script; the first that has a letter draws it. */
export const SCRIPTS = ['latin', 'latin-ext', 'arabic'] as const;
export type Script = (typeof SCRIPTS)[number];

export function fontFile(script: Script, weight: Weight): string {
  const family = script === 'arabic' ? 'ibm-plex-sans-arabic' : 'ibm-plex-sans';
  return require.resolve(`@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`);
}

const opened = new Map<string, Font>();
function font(script: Script, weight: Weight): Font {
  const key = `${script} ${weight}`;
  const kept = opened.get(key) ?? (create(readFileSync(fontFile(script, weight))) as Font);
  opened.set(key, kept);
  return kept;
}

/** Text as an outline, so that a drawing looks the same in every file and needs no font where it is opened. */
export function outline(text: string, size: number, weight: Weight = 400): { d: string; width: number } {
  let [d, x] = ['', 0];
  const runs = split(text, weight);
  // Arabic is read from the right: the last run stands first. Each run is shaped and turned by its font.
  const arabic = runs.some((run) => run.script === 'arabic');
  // A space at the end of a run from the left stands between it and what follows, which is now before it.
  if (arabic)
    for (const run of runs) if (run.script !== 'arabic') run.text = run.text.replace(/^(\s*)(.*?)(\s*)$/u, '$3$2$1');
  for (const run of arabic ? runs.reverse() : runs) {
    const face = font(run.script, weight);
    const scale = size / face.unitsPerEm;
    const { glyphs, positions } = face.layout(run.text);
    glyphs.forEach((glyph, i) => {
      const at = positions[i];
      if (!at) return;
      d += glyph.path
        .scale(scale, -scale)
        .translate(x + at.xOffset * scale, -at.yOffset * scale)
        .toSVG();
      x += at.xAdvance * scale;
    });
  }
  return { d, width: x };
}

function split(text: string, weight: Weight): { script: Script; text: string }[] {
  const runs: { script: Script; text: string }[] = [];
  // The Arabic letters have a space that does not break, without an outline.
  for (const letter of text.replaceAll('\u00a0', ' ')) {
    const last = runs.at(-1);
    const code = letter.codePointAt(0) ?? 32;
    const has = (script: Script) => font(script, weight).hasGlyphForCodePoint(code);
    const script = last && has(last.script) ? last.script : (SCRIPTS.find(has) ?? 'latin');
    if (last?.script === script) last.text += letter;
    else runs.push({ script, text: letter });
  }
  return runs;
}
