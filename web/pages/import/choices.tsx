import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { LEVELS, type Level } from '../../../src/vocabulary/codes.ts';
import { settingsQuery } from '../../api/mission.ts';
import { Section } from '../../app/page.tsx';
import { useMission } from '../../app/session.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { ChooseAny, ChooseOne } from '../../ui/choice.tsx';
import { TextField } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { hasDataset, type Plan, raised } from './plan.ts';

interface ChoicesProps {
  plan: Plan;
  onChange: (plan: Plan) => void;
}

/** Where the rows go, who may see them, and whether the file is the whole of its data set. */
export function Choices({ plan, onChange }: ChoicesProps) {
  const intl = useIntl();
  const { choices } = useVocabulary();
  const { slug } = useMission();
  const { data: mission } = useQuery(settingsQuery(slug));
  const text = (id: string) => intl.formatMessage({ id });
  return (
    <Section title={text('bring.choices')}>
      <div className="fields">
        <ChooseOne
          label={text('bring.whose')}
          choices={[
            { id: 'own', label: text('bring.own'), detail: text('bring.ownHelp') },
            { id: 'outside', label: text('bring.outside'), detail: text('bring.outsideHelp') },
          ]}
          value={plan.own ? 'own' : 'outside'}
          onChange={(id) => onChange({ ...plan, own: id === 'own' })}
        />
        {!plan.own && (
          <TextField
            label={text('bring.slug')}
            help={text('bring.slugHelp')}
            error={plan.dataset && !hasDataset(plan) ? text('bring.slugWrong') : undefined}
            value={plan.dataset}
            onChange={(dataset) => onChange({ ...plan, dataset: dataset.toLowerCase() })}
          />
        )}
      </div>
      <LevelFields plan={plan} onChange={onChange} />
      <ChooseAny
        label={text('bring.compartments')}
        help={text('bring.compartmentsHelp')}
        choices={choices('compartments', mission?.compartments ?? [])}
        value={plan.compartments}
        onChange={(compartments) => onChange({ ...plan, compartments })}
        columns
      />
      {!plan.own && (
        <ChooseAny
          label={text('bring.extent')}
          help={text('bring.completeHelp')}
          choices={[{ id: 'complete', label: text('bring.complete') }]}
          value={plan.complete ? ['complete'] : []}
          onChange={(ids) => onChange({ ...plan, complete: ids.length > 0 })}
        />
      )}
    </Section>
  );
}

const USUAL = 'usual';

function LevelFields({ plan, onChange }: ChoicesProps) {
  const intl = useIntl();
  const { choices } = useVocabulary();
  const { levels } = plan;
  const usual = { id: USUAL, label: intl.formatMessage({ id: 'bring.levelUsual' }) };
  const levelOf = (id: string): Level | undefined => LEVELS.find((level) => level === id);
  const setCore = (id: string) => {
    const core = levelOf(id);
    onChange({ ...plan, levels: core ? raised(core, levels?.account ?? core) : null });
  };
  return (
    <div className="fields">
      <Select
        label={intl.formatMessage({ id: 'bring.levelCore' })}
        help={intl.formatMessage({ id: 'bring.levelHelp' })}
        choices={[usual, ...choices('levels', LEVELS)]}
        value={levels?.core ?? USUAL}
        onChange={setCore}
      />
      {levels && (
        <Select
          label={intl.formatMessage({ id: 'bring.levelAccount' })}
          choices={choices('levels', LEVELS.slice(LEVELS.indexOf(levels.core)))}
          value={levels.account}
          onChange={(id) => onChange({ ...plan, levels: raised(levels.core, levelOf(id) ?? levels.account) })}
        />
      )}
    </div>
  );
}
