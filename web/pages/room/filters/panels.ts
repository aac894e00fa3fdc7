/** What the chips open, in one bundle that is fetched when the first of them is opened. */
export { ChooseAny } from '../../../ui/choice.tsx';
export { AreaPanel } from './area-panel.tsx';
export { DatasetPanel } from './dataset-panel.tsx';
export { DaysPanel } from './days-panel.tsx';
export { KilledPanel } from './killed-panel.tsx';
export { TextPanel } from './text-panel.tsx';
