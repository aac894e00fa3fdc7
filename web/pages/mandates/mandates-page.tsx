/** The texts that say what the mission may do: its own as a chain, the newest first, then those kept for comparison. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MandateLine } from '../../../src/mandates/contract.ts';
import { mandatesQuery } from '../../api/mandates.ts';
import { useCommands } from '../../app/commands/registry.ts';
import { Page, Section } from '../../app/page.tsx';
import { useMay, useMission } from '../../app/session.ts';
import { useAsOf } from '../../app/use-as-of.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { AnswerLinks, useAnswerCommands } from './answer-links.tsx';
import { MandateLines } from './mandate-lines.tsx';
import { OtherTexts } from './other-texts.tsx';
import { MANDATE_VERBS } from './verbs.ts';
import { ChainLinks } from './years/chain-links.tsx';
import './mandates.css';

export function MandatesPage() {
  const intl = useIntl();
  const may = useMay();
  const navigate = useNavigate();
  const { slug: mission } = useMission();
  const asOf = useAsOf();
  const mandates = useQuery({ ...mandatesQuery(mission, asOf), enabled: may(MANDATE_VERBS.read) });
  const canAdd = may(MANDATE_VERBS.add) && !asOf;
  const add = intl.formatMessage({ id: 'texts.add' });
  useCommands(() =>
    canAdd
      ? [
          {
            ...{ id: 'mandate-add', group: 'list', label: add },
            run: () => navigate({ to: '/m/$mission/mandates/new', params: { mission } }),
          },
        ]
      : [],
  );
  useAnswerCommands();
  return (
    <Page
      title={intl.formatMessage({ id: 'nav.mandates' })}
      lede={<FormattedMessage id="texts.lede" />}
      needs={MANDATE_VERBS.read}
      followsAsOf
      acts={
        <>
          <AnswerLinks />
          {canAdd && (
            <Link className="button button-need" to="/m/$mission/mandates/new" params={{ mission }}>
              {add}
            </Link>
          )}
        </>
      }
    >
      <Loaded query={mandates} lines={6}>
        {(lines) => <Groups lines={lines} canAdd={canAdd} />}
      </Loaded>
    </Page>
  );
}

function Groups({ lines, canAdd }: { lines: readonly MandateLine[]; canAdd: boolean }) {
  const intl = useIntl();
  const own = lines.filter((line) => line.own);
  const others = lines.filter((line) => !line.own);
  if (lines.length === 0)
    return (
      <EmptyState title={intl.formatMessage({ id: 'texts.empty' })}>
        <FormattedMessage id={canAdd ? 'texts.emptyAdd' : 'texts.emptyWait'} />
      </EmptyState>
    );
  return (
    <>
      {own.length > 0 && (
        <Section title={intl.formatMessage({ id: 'texts.own' })} aside={<ChainLinks texts={lines.length} />}>
          <MandateLines mandates={own} isChain />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={intl.formatMessage({ id: 'texts.others' })}>
          <OtherTexts texts={others} />
        </Section>
      )}
    </>
  );
}
