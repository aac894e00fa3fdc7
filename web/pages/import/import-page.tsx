/** Bringing a file in: let it go here, look at what it is, try it, run it, fetch what was not taken. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { Page } from '../../app/page.tsx';
import { Drop } from './drop.tsx';
import { PastRuns } from './past-runs.tsx';
import { Prepare } from './prepare.tsx';
import { Run } from './run.tsx';
import './import.css';

const route = getRouteApi('/m/$mission/import');

export function ImportPage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { run } = route.useSearch();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const show = (job: string | undefined) => {
    setPreview(null);
    navigate({ to: '.', search: (before) => ({ ...before, run: job }) });
  };
  return (
    <Page
      title={intl.formatMessage({ id: 'bring.title' })}
      lede={<FormattedMessage id="bring.lede" />}
      needs="import.run"
    >
      {run && <Run id={run} onAnother={() => show(undefined)} />}
      {!run && preview && (
        <Prepare
          key={`${preview.id} ${preview.sheet}`}
          preview={preview}
          onPreview={setPreview}
          onLeave={() => setPreview(null)}
          onStarted={show}
        />
      )}
      {!run && !preview && <Drop onPreview={setPreview} />}
      <PastRuns shown={run} />
    </Page>
  );
}
