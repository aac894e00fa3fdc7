import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportPreview } from '../../../src/incidents/import/contract.ts';
import { Section } from '../../app/page.tsx';
import { Button } from '../../ui/button.tsx';
import { FormChoice } from './form-choice.tsx';
import { isMapped, type Plan } from './plan.ts';
import { SheetChoice } from './sheet-choice.tsx';

interface WhatItIsProps {
  preview: ImportPreview;
  plan: Plan;
  onChange: (plan: Plan) => void;
  onPreview: (preview: ImportPreview) => void;
  onLeave: () => void;
}

const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

/** What the file was recognised as and why; whoever knows better says so. */
export function WhatItIs({ preview, plan, onChange, onPreview, onLeave }: WhatItIsProps) {
  const intl = useIntl();
  const { schema, format, encoding, delimiter, headers, notes, remembered } = preview;
  const named = delimiter === null ? undefined : DELIMITERS[delimiter];
  const reading = [
    format.toUpperCase(),
    encoding,
    named && intl.formatMessage({ id: `bring.delimiter.${named}` }),
    intl.formatMessage({ id: 'bring.columns' }, { n: headers.length }),
  ];
  return (
    <Section
      title={preview.name}
      aside={
        <Button look="bare" onPress={onLeave}>
          <FormattedMessage id="bring.another" />
        </Button>
      }
    >
      <dl className="facts">
        <dt>
          <FormattedMessage id="bring.recognised" />
        </dt>
        <dd>
          <b>
            <FormattedMessage id={`bring.schema.${plan.schema.replace('-', '_')}`} />
          </b>
          {schema === plan.schema && (
            <p className="soft small" lang="en" dir="auto">
              {preview.reason}
            </p>
          )}
        </dd>
        <dt>
          <FormattedMessage id="bring.read" />
        </dt>
        <dd>{reading.filter(Boolean).join(' · ')}</dd>
        {remembered && (
          <>
            <dt>
              <FormattedMessage id="bring.remembered" />
            </dt>
            <dd dir="auto">{remembered}</dd>
          </>
        )}
      </dl>
      {preview.sheets.length > 1 && <SheetChoice preview={preview} onPreview={onPreview} />}
      {isMapped(plan) && <FormChoice preview={preview} onPreview={onPreview} />}
      {notes.length > 0 && (
        <ul className="sentences" lang="en" dir="auto">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {!isMapped({ schema }) && (
        <div className="acts">
          <Button onPress={() => onChange({ ...plan, schema: isMapped(plan) ? schema : 'generic' })}>
            <FormattedMessage id={isMapped(plan) ? 'bring.asRecognised' : 'bring.mapMyself'} />
          </Button>
        </div>
      )}
    </Section>
  );
}
