/** How tall the map may be so that it stands on the first sheet, below the figures and the words that lead. Pure. */
import type { Block, Paper } from '../contract.ts';
import { MAP_HEIGHT } from './map.ts';

/** Points of an A4 sheet between header and footer, less the masthead, and what stands around a map: heading, legend, terms. */
const SHEET = 842 - 74 - 72;
const MASTHEAD = 80;
const AROUND_MAP = 114;
const HEADING = 34;
const FIGURES = 92;
/** A smaller map is read badly: then it goes to the next sheet, in full size. */
const LEAST = 150;

/** Letters on a line of the leading words, and the height of such a line, as about all of them are. */
const LINE = { latin: { letters: 92, height: 14.7 }, arabic: { letters: 96, height: 17.8 } };
const BETWEEN = 5;
const TABLE_HEAD = 40;
const ROW = 17;
/** Rows of a table that is never parted. */
export const SHORT_TABLE = 8;

/** @returns points */
export function roomForMap({ blocks, language }: Pick<Paper, 'blocks' | 'language'>, figuresPerRow = 2): number {
  const map = blocks.findIndex(({ type }) => type === 'map');
  if (map < 0) return MAP_HEIGHT;
  const before = blocks.slice(0, map);
  // Tables and lists above the map take what they take: no estimate of ours would hold.
  if (before.some(({ type }) => type === 'table' || type === 'incidents' || type === 'chart')) return MAP_HEIGHT;
  const rows = Math.ceil(before.filter(({ type }) => type === 'figures').length / figuresPerRow);
  const headings = before.filter(({ type }) => type === 'heading').length - 1;
  const words = before.reduce(
    (height, block) => height + heightOf(block, LINE[language === 'ar' ? 'arabic' : 'latin']),
    0,
  );
  const left = SHEET - MASTHEAD - AROUND_MAP - headings * HEADING - rows * FIGURES - words;
  if (left < LEAST) return MAP_HEIGHT;
  const below = tableBelow(blocks.slice(map + 1));
  return Math.min(MAP_HEIGHT, left - below < LEAST ? left : left - below);
}

/** A short table with its heading right below the map stands on the same sheet where the map can give way to it. */
function tableBelow([heading, table]: Paper['blocks']): number {
  if (heading?.type !== 'heading' || table?.type !== 'table' || table.rows.length > SHORT_TABLE) return 0;
  return HEADING + TABLE_HEAD + table.rows.length * ROW;
}

function heightOf(block: Block, line: { letters: number; height: number }): number {
  if (block.type !== 'paragraph') return 0;
  const letters = block.parts.reduce((n, part) => n + (typeof part === 'string' ? part : part.text).length, 0);
  return letters === 0 ? 0 : Math.ceil(letters / line.letters) * line.height + BETWEEN;
}
