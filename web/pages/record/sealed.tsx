import { lazy, type ReactNode, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Protected } from '../../../src/incidents/contract.ts';
import { LevelMark } from '../../app/page-marks.tsx';
import { useMay, VERBS } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { pointText } from '../../words/where.ts';
import { Term } from './term.tsx';

const EraseDialog = lazy(() => import('./erase-dialog.tsx'));

interface SealedProps {
  id: string;
  group: Protected;
  isCurrent: boolean;
}

/** What names people: sealed under a key of its own, which may be destroyed for good. */
export function Sealed({ id, group, isCurrent }: SealedProps) {
  const may = useMay();
  const [erasing, setErasing] = useState(false);
  return (
    <section className="sealed">
      <h2 className="eyebrow">
        <Term id="sealed.title" field="sealed" />
        <LevelMark level="strictly_confidential" />
      </h2>
      <SealedPairs group={group} />
      {group.narrative && (
        <p className="record-narrative" dir="auto">
          {group.narrative}
        </p>
      )}
      {group.setApart?.account?.notes && (
        <p className="record-narrative soft" dir="auto">
          {group.setApart.account.notes}
        </p>
      )}
      {isCurrent && may(VERBS.erase) && (
        <Button className="sealed-erase" onPress={() => setErasing(true)}>
          <FormattedMessage id="erase.button" />
        </Button>
      )}
      <Suspense>{erasing && <EraseDialog id={id} onClose={() => setErasing(false)} />}</Suspense>
    </section>
  );
}

function SealedPairs({ group: { people, exactPlace, exactPoint, caseReference } }: { group: Protected }) {
  const intl = useIntl();
  return (
    <dl className="record-pairs">
      {people.map(({ name, role, note }) => (
        <Pair key={`${name} ${role} ${note}`} term={role ? <bdi>{role}</bdi> : <FormattedMessage id="sealed.person" />}>
          <b dir="auto">{name}</b>
          {note && (
            <span className="soft small sealed-note" dir="auto">
              {note}
            </span>
          )}
        </Pair>
      ))}
      {(exactPlace || exactPoint) && (
        <Pair term={<FormattedMessage id="sealed.place" />}>
          {exactPlace && <bdi>{exactPlace}</bdi>}
          {exactPlace && exactPoint && ' · '}
          {exactPoint && pointText(intl, exactPoint)}
        </Pair>
      )}
      {caseReference && (
        <Pair term={<FormattedMessage id="sealed.caseReference" />}>
          <bdi>{caseReference}</bdi>
        </Pair>
      )}
    </dl>
  );
}

function Pair({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
