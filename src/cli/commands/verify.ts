import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { auditBriefs } from '../../briefs/index.ts';
import { auditIncidents } from '../../incidents/index.ts';
import { auditMandates } from '../../mandates/index.ts';
import { publicKeyText } from '../../platform/ledger/checkpoint-key.ts';
import { checkpointNow } from '../../platform/ledger/checkpoints.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import { systemPrincipal } from '../../platform/principal.ts';
import { answer, type CommonOptions, common, progressLine, withInstallation } from '../context.ts';

interface Options extends CommonOptions {
  against?: string[];
  checkpoint?: boolean;
}

export const verifyCommand = (): Command =>
  common(new Command('verify').description('Check that nobody rewrote what was known'))
    .option('--against <files...>', 'checkpoints that were kept outside the house')
    .option('--checkpoint', 'also print a fresh signed checkpoint, to be kept outside')
    .action((options: Options) =>
      withInstallation(options, async ({ db, ownerUrl, keys }) => {
        const checkpoints = await Promise.all((options.against ?? []).map((file) => readFile(file, 'utf8')));
        const result = await verifyLedger(ownerUrl, {
          keys: [keys.ledger],
          checkpoints,
          auditors: [auditIncidents, auditMandates, auditBriefs],
          progress: progressLine('lines checked'),
        });
        const checkpoint = options.checkpoint ? await db.write(systemPrincipal('command-line'), checkpointNow) : null;
        answer(options, { ...result, key: publicKeyText(keys.ledger), checkpoint: checkpoint?.text ?? null }, [
          `${result.lines.toLocaleString('en')} lines, ${result.contents.toLocaleString('en')} contents; root ${result.root}`,
          ...(result.findings.length === 0 ? ['Nothing was rewritten.'] : result.findings),
          ...(checkpoints.length === 0
            ? ['Without a checkpoint from outside (--against) a root that was rewritten as a whole cannot be seen.']
            : []),
          ...(checkpoint ? ['', checkpoint.text] : []),
        ]);
        if (result.findings.length > 0) process.exitCode = 1;
      }),
    );
