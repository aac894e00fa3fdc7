/** G11: text that a spreadsheet would run, through every export. */
import { exportNasty, nastyTexts } from '../../test/fuzz/cells.ts';
import type { Campaign } from './campaign.ts';

/** Cells of one table. */
const AT_ONCE = 2_000;

export const formulas: Campaign = {
  title: 'formula injection',
  size: 10_000,
  unit: 'cells in each export',
  async run({ size, seed, say }) {
    const failures: string[] = [];
    for (let from = 0; from < size; from += AT_ONCE) {
      const texts = nastyTexts(seed + from, Math.min(AT_ONCE, size - from));
      failures.push(...(await exportNasty(texts)).map((sentence) => `${seed + from}: ${sentence}`));
      say(`${from + texts.length} of ${size} cells`);
    }
    return {
      met: failures.length === 0,
      measured: [
        ['exports', 'CSV, CSV with HXL hashtags, GeoJSON, XLSX'],
        ['cells that would run, or came out as another text', `${failures.length}`],
      ],
      failures,
    };
  },
};
