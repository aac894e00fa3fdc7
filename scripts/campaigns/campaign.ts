/** A long trial of one of TRUST's goals; the short one of the same code is among the tests. */
export interface Campaign {
  /** What is tried, in a few words. */
  title: string;
  /** How many of what the goal asks for. */
  size: number;
  unit: string;
  run(options: { size: number; seed: number; say: (progress: string) => void }): Promise<Outcome>;
}

export interface Outcome {
  /** Whether the goal holds for all that was tried. */
  met: boolean;
  /** What was measured, name and value. */
  measured: readonly (readonly [what: string, value: string])[];
  /** The first failures, each naming its seed; empty when there are none. */
  failures: readonly string[];
}
