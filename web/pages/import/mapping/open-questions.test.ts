import { describe, expect, it } from 'vitest';
import { Mapping, type Question } from '../../../../src/incidents/import/contract.ts';
import type { Plan } from '../plan.ts';
import { answered, handedOver, keyOf, openQuestions, withColumn } from './open-questions.ts';

const plan = (columns: Mapping['columns'], more: Partial<Mapping> = {}): Plan => ({
  ...{ schema: 'generic', sheet: null, own: true, dataset: '', rememberAs: '', levels: null },
  ...{ compartments: [], complete: false, answered: [], labels: {} },
  mapping: { ...Mapping.parse({ columns: { Date: 'date', ...columns } }), ...more },
});
const QUESTIONS: Question[] = [
  { kind: 'date_order', example: '03/04/2021', dmy: '2021-04-03', mdy: '2021-03-04' },
  { kind: 'unsure', header: 'F', field: 'killed.all.women' },
  { kind: 'either', field: 'place', headers: ['Village', 'Localité'] },
  { kind: 'counts', header: 'Victims' },
];
const kinds = (one: Plan) => openQuestions(QUESTIONS, one).map(({ kind }) => kind);

describe('open questions', () => {
  const asked = plan({ F: 'killed.all.women', Village: 'place' });

  it('are asked until they are answered, in their order', () => {
    expect(kinds(asked)).toEqual(['date_order', 'unsure', 'either', 'counts']);
    const [first, second] = QUESTIONS as [Question, Question];
    const one = answered(asked, first, { dateOrder: 'dmy' });
    expect(one.mapping.dateOrder).toBe('dmy');
    expect(kinds(answered(one, second))).toEqual(['either', 'counts']);
  });

  it('are not asked when the table has settled them', () => {
    expect(kinds(plan({ Victims: 'killed.all.best', Localité: 'place' }, { dateOrder: 'dmy' }))).toEqual([]);
  });

  it('have names of their own', () => expect(new Set(QUESTIONS.map(keyOf)).size).toBe(QUESTIONS.length));
});

describe('a column', () => {
  it('fills one field, or none', () => {
    expect(withColumn({ A: 'place' }, 'A', 'adm1')).toEqual({ A: 'adm1' });
    expect(withColumn({ A: 'place' }, 'A', null)).toEqual({});
    expect(handedOver({ A: 'place', B: 'adm1' }, 'A', 'B', 'place')).toEqual({ B: 'place' });
  });
});
