/** Injured files, from a seed. */

/** Mulberry32: small, and the same everywhere. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** One damage of a kind that disks, cables and hands do. */
export function damage(whole: Buffer, random: (below: number) => number): { what: string; bytes: Buffer } {
  const at = random(whole.length);
  const length = 1 + random(5_000);
  const [head, piece, tail] = [whole.subarray(0, at), whole.subarray(at, at + length), whole.subarray(at + length)];
  switch (random(6)) {
    case 0:
    case 1: {
      const bytes = Buffer.from(whole);
      bytes[at] = (whole[at] ?? 0) ^ (1 << random(8));
      return { what: `a bit flipped in byte ${at}`, bytes };
    }
    case 2:
      return { what: `cut at ${at}`, bytes: head };
    case 3:
      return { what: `${piece.length} bytes missing at ${at}`, bytes: Buffer.concat([head, tail]) };
    case 4:
      return { what: `${piece.length} bytes twice at ${at}`, bytes: Buffer.concat([head, piece, piece, tail]) };
    default: {
      // The last byte goes first, so that the order of a single byte differs too.
      const turned = Buffer.from(whole.subarray(at)).reverse();
      const same = turned.equals(whole.subarray(at));
      return same
        ? { what: 'a byte more', bytes: Buffer.concat([whole, Buffer.of(0)]) }
        : { what: `turned round from ${at}`, bytes: Buffer.concat([head, turned]) };
    }
  }
}
