/** What a mission offers first, in its own order, then every other code in the house's. */
export const firstThenRest = <T extends string>(first: readonly string[], all: readonly T[]): T[] => [
  ...first.flatMap((code) => all.filter((known) => known === code)),
  ...all.filter((code) => !first.includes(code)),
];
