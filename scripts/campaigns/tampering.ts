/** G7: ledgers are tampered with, and the independent verifier must see it. */
import { coveredBy, generateLedger, loadVerifier, sign } from '../../test/ledger/mutate.ts';
import { mutate } from '../../test/ledger/mutations.ts';
import type { Campaign } from './campaign.ts';

const LINES = 300;
/** A new honest ledger after this many mutations. */
const PER_LEDGER = 100;

export const tampering: Campaign = {
  title: 'ledger tampering',
  size: 10_000,
  unit: 'mutations',
  async run({ size, seed, say }) {
    const audit = await loadVerifier();
    const failures: string[] = [];
    let [caught, covered, honest] = [0, 0, 0];
    for (let first = 0; first < size; first += PER_LEDGER) {
      const made = generateLedger(seed + first, LINES, 4);
      const ledger = { ...made, checkpoints: [...made.checkpoints, sign(made.lines, LINES - 20, made.signingKey)] };
      honest += 1;
      if ((await audit(ledger)).findings.length > 0) failures.push(`${seed + first}: a false alarm`);
      for (let i = first; i < Math.min(size, first + PER_LEDGER); i++) {
        const mutation = mutate(ledger, seed + i);
        const { contents, ...lines } = mutation;
        const { findings } = await audit(mutation.kind === 'tamperContent' ? mutation : lines);
        // What happened after the last checkpoint is not promised; checkpoints and contents are.
        const promised = mutation.touched <= coveredBy(ledger) || /Checkpoint|forge|Content/.test(mutation.kind);
        if (promised) covered += 1;
        if (promised && findings.length > 0) caught += 1;
        if (promised && findings.length === 0) failures.push(`${seed + i}: ${mutation.what}`);
      }
      say(`${Math.min(size, first + PER_LEDGER)} of ${size} mutations`);
    }
    return {
      met: failures.length === 0 && covered > 0,
      measured: [
        ['mutations tried', `${size}`],
        ['of those before the last checkpoint', `${covered}`],
        ['caught by the independent verifier', `${caught}`],
        [
          'honest ledgers without a false alarm',
          `${honest - failures.filter((f) => f.endsWith('alarm')).length} of ${honest}`,
        ],
      ],
      failures,
    };
  },
};
