/** What the file's own words mean, with how often each stands in it; the next file with these headings knows. */
import type { UseQueryResult } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportLook, Mapping } from '../../../../src/incidents/import/contract.ts';
import { Section } from '../../../app/page.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import type { Plan } from '../plan.ts';
import { ValueMaps } from './value-maps.tsx';

interface WordsSectionProps {
  plan: Plan;
  look: UseQueryResult<ImportLook>;
  onChange: (plan: Plan) => void;
}

export function WordsSection({ plan, look, onChange }: WordsSectionProps) {
  const intl = useIntl();
  const { mapping } = plan;
  const set = (change: Partial<Mapping>) => onChange({ ...plan, mapping: { ...mapping, ...change } });
  return (
    <Section title={intl.formatMessage({ id: 'bring.words' })} lede={<FormattedMessage id="bring.wordsHelp" />}>
      <Loaded query={look}>
        {({ words, looked, whole }) =>
          Object.values(words).every((list) => list.length === 0) ? (
            <p className="soft">
              <FormattedMessage id="bring.noWords" />
            </p>
          ) : (
            <>
              <ValueMaps words={words} labels={plan.labels} mapping={mapping} onChange={set} />
              {!whole && (
                <p className="soft small">
                  <FormattedMessage id="bring.lookedAt" values={{ n: looked }} />
                </p>
              )}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
