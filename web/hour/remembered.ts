/** How far somebody is in the first hour: kept in this browser, for each person and mission; whether it is shown, for all. */
import { useSyncExternalStore } from 'react';
import { fromBrowser, keepInBrowser, subscribe } from '../app/preferences.ts';
import type { StepId } from './steps.ts';

const SHOWN = ['open', 'folded', 'off'] as const;
export type Shown = (typeof SHOWN)[number];

/** A column beside the page where there is room for one; else a line that can be opened. */
const usual = (): Shown => (matchMedia('(width > 1100px)').matches ? 'open' : 'folded');
const shown = (): Shown => SHOWN.find((s) => s === fromBrowser('hour')) ?? usual();

export const useShown = (): Shown => useSyncExternalStore(subscribe, shown);
export const show = (how: Shown) => keepInBrowser('hour', how);

/** @param key mission and person */
export function useDone(key: string): ReadonlySet<string> {
  const kept = useSyncExternalStore(subscribe, () => fromBrowser(`hour.${key}`) ?? '');
  return new Set(kept.split(' ').filter(Boolean));
}

export function keepDone(key: string, steps: readonly StepId[]) {
  const before = (fromBrowser(`hour.${key}`) ?? '').split(' ').filter(Boolean);
  const all = new Set([...before, ...steps]);
  if (all.size > before.length) keepInBrowser(`hour.${key}`, [...all].join(' '));
}

export const beginAnew = (key: string) => keepInBrowser(`hour.${key}`, '');
