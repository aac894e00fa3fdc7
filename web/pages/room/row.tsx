import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import type { IncidentRow } from '../../../src/incidents/contract.ts';
import { useStaleDays } from '../../app/stale.ts';
import { useVocabulary } from '../../app/vocabulary.ts';
import { Status } from '../../ui/marks.tsx';
import { bestOf, countText, rangeText, severity } from '../../words/estimate.ts';
import { placeName } from '../../words/title.ts';
import { typeList } from '../../words/type-list.ts';
import { shortWhen } from '../../words/when.ts';
import { usePointed } from './pointed.ts';
import { useRoom } from './use-room.ts';

interface IncidentLineProps {
  row: IncidentRow;
  /** Shift and click: everything from the one that was chosen last. */
  onRange?: (() => void) | undefined;
}

export function IncidentLine({ row, onRange }: IncidentLineProps) {
  const { mission, selected } = useRoom();
  const { pointed, setPointed } = usePointed();
  return (
    <Link
      to="/m/$mission/room/$id"
      params={{ mission, id: row.id }}
      search={(before) => ({ ...before, version: undefined, compare: undefined })}
      resetScroll={false}
      className="line"
      id={`line-${row.id}`}
      aria-current={selected === row.id ? 'true' : undefined}
      data-pointed={pointed === row.id || undefined}
      onClick={(event) => {
        if (!event.shiftKey || !onRange) return;
        event.preventDefault();
        onRange();
      }}
      onPointerEnter={() => setPointed(row.id)}
      onFocus={() => setPointed(row.id)}
    >
      <LineWords row={row} />
    </Link>
  );
}

/** The words of a line: where and how many above; what, civilians, when and how sure below. */
const LineWords = memo(function LineWords({ row }: { row: IncidentRow }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const killed = bestOf(row.killed);
  const civilians = bestOf(row.killedCivilians);
  const type = label(typeList(row.kind), row.type);
  return (
    <>
      <i className="severity" data-step={severity(killed) ?? 'none'} />
      <span className="line-place">{placeName(intl, { ...row, name: row.place })}</span>
      <span className="line-killed" title={rangeText(intl, row.killed) ?? undefined}>
        <span className="visually-hidden">{intl.formatMessage({ id: 'line.killed' })}</span>
        {countText(intl, killed)}
      </span>
      <span className="line-what">
        {/* A patrol or a rumour says nothing of victims; only an incident's silence about them is worth a word. */}
        <span className="line-type">{type}</span>
        {(civilians !== null || row.kind === 'incident') && (
          <span className="line-civilians" data-unknown={civilians === null || undefined}>
            · {civilianWords(intl, civilians)}
          </span>
        )}
      </span>
      <span className="line-when">
        <Age row={row} />
        {shortWhen(intl, { from: row.from, to: row.to, precision: row.timePrecision })}
        <Status status={row.operational} word={label('operational-statuses', row.operational)} compact />
      </span>
    </>
  );
});

const civilianWords = (intl: IntlShape, n: number | null) =>
  n === null
    ? intl.formatMessage({ id: 'line.civiliansNotSaid' })
    : intl.formatMessage({ id: 'line.civilians' }, { n });

/** How long a status has stood that should not stand for so long. */
function Age({ row }: { row: IncidentRow }) {
  const intl = useIntl();
  const { label } = useVocabulary();
  const days = useStaleDays()(row);
  if (days === null) return null;
  const status = label('operational-statuses', row.operational);
  return (
    <span className="line-age" title={intl.formatMessage({ id: 'stale.for' }, { status, n: days })}>
      <span className="visually-hidden">{intl.formatMessage({ id: 'stale.for' }, { status, n: days })}</span>
      <span aria-hidden="true">{intl.formatMessage({ id: 'stale.days' }, { n: days })}</span>
    </span>
  );
}
