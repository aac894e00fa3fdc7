/** What an import brought, or would bring: figures, the trouble in sentences, and the rows that were not taken. */
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportResult } from '../../../src/incidents/import/contract.ts';
import { refusedUrl } from '../../api/imports.ts';
import { useMay, useMission } from '../../app/session.ts';
import { Figures } from '../jobs/figures.tsx';
import { useDatasetName } from '../room/dataset-name.ts';
import { Withdraw } from './withdraw.tsx';

const COUNTS = ['read', 'added', 'changed', 'unchanged', 'withdrawn', 'refused'] as const;

interface ImportOutcomeProps {
  /** The run's id. */
  job: string;
  result: ImportResult;
}

export function ImportOutcome({ job, result }: ImportOutcomeProps) {
  const intl = useIntl();
  const { slug } = useMission();
  const may = useMay();
  const datasetName = useDatasetName();
  const shown = COUNTS.filter((id) => id !== 'withdrawn' || result.withdrawn > 0);
  const isThere = !result.dryRun && result.added + result.changed + result.unchanged > 0;
  const warnings = Object.entries(result.warnings).sort(([, a], [, b]) => b - a);
  return (
    <div className="outcome">
      <Figures
        figures={shown.map((id) => ({ name: intl.formatMessage({ id: `bring.count.${id}` }), value: result[id] }))}
      />
      <div className="acts">
        {isThere && may('incident.read') && (
          <Link
            to="/m/$mission/room"
            params={{ mission: slug }}
            search={{ datasets: [result.dataset], frame: 'off' }}
            className="button"
          >
            <FormattedMessage id="bring.toRoom" values={{ name: datasetName(result.dataset) }} />
          </Link>
        )}
        {!result.dryRun && result.added + result.changed > 0 && may('import.run') && (
          <Withdraw job={job} result={result} />
        )}
        {result.refusedFile && (
          <a href={refusedUrl(slug, job)} download className="button">
            <FormattedMessage id="bring.refusedFile" values={{ n: result.refused }} />
          </a>
        )}
      </div>
      {warnings.length > 0 && (
        <details>
          <summary>
            <FormattedMessage id="bring.warnings" values={{ n: warnings.length }} />
          </summary>
          <ul className="warnings small">
            {warnings.map(([sentence, rows]) => (
              <li key={sentence}>
                <span className="num">{intl.formatNumber(rows)}</span>
                <span lang="en" dir="auto">
                  {sentence}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {result.notes.length > 0 && (
        <ul className="sentences small" lang="en" dir="auto">
          {result.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
