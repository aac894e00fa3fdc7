/** Smooth value noise and its octaves: what makes a coast look like a coast. */
import { at, Rng } from '../rng.ts';

export type Noise = (x: number, y: number) => number;

const SIZE = 256;
const fade = (t: number) => t * t * (3 - 2 * t);

/** Noise in [-1, 1] with one bump a unit. */
function valueNoise(rng: Rng): Noise {
  const lattice = Float64Array.from({ length: SIZE * SIZE }, () => rng.range(-1, 1));
  const value = (i: number, j: number) => at(lattice, ((i & 255) << 8) | (j & 255));
  return (x, y) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [fade(x - i), fade(y - j)];
    const top = value(i, j) * (1 - u) + value(i + 1, j) * u;
    const bottom = value(i, j + 1) * (1 - u) + value(i + 1, j + 1) * u;
    return top * (1 - v) + bottom * v;
  };
}

/** `octaves` layers of noise, each half as wide and half as strong; about [-1, 1]. `wavelength` in kilometres. */
export function fractalNoise(seed: number, label: string, wavelength: number, octaves: number): Noise {
  const layer = valueNoise(Rng.of(seed, label));
  return (x, y) => {
    let [sum, amplitude, total] = [0, 1, 0];
    let frequency = 1 / wavelength;
    for (let o = 0; o < octaves; o++) {
      sum += amplitude * layer(x * frequency + 37.3 * o, y * frequency - 91.7 * o);
      total += amplitude;
      amplitude /= 2;
      frequency *= 2;
    }
    return sum / total;
  };
}
