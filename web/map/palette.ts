/** The map's canvas cannot read custom properties; it gets their present values from here. */

const NAMES = {
  sea: '--map-sea',
  land: '--map-land',
  home: '--map-home',
  border: '--map-border',
  line: '--map-line',
  water: '--map-water',
  road: '--map-road',
  label: '--map-label',
  ink: '--ink',
  sheet: '--sheet',
} as const;

export type Palette = Record<keyof typeof NAMES, string> & {
  /** The sequential scale, least first. */
  steps: readonly [string, string, string, string, string];
  /** Ink that can be read on each step. */
  onSteps: readonly [string, string, string, string, string];
};

export function readPalette(isDark: boolean): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const plain = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, read(name)]));
  const [ink, paper] = isDark ? [read('--paper'), read('--ink')] : [read('--ink'), read('--sheet')];
  return {
    ...(plain as Record<keyof typeof NAMES, string>),
    steps: [read('--seq-0'), read('--seq-1'), read('--seq-2'), read('--seq-3'), read('--seq-4')],
    onSteps: isDark ? [paper, paper, paper, ink, ink] : [ink, ink, ink, paper, paper],
  };
}
