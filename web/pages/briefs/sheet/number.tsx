import { Link } from '@tanstack/react-router';
import type { Part, Quantity, RecordFilter } from '../../../../src/briefs/contract.ts';
import type { RoomSearch } from '../../../app/search.ts';
import { useMission } from '../../../app/session.ts';

/** What is absent in a filter is absent in the address. The whole mission, whatever the map shows. */
const roomAt = (filter: RecordFilter): RoomSearch =>
  ({ ...Object.fromEntries(Object.entries(filter).filter(([, v]) => v !== undefined)), frame: 'off' }) as RoomSearch;

interface OpensProps {
  filter: RecordFilter;
  className?: string;
  children: string;
}

/** Leads to the records that are meant, as they were known at the paper's line. */
export function Opens({ filter, className = 'paper-number', children }: OpensProps) {
  const { slug } = useMission();
  return (
    <Link to="/m/$mission/room" params={{ mission: slug }} search={roomAt(filter)} className={className}>
      {children}
    </Link>
  );
}

/** A number that opens the records it counts. An average of nothing opens nothing. */
export function PaperNumber({ number, className }: { number: Quantity; className?: string }) {
  return (
    <Opens filter={number.filter} {...(className ? { className } : {})}>
      {number.text}
    </Opens>
  );
}

export function Parts({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never move
    typeof part === 'string' ? part : <PaperNumber key={i} number={part} />,
  );
}
