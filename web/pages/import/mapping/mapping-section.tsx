/** For a table that no adapter knows: what each column means, one question at a time, and how the first rows would look. */
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportLook, ImportPreview, Mapping } from '../../../../src/incidents/import/contract.ts';
import { Section } from '../../../app/page.tsx';
import { Refused } from '../../../ui/loaded.tsx';
import { useErrorText } from '../../../ui/states.tsx';
import type { Plan } from '../plan.ts';
import { Ask } from './ask.tsx';
import { useFieldName } from './field-names.ts';
import { LookTable } from './look-table.tsx';
import { MappingTable } from './mapping-table.tsx';
import { withColumn } from './open-questions.ts';
import { problemsOf } from './problems.ts';
import { Questions } from './questions.tsx';

interface MappingSectionProps {
  preview: ImportPreview;
  plan: Plan;
  /** How the file looks under the mapping as it stands; not there until it is known. */
  look: ImportLook | undefined;
  error: Error | null;
  onChange: (plan: Plan) => void;
}

export function MappingSection({ preview, plan, look, error, onChange }: MappingSectionProps) {
  const intl = useIntl();
  const errorText = useErrorText();
  const { mapping } = plan;
  const set = (change: Partial<Mapping>) => onChange({ ...plan, mapping: { ...mapping, ...change } });
  return (
    <Section title={intl.formatMessage({ id: 'bring.mapping' })} lede={<FormattedMessage id="bring.mappingHelp" />}>
      <Ask preview={preview} plan={plan} onChange={onChange} />
      <Problems mapping={mapping} />
      {look && <LookTable look={look} />}
      {error && <Refused>{errorText(error)}</Refused>}
      <MappingTable
        preview={preview}
        columns={mapping.columns}
        onColumn={(header, field) => set({ columns: withColumn(mapping.columns, header, field) })}
      />
      <details className="bring-reading">
        <summary>
          <FormattedMessage id="bring.reading" />
        </summary>
        <Questions mapping={mapping} onChange={set} />
      </details>
    </Section>
  );
}

function Problems({ mapping }: { mapping: Mapping }) {
  const nameOf = useFieldName();
  const problems = problemsOf(mapping);
  return (
    <div role="status" className="field-error">
      {problems.map((problem) =>
        problem.kind === 'no_date' ? (
          <p key="no_date">
            <FormattedMessage id="bring.problem.noDate" />
          </p>
        ) : (
          <p key={problem.headers.join()}>
            <FormattedMessage
              id="bring.problem.twice"
              values={{ field: nameOf(problem.field), a: problem.headers[0], b: problem.headers[1] }}
            />
          </p>
        ),
      )}
    </div>
  );
}
