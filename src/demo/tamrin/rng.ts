/**
 * Chance that can be repeated: sfc32 (Doty-Humphrey, "Small Fast Counting", PractRand), seeded by a number, a label
 * and an index, so that each part of the country and each record draws from a stream of its own. A change in one
 * part then moves nothing in another.
 */

/** The element at `i`; a missing one is a mistake in the generator, never something to pass on. */
export function at<T>(list: ArrayLike<T>, i: number): T {
  const value = list[i];
  if (value === undefined) throw new RangeError(`Tamrin: no element ${i} in a list of ${list.length}`);
  return value;
}

function fnv1a(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
const hex32 = (x: number) =>
  at(HEX, x >>> 24) + at(HEX, (x >>> 16) & 255) + at(HEX, (x >>> 8) & 255) + at(HEX, x & 255);

export class Rng {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  private constructor(a: number, b: number, c: number) {
    this.a = a;
    this.b = b;
    this.c = c;
    for (let i = 0; i < 12; i++) this.u32();
  }

  /** The stream that belongs to this seed, label and index; asked again, it starts again. */
  static of(seed: number, label: string, index = 0): Rng {
    return new Rng(seed | 0, fnv1a(label) ^ Math.floor(seed / 0x100000000), index | 0);
  }

  /** 32 random bits, unsigned. */
  u32(): number {
    const sum = (this.a + this.b + this.counter++) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** Uniform in [0, 1). */
  float(): number {
    return this.u32() / 0x100000000;
  }

  /** Uniform in [from, to). */
  range(from: number, to: number): number {
    return from + (to - from) * this.float();
  }

  /** A whole number in [from, to], both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.float() * (to - from + 1));
  }

  chance(p: number): boolean {
    return this.float() < p;
  }

  pick<T>(list: readonly T[]): T {
    return at(list, Math.floor(this.float() * list.length));
  }

  /** An index, in proportion to its weight. Weights are ≥ 0 and not all 0. */
  weighted(weights: ArrayLike<number>): number {
    let total = 0;
    for (let i = 0; i < weights.length; i++) total += at(weights, i);
    let x = this.float() * total;
    for (let i = 0; i < weights.length; i++) {
      x -= at(weights, i);
      if (x < 0) return i;
    }
    return weights.length - 1;
  }

  /** Standard normal (Box–Muller, one of the pair). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.float())) * Math.cos(2 * Math.PI * this.float());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.float());
  }

  /** Poisson by Knuth's product: means here stay below 30. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let n = 0;
    for (let p = this.float(); p > limit; p *= this.float()) n++;
    return n;
  }

  /** Shaped like a random UUID, version 4. */
  uuid(): string {
    const [a, b, c, d] = [this.u32(), this.u32(), this.u32(), this.u32()];
    const s = hex32(a) + hex32((b & 0xffff0fff) | 0x4000) + hex32((c & 0x3fffffff) | 0x80000000) + hex32(d);
    return `${s.slice(0, 8)}-${s.slice(8, 12)}-${s.slice(12, 16)}-${s.slice(16, 20)}-${s.slice(20)}`;
  }
}
