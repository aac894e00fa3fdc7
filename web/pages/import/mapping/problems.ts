/** What a mapping still lacks before a file can be brought in. The server checks the same (`Mapping`). Pure. */
import { type FieldPath, type Mapping, REPEATABLE } from '../../../../src/incidents/import/contract.ts';

export type Problem = { kind: 'no_date' } | { kind: 'twice'; field: FieldPath; headers: [string, string] };

export function problemsOf({ columns, constants }: Pick<Mapping, 'columns' | 'constants'>): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<FieldPath, string>();
  for (const [header, field] of Object.entries(columns)) {
    const before = taken.get(field);
    if (before !== undefined && !REPEATABLE.has(field))
      problems.push({ kind: 'twice', field, headers: [before, header] });
    taken.set(field, header);
  }
  if (!taken.has('date') && constants.date === undefined) problems.push({ kind: 'no_date' });
  return problems;
}
