/** Invented records for tests. */
import { randomUUID } from 'node:crypto';
import { type Incident, IncidentInput, type Written } from '../../src/incidents/contract.ts';

interface Choices {
  id?: string;
  type?: string;
  killed?: number;
  place?: string;
  point?: [number, number];
  day?: string;
  perpetrator?: string;
  person?: string;
  account?: { narrative?: string };
  levels?: { core: string; account: string; protected: string };
  compartments?: string[];
}

/** A whole, valid record; say only what the test is about. */
export function incidentInput(c: Choices = {}): IncidentInput {
  return IncidentInput.parse({
    id: c.id ?? randomUUID(),
    core: {
      kind: 'incident',
      type: c.type ?? 'attack_on_civilians',
      title: null,
      when: { from: c.day ?? '2031-02-27', to: c.day ?? '2031-02-27', precision: 'day' },
      where: {
        point: c.point ?? [21.2, 6.5],
        precision: 'exact',
        name: c.place ?? 'Kaga',
        adm1: 'North',
        adm2: 'Kaga district',
      },
      parties: c.perpetrator ? [{ name: 'Somebody', type: c.perpetrator, role: 'alleged_perpetrator' }] : [],
      figures:
        c.killed === undefined
          ? []
          : [{ harm: 'killed', group: 'civilians', total: { low: null, best: c.killed, high: null } }],
    },
    account: c.account ? { narrative: c.account.narrative ?? null } : null,
    protected: c.person ? { people: [{ name: c.person, role: 'witness', note: null }] } : null,
    ...(c.levels ? { levels: c.levels } : {}),
    compartments: c.compartments ?? [],
  });
}

/** What was written, by somebody who sees it. */
export function asWritten(written: Written): Incident {
  if ('receipt' in written) throw new Error('There is only a receipt: whoever wrote it does not see it.');
  return written;
}
