import { useIntl } from 'react-intl';
import type { Estimate, Figure } from '../../../../src/incidents/contract.ts';
import { HARM_KINDS, HARMED_GROUPS, SEX_AGE } from '../../../../src/vocabulary/codes.ts';
import { useVocabulary } from '../../../app/vocabulary.ts';
import { NumberField } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { useForm } from '../form-context.ts';
import { Rows } from '../rows.tsx';

const UNKNOWN: Estimate = { low: null, best: null, high: null };
const BOUNDS = ['low', 'best', 'high'] as const;

/** Rows of the harm table. An empty box is "nobody says"; a zero is "somebody says none". */
export function Figures() {
  const intl = useIntl();
  const { core, setCore, problem } = useForm();
  const { choices, label } = useVocabulary();
  const taken = new Set(core.figures.map(({ harm, group }) => `${harm} ${group}`));
  const next = () => {
    const free = HARM_KINDS.flatMap((harm) => HARMED_GROUPS.map((group) => ({ harm, group }))).find(
      ({ harm, group }) => !taken.has(`${harm} ${group}`),
    );
    return { harm: free?.harm ?? 'killed', group: free?.group ?? 'civilians', total: UNKNOWN, bySexAge: {} };
  };
  return (
    <Rows<Figure>
      items={core.figures}
      onChange={(figures) => setCore({ figures })}
      make={next}
      addLabel={intl.formatMessage({ id: 'form.addFigure' })}
      rowName={intl.formatMessage({ id: 'form.figure' })}
    >
      {(figure, set, i) => (
        <>
          <div className="row-figure">
            <Select
              label={intl.formatMessage({ id: 'form.harm' })}
              about="harm"
              choices={choices('harm-kinds', HARM_KINDS)}
              value={figure.harm}
              onChange={(id) => set({ harm: HARM_KINDS.find((h) => h === id) ?? figure.harm })}
            />
            <Select
              label={intl.formatMessage({ id: 'form.group' })}
              about="harmedGroup"
              choices={choices('harmed-groups', HARMED_GROUPS)}
              value={figure.group}
              onChange={(id) => set({ group: HARMED_GROUPS.find((g) => g === id) ?? figure.group })}
            />
            {BOUNDS.map((bound) => (
              <NumberField
                key={bound}
                label={intl.formatMessage({ id: `form.${bound}` })}
                about={bound}
                min={0}
                value={figure.total[bound]}
                onChange={(n) => set({ total: { ...figure.total, [bound]: n } })}
                error={bound === 'low' ? problem(`core.figures.${i}.total`) : undefined}
              />
            ))}
          </div>
          <div className="row-five">
            {SEX_AGE.map((code) => (
              <NumberField
                key={code}
                label={label('sex-age', code)}
                about="sexAge"
                min={0}
                value={figure.bySexAge[code]?.best ?? null}
                onChange={(best) => {
                  const { [code]: before = UNKNOWN, ...rest } = figure.bySexAge;
                  set({ bySexAge: best === null ? rest : { ...rest, [code]: { ...before, best } } });
                }}
              />
            ))}
          </div>
        </>
      )}
    </Rows>
  );
}
