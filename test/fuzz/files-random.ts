/** Seeded chance: the same seed always gives the same inputs. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** Mulberry32, a small generator of 32 bits (Tommy Ettinger, public domain). */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const int = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return { int, pick: (from) => from[int(from.length)] ?? from[0] };
}

/** One small injury, or up to eight: bits, holes, repetitions, cuts, and tokens that parsers trip over. */
export function injure(bytes: Buffer, tokens: readonly [string, ...string[]], random: Chance): Buffer {
  let hurt = bytes;
  for (let times = 1 + random.int(random.pick([1, 8])); times > 0; times--) hurt = injureOnce(hurt, tokens, random);
  return hurt;
}

function injureOnce(bytes: Buffer, tokens: readonly [string, ...string[]], random: Chance): Buffer {
  const at = random.int(bytes.length + 1);
  const to = Math.min(bytes.length, at + random.int(random.pick([4, 40, 400])));
  const [before, part, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (random.int(7)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << random.int(8));
      return flipped;
    }
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, part, part, after]);
    case 3:
      return Buffer.concat([before, Buffer.from([random.int(256)]), bytes.subarray(at)]);
    case 4:
      return random.int(4) === 0 ? before : bytes;
    default:
      return Buffer.concat([before, Buffer.from(random.pick(tokens)), bytes.subarray(at)]);
  }
}
