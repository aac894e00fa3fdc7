/** For a table that no adapter knows: what each column means, how dates and numbers are written, what its words mean. */
import { FormattedMessage, useIntl } from 'react-intl';
import type { FieldPath, ImportPreview, Mapping } from '../../../../src/incidents/import/contract.ts';
import { Section } from '../../../app/page.tsx';
import { TextField } from '../../../ui/field.tsx';
import type { Plan } from '../plan.ts';
import { useFieldName } from './field-names.ts';
import { MappingTable } from './mapping-table.tsx';
import { problemsOf } from './problems.ts';
import { Questions } from './questions.tsx';
import { ValueMaps } from './value-maps.tsx';

interface MappingSectionProps {
  preview: ImportPreview;
  plan: Plan;
  onChange: (plan: Plan) => void;
}

export function MappingSection({ preview, plan, onChange }: MappingSectionProps) {
  const intl = useIntl();
  const { mapping } = plan;
  const set = (change: Partial<Mapping>) => onChange({ ...plan, mapping: { ...mapping, ...change } });
  const setColumn = (header: string, field: FieldPath | null) => {
    const { [header]: _before, ...columns } = mapping.columns;
    set({ columns: field ? { ...columns, [header]: field } : columns });
  };
  return (
    <Section title={intl.formatMessage({ id: 'bring.mapping' })} lede={<FormattedMessage id="bring.mappingHelp" />}>
      <MappingTable preview={preview} columns={mapping.columns} onColumn={setColumn} />
      <Problems mapping={mapping} />
      <Questions mapping={mapping} onChange={set} />
      <ValueMaps sample={preview.sample} mapping={mapping} onChange={set} />
      <div className="fields">
        <TextField
          label={intl.formatMessage({ id: 'bring.rememberAs' })}
          about="rememberAs"
          help={intl.formatMessage({ id: 'bring.rememberHelp' })}
          maxLength={120}
          value={plan.rememberAs}
          onChange={(rememberAs) => onChange({ ...plan, rememberAs })}
        />
      </div>
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
