/** Paragraphs of two texts side by side, in the order of the later one; what is the same is folded to a line. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ComparisonView } from '../../../../src/mandates/answers/contract.ts';
import { useCommands } from '../../../app/commands/registry.ts';
import { Section } from '../../../app/page.tsx';
import { Button } from '../../../ui/button.tsx';
import { isSame, keyOf, type Pair, runsOf } from './changes.ts';
import { PairRow } from './pair-row.tsx';

const route = getRouteApi('/m/$mission/mandates/compare');

export function SideBySide({ view: { pairs, before, after } }: { view: ComparisonView }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const isAll = route.useSearch().all !== undefined;
  const toggle = () =>
    navigate({ to: '.', search: (now) => ({ ...now, all: isAll ? undefined : ('1' as const) }), replace: true });
  const label = intl.formatMessage({ id: 'mandate.compare.changedOnly' });
  useCommands(() => [{ id: 'mandate-changed', group: 'filter', label, run: toggle }]);
  const isPreamble = ({ before: old, after: fresh }: Pair) => (fresh ?? old)?.kind === 'PP';
  const preamble = pairs.filter(isPreamble);
  const operative = pairs.filter((pair) => !isPreamble(pair));
  const show = (some: readonly Pair[]) => <Pairs pairs={some} isAll={isAll} isPartial={after.partial} />;
  return (
    <Section
      title={intl.formatMessage({ id: 'mandate.compare.words' })}
      aside={
        <Button aria-pressed={!isAll} className="mandate-open" onPress={toggle}>
          {label}
        </Button>
      }
    >
      {preamble.length > 0 && (
        <details className="facings-fold">
          <summary>
            <FormattedMessage
              id="mandate.compare.preamble"
              values={{ n: preamble.length, same: preamble.filter(isSame).length }}
            />
          </summary>
          {show(preamble)}
        </details>
      )}
      <div className="facing facings-head" aria-hidden="true">
        <bdi>{before.symbol}</bdi>
        <bdi>{after.symbol}</bdi>
        <span>
          <FormattedMessage id="mandate.compare.margin" />
        </span>
      </div>
      {show(operative)}
    </Section>
  );
}

interface PairsProps {
  pairs: readonly Pair[];
  isPartial: boolean;
}

function Pairs({ pairs, isAll, isPartial }: PairsProps & { isAll: boolean }) {
  if (isAll) return <Rows pairs={pairs} isPartial={isPartial} />;
  return (
    <div className="facings">
      {runsOf(pairs).map((run) =>
        run.same ? (
          <details key={keyOf(run.pairs[0] as Pair)} className="facings-fold">
            <summary>
              <FormattedMessage id="mandate.compare.same" values={{ n: run.pairs.length }} />
            </summary>
            <Rows pairs={run.pairs} isPartial={isPartial} />
          </details>
        ) : (
          <PairRow key={keyOf(run.pair)} pair={run.pair} isPartial={isPartial} />
        ),
      )}
    </div>
  );
}

const Rows = ({ pairs, isPartial }: PairsProps) => (
  <div className="facings">
    {pairs.map((pair) => (
      <PairRow key={keyOf(pair)} pair={pair} isPartial={isPartial} />
    ))}
  </div>
);
