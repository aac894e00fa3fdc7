import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { missionRoute } from '../../app/mission-route.tsx';

interface ImportSearch {
  /** The run that is shown instead of the drop zone: it goes on when the page is left. */
  run?: string | undefined;
  /** The uploaded file that is being prepared, and how far: the page can be left and come back to. */
  upload?: string | undefined;
  step?: string | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

export const importRoute = createRoute({
  getParentRoute: () => missionRoute,
  path: 'import',
  validateSearch: ({ run, upload, step }): ImportSearch => {
    const [theRun, theUpload, theStep] = [text(run), text(upload), text(step)];
    return {
      ...(theRun ? { run: theRun } : {}),
      ...(theUpload ? { upload: theUpload } : {}),
      ...(theStep ? { step: theStep } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
});
