/** Bringing a file in: let it go here, then step by step to its records; what is not finished waits for a day. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { Page } from '../../app/page.tsx';
import { Drop } from './drop.tsx';
import { PastRuns } from './past-runs.tsx';
import { Run } from './run.tsx';
import { Unfinished } from './unfinished.tsx';
import { Resume, Wizard } from './wizard.tsx';
import './import.css';

const route = getRouteApi('/m/$mission/import');

export function ImportPage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { run, upload, step } = route.useSearch();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const go = (search: { run?: string; upload?: string; step?: string }) => navigate({ to: '.', search });
  const leave = () => {
    setPreview(null);
    go({});
  };
  const show = (seen: ImportPreview) => {
    setPreview(seen);
    go({ upload: seen.id, step: 'file' });
  };
  const here = preview && preview.id === upload ? preview : null;
  return (
    <Page
      title={intl.formatMessage({ id: 'bring.title' })}
      lede={<FormattedMessage id="bring.lede" />}
      needs="import.run"
    >
      {run && <Run id={run} onAnother={leave} />}
      {!run && upload && here && (
        <Wizard
          key={`${here.id} ${here.sheet} ${here.form !== null}`}
          preview={here}
          wanted={step}
          onPreview={setPreview}
          onStep={(next) => go({ upload, step: next })}
          onLeave={leave}
          onStarted={(job) => go({ run: job })}
        />
      )}
      {!run && upload && !here && <Resume id={upload} onPreview={setPreview} onLeave={leave} />}
      {!run && !upload && (
        <>
          <Drop onPreview={show} />
          <Unfinished onGoOn={({ id, step: next }) => go({ upload: id, step: next })} />
        </>
      )}
      {!upload && <PastRuns shown={run} />}
    </Page>
  );
}
