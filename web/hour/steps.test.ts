import { describe, expect, it } from 'vitest';
import { type Act, doneBy, type Place, STORY_TAG, stepsFor } from './steps.ts';

const id = crypto.randomUUID();
const place = (path: string, search: Place['search'] = {}, asOf: string | null = null): Place => ({
  path,
  search,
  asOf,
});
const act = (method: Act['method'], path: string, sources = 0, sourcesBefore = 0): Act => ({
  method,
  path,
  sources,
  sourcesBefore,
});
const everything = () => true;

describe('the first hour', () => {
  it('asks what was known at three that night, and at no other hour', () => {
    expect(doneBy({ place: place('/room', {}, '2031-05-20T03:00') })).toEqual(['past']);
    expect(doneBy({ place: place('/room', {}, '2031-05-20T08:00') })).toEqual([]);
  });

  it('offers nothing that would only be refused, and no page that is not built', () => {
    expect(stepsFor(everything, everything)).toHaveLength(9);
    expect(stepsFor(everything, () => false)).not.toContain('paper');
    expect(stepsFor((verb) => verb !== 'incident.export', everything)).not.toContain('export');
    expect(stepsFor(() => false, everything)).toEqual(['night', 'open', 'past', 'compare', 'filter']);
  });

  it.each<[string, Place, string[]]>([
    ['another tag', place('/room', { tag: 'Orlumi valley' }), []],
    ['the tag', place('/room', { tag: STORY_TAG }), ['night']],
    ['a record of the night', place(`/room/${id}`, { tag: STORY_TAG }), ['night', 'open']],
    ['a record of another night', place(`/room/${id}`), []],
    ['two versions', place(`/room/${id}`, { compare: 1 }), ['compare']],
    ['what is open', place('/room', { operational: ['unconfirmed'] }), ['filter']],
    ['a paper that nobody has kept yet', place('/briefs/preview', { kind: 'weekly' }), ['paper']],
    ['what is settled', place('/room', { operational: ['confirmed'] }), []],
  ])('knows %s by the address', (_, at, steps) => {
    expect(doneBy({ place: at })).toEqual(steps);
  });

  it.each<[string, Act, string[]]>([
    ['a confirmation', act('POST', `/missions/tamrin/incidents/${id}/confirm`), ['confirm']],
    ['a verification', act('POST', `/missions/tamrin/incidents/${id}/verify`), []],
    ['one more source', act('PUT', `/missions/tamrin/incidents/${id}`, 2, 1), ['source']],
    ['a new title alone', act('PUT', `/missions/tamrin/incidents/${id}`, 1, 1), []],
    ['an export', act('GET', '/missions/tamrin/incidents/export?format=csv'), ['export']],
  ])('knows %s by what the server took', (_, done, steps) => {
    expect(doneBy({ act: done })).toEqual(steps);
  });
});
