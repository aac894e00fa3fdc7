/** The paragraphs that are shown, with their keys and filters: preambular ones folded, operative ones in order. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Mandate, Provision } from '../../../src/mandates/contract.ts';
import { useCommands, useKeyCommand } from '../../app/commands/registry.ts';
import { EmptyState } from '../../ui/states.tsx';
import { Filters } from './filters.tsx';
import { Paragraph } from './paragraph.tsx';
import type { ReadingSearch } from './routes.ts';
import { useConfirm } from './use-confirm.ts';
import { useParagraphInAddress } from './use-paragraph-in-address.ts';

const route = getRouteApi('/m/$mission/mandates/$id');
const CorrectDialog = lazy(() => import('./correct-dialog.tsx'));

const isShown = ({ codes, review }: Provision, { task, open }: ReadingSearch): boolean =>
  (task === undefined || codes.some(({ code }) => code === task)) && (open === undefined || review === 'read');

interface ParagraphsProps {
  mandate: Mandate;
  canReview: boolean;
}

export function Paragraphs({ mandate, canReview }: ParagraphsProps) {
  const intl = useIntl();
  const search = route.useSearch();
  const navigate = useNavigate();
  const isNarrowed = search.task !== undefined || search.open !== undefined;
  const preamble = mandate.provisions.filter(({ kind }) => kind === 'PP');
  const operative = mandate.provisions.filter(({ kind }) => kind === 'OP');
  const shown = operative.filter((provision) => isShown(provision, search));
  const [chosen, setChosen] = useState(useParagraphInAddress());
  const [correcting, setCorrecting] = useState<Provision | null>(null);
  const current = mandate.provisions.find(({ id }) => id === chosen) ?? shown[0];
  const confirm = useConfirm();
  const move = (step: number) => {
    const at = shown.findIndex(({ id }) => id === current?.id);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))];
    if (!next) return;
    setChosen(next.id);
    document.getElementById(`p-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const canConfirm = canReview && current?.review === 'read' && !confirm.isPending;
  const key = useKeyCommand();
  useCommands(() => [
    ...key('next', 'list', shown.length > 0, () => move(1)),
    ...key('previous', 'list', shown.length > 0, () => move(-1)),
    ...key('confirmReading', 'record', canConfirm, () => current && confirm.mutate(current)),
    ...key('edit', 'record', canReview && current !== undefined, () => setCorrecting(current ?? null)),
    {
      ...{ id: 'mandate-open', group: 'filter', label: intl.formatMessage({ id: 'mandate.openOnly' }) },
      run: () => navigate({ to: '.', search: (before) => ({ ...before, open: search.open ? undefined : '1' }) }),
    },
  ]);
  const row = (provision: Provision, heading: string | null) => (
    <Paragraph
      key={provision.id}
      source={mandate.source}
      provision={provision}
      heading={heading}
      isWholeNumber={isNarrowed}
      isCurrent={provision.id === current?.id}
      onChoose={() => setChosen(provision.id)}
      {...(canReview ? { onConfirm: () => confirm.mutate(provision), onCorrect: () => setCorrecting(provision) } : {})}
    />
  );
  return (
    <>
      <Filters mandate={mandate} shown={shown} canReview={canReview} />
      {!isNarrowed && preamble.length > 0 && (
        <details className="mandate-preamble">
          <summary>
            <FormattedMessage id="mandate.preamble" values={{ n: preamble.length }} />
          </summary>
          <ol className="provisions">{preamble.map((provision) => row(provision, null))}</ol>
        </details>
      )}
      {shown.length === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'mandate.nothingShown' })}>
          <FormattedMessage id="mandate.nothingShownText" />
        </EmptyState>
      ) : (
        <ol className="provisions">
          {shown.map((provision, n) =>
            row(provision, provision.heading === shown[n - 1]?.heading ? null : provision.heading),
          )}
        </ol>
      )}
      <Suspense>
        {correcting && (
          <CorrectDialog source={mandate.source} provision={correcting} onClose={() => setCorrecting(null)} />
        )}
      </Suspense>
    </>
  );
}
