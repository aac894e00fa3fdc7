/** Parts of the components that are fetched once the page stands. */
import { lazy } from 'react';

const sheets = () => import('./sheets.tsx');

export const MenuSheet = lazy(async () => ({ default: (await sheets()).MenuSheet }));
export const PanelSheet = lazy(async () => ({ default: (await sheets()).PanelSheet }));

export const AboutText = lazy(() => import('./about-text.tsx'));

/** Fetches them before they are asked for, so that a line that drops later takes no menu away. */
export const fetchSheets = () =>
  sheets().then(
    () => undefined,
    () => undefined,
  );
