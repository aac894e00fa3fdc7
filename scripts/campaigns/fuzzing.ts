/** G10: injured files are given to every parser, injured rows to every importer, injured documents to the reader of mandates. */

import { SCHEMAS } from '../../src/incidents/import/contract.ts';
import { DOCUMENTS, fuzzDocuments } from '../../test/fuzz/documents.ts';
import { fuzzFiles } from '../../test/fuzz/files.fuzz.ts';
import { PARSERS } from '../../test/fuzz/files-corpus.ts';
import { fuzzImporter } from '../../test/fuzz/importers.ts';
import type { Campaign } from './campaign.ts';

const MOST_MEMORY_MB = 150;
/** A document is read whole, which takes as long as a hundred rows. */
const ROWS_A_DOCUMENT = 100;

export const fuzzing: Campaign = {
  title: 'injured files, rows and documents',
  size: 1_000_000,
  unit: 'inputs a parser and importer',
  async run({ size, seed, say }) {
    const failures: string[] = [];
    let [inputs, grown] = [0, 0];
    for (const parser of PARSERS) {
      const report = await fuzzFiles({ inputs: size, seed, parsers: [parser] });
      inputs += report.inputs;
      grown = Math.max(grown, report.grownMb);
      failures.push(...report.failures.map((f) => `${f.parser} ${f.index}: ${f.what}`));
      say(`${parser}: ${report.failures.length} failures`);
    }
    for (const schema of SCHEMAS) {
      const report = fuzzImporter(schema, size, seed);
      inputs += report.inputs;
      failures.push(...report.failures.map((sentence) => `${schema} ${sentence}`));
      say(`${schema}: ${report.failures.length} failures, ${report.taken} rows taken`);
    }
    for (const kind of DOCUMENTS) {
      const report = await fuzzDocuments(kind, Math.ceil(size / ROWS_A_DOCUMENT), seed);
      inputs += report.inputs;
      failures.push(...report.failures.map((sentence) => `document ${kind} ${sentence}`));
      say(`document ${kind}: ${report.failures.length} failures, ${report.read} read`);
    }
    return {
      met: failures.length === 0 && grown <= MOST_MEMORY_MB,
      measured: [
        ['parsers', PARSERS.join(', ')],
        ['importers', SCHEMAS.join(', ')],
        ['documents', DOCUMENTS.join(', ')],
        ['inputs in all', `${inputs}`],
        ['crashes, hangs over 2 s, altered texts', `${failures.length}`],
        ['memory gained at most', `${grown} MB (aim ≤ ${MOST_MEMORY_MB})`],
      ],
      failures,
    };
  },
};
