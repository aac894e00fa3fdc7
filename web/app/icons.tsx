/** The nouns, drawn in one hand: 20 units, one line of 1.5, no fills but a dot. */
import type { ReactNode } from 'react';

const DRAWINGS = {
  room: (
    <>
      <circle cx="10" cy="10" r="7" />
      <circle cx="10" cy="10" r="3.2" />
      <path d="M10 1.5V5M10 15v3.5M1.5 10H5M15 10h3.5" />
    </>
  ),
  mandates: (
    <>
      <circle cx="10" cy="7.2" r="4.7" />
      <path d="m7.2 11-1.7 6.500L10 15.3l4.500 2.200L12.800 11M8 7.200l1.400 1.400L12 6" />
    </>
  ),
  briefs: <path d="M4.5 2.5h8l3 3v12h-11zM12.5 2.5v3h3M7.2 9h5.6M7.2 11.8h5.6M7.2 14.6h3.5" />,
  import: <path d="M10 2.5v9.5M6.2 8.4 10 12.2l3.8-3.8M2.8 12.5v4.7h14.4v-4.7" />,
  places: <path d="m2.5 5 5-2.2 5 2.2 5-2.2v12.2l-5 2.2-5-2.2-5 2.2zM7.5 2.8V15M12.5 5v12.2" />,
  jobs: (
    <>
      <path d="M10 3a7 7 0 1 1-6.6 4.7" />
      <path d="M10 6.2V10l2.8 1.9" />
    </>
  ),
  ledger: (
    <path d="M10 2.5v4M5.5 11V8.5a2 2 0 0 1 2-2h5a2 2 0 0 1 2 2V11M3 11h5v4.5H3zM12 11h5v4.5h-5zM8 4.5V2.5h4v2" />
  ),
  people: (
    <>
      <circle cx="7.2" cy="6.6" r="3" />
      <path d="M1.8 16.8c.3-3.4 2.4-5.3 5.4-5.3s5.1 1.9 5.4 5.300M12.6 3.900a3 3 0 0 1 0 5.500M15 12.200c1.9.8 3 2.4 3.2 4.6" />
    </>
  ),
  settings: (
    <>
      <path d="M3 5.5h6M13 5.5h4M3 14.5h3M10 14.5h7" />
      <circle cx="11" cy="5.5" r="2" />
      <circle cx="8" cy="14.5" r="2" />
    </>
  ),
  bell: <path d="M5 14.2V9a5 5 0 0 1 10 0v5.200l1.500 1.300h-13zM8.300 17.300a1.900 1.900 0 0 0 3.400 0" />,
  search: (
    <>
      <circle cx="8.7" cy="8.7" r="5.2" />
      <path d="m12.6 12.6 4.6 4.6" />
    </>
  ),
  account: (
    <>
      <circle cx="10" cy="7" r="3.4" />
      <path d="M3.5 17.200c.5-3.7 3-5.5 6.5-5.500s6 1.8 6.5 5.5" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {DRAWINGS[name]}
    </svg>
  );
}
