/**
 * Logistic regression with a quadratic penalty on sparse rows, by L-BFGS with backtracking (Nocedal & Wright, Numerical
 * Optimization, 2006, algorithms 7.4 and 3.1). No kept library for Node fits sparse rows.
 */

export interface Row {
  /** Columns, and what stands in them. */
  at: Int32Array;
  value: Float64Array;
  /** How many examples it counts for. */
  weighs: number;
}

export interface Measure {
  ofTrue: number;
  penalty: number;
}

const REMEMBERED = 8;
const ROUNDS = 120;

/**
 * @param rows one for each example
 * @param truth 1 or 0 for each; -1 where the example teaches nothing
 * @param columns how many there are
 * @param ofTrue what an example whose truth is 1 counts; the others count one
 * @param penalty on half the squared length of the weights, against the sum of the examples' losses
 * @returns a weight for each column
 */
export function logistic(
  rows: readonly Row[],
  truth: Int8Array,
  columns: number,
  { ofTrue, penalty }: Measure,
): Float64Array {
  let weights = new Float64Array(columns);
  let gradient = new Float64Array(columns);
  let loss = lossOf(rows, truth, weights, { ofTrue, penalty }, gradient);
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const direction = directionOf(gradient, steps);
    const slope = dot(direction, gradient);
    if (!(slope < 0)) break;
    let length = steps.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    const next = new Float64Array(columns);
    const nextGradient = new Float64Array(columns);
    let nextLoss = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 30; tries++, length /= 2) {
      for (let i = 0; i < columns; i++) next[i] = (weights[i] as number) + length * (direction[i] as number);
      nextLoss = lossOf(rows, truth, next, { ofTrue, penalty }, nextGradient);
      if (nextLoss <= loss + 1e-4 * length * slope) break;
    }
    if (!(nextLoss < loss)) break;
    const s = next.map((value, i) => value - (weights[i] as number));
    const y = nextGradient.map((value, i) => value - (gradient[i] as number));
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > REMEMBERED) steps.shift();
    const isDone = loss - nextLoss < 1e-6 * Math.max(1, loss);
    [weights, gradient, loss] = [next, nextGradient, nextLoss];
    if (isDone) break;
  }
  return weights;
}

/** @returns how sure the weights make each row, between 0 and 1 */
export const probabilityOf = ({ at, value }: Pick<Row, 'at' | 'value'>, weights: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < at.length; k++) sum += (weights[at[k] as number] as number) * (value[k] as number);
  return 1 / (1 + Math.exp(-sum));
};

/** Writes the gradient into `into`. */
function lossOf(
  rows: readonly Row[],
  truth: Int8Array,
  weights: Float64Array,
  { ofTrue, penalty }: Measure,
  into: Float64Array,
): number {
  for (let i = 0; i < into.length; i++) into[i] = penalty * (weights[i] as number);
  let loss = (penalty / 2) * dot(weights, weights);
  rows.forEach((row, i) => {
    const is = truth[i] as number;
    if (is < 0) return;
    const probability = probabilityOf(row, weights);
    const counts = row.weighs * (is === 1 ? ofTrue : 1);
    loss -= counts * Math.log(Math.max(1e-300, is === 1 ? probability : 1 - probability));
    const error = counts * (probability - is);
    for (let k = 0; k < row.at.length; k++) {
      const column = row.at[k] as number;
      into[column] = (into[column] as number) + error * (row.value[k] as number);
    }
  });
  return loss;
}

function directionOf(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const alphas = steps.map(() => 0);
  for (let k = steps.length - 1; k >= 0; k--) {
    const { s, y, rho } = steps[k] as (typeof steps)[number];
    const alpha = rho * dot(s, direction);
    alphas[k] = alpha;
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) - alpha * (y[i] as number);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * scale;
  }
  for (const [k, { s, y, rho }] of steps.entries()) {
    const beta = rho * dot(y, direction);
    for (let i = 0; i < direction.length; i++)
      direction[i] = (direction[i] as number) + ((alphas[k] as number) - beta) * (s[i] as number);
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
