import type { Block } from '../../../../src/briefs/contract.ts';
import { Opens, Parts } from './number.tsx';

/** Incidents of note: where and when, what happened, whose record it is. Its place opens the record. */
export function PaperIncidents({ incidents }: { incidents: Extract<Block, { type: 'incidents' }> }) {
  return (
    <ul className="paper-incidents">
      {incidents.items.map(({ id, when, where, what, standing, filter }) => (
        <li key={id}>
          <p className="paper-incident-head">
            <Opens filter={filter}>{where}</Opens>
            <span className="soft">{when}</span>
          </p>
          <p>
            <Parts parts={what} />
          </p>
          <p className="soft small">{standing}</p>
        </li>
      ))}
    </ul>
  );
}
