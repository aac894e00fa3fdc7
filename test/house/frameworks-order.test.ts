import { expect, it } from 'vitest';
import { ACTOR_TYPES, EVENT_TYPES } from '../../src/vocabulary/codes.ts';
import { FRAMEWORKS } from '../../src/vocabulary/frameworks.ts';
import { firstThenRest } from '../../web/words/first-then-rest.ts';

it.each(FRAMEWORKS)('$code brings its own to the front and loses nothing', ({ first }) => {
  const types = firstThenRest(first.eventTypes, EVENT_TYPES);
  expect(types.slice(0, first.eventTypes.length)).toEqual(first.eventTypes);
  expect(types.toSorted()).toEqual(EVENT_TYPES.toSorted());
  expect(firstThenRest(first.actorTypes, ACTOR_TYPES)[0]).toBe(first.actorTypes[0]);
});

it('differs from framework to framework', () => {
  const orders = FRAMEWORKS.map(({ first }) => firstThenRest(first.eventTypes, EVENT_TYPES).join());
  expect(new Set(orders).size).toBe(FRAMEWORKS.length);
});

it('leaves out what the house does not know, and keeps its order where nothing is first', () => {
  expect(firstThenRest(['b', 'gone'], ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
  expect(firstThenRest([], ['a', 'b'])).toEqual(['a', 'b']);
});
