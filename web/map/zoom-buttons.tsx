import type { Map as MapLibre } from 'maplibre-gl';
import { useIntl } from 'react-intl';
import { Button } from '../ui/button.tsx';
import { type Bounds, FIT_PADDING } from './frame.ts';

const PATHS = { zoomIn: 'M8 3v10M3 8h10', zoomOut: 'M3 8h10', home: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3' };

export function ZoomButtons({ map, home }: { map: MapLibre; home: Bounds }) {
  const intl = useIntl();
  const acts: Record<keyof typeof PATHS, () => void> = {
    zoomIn: () => map.zoomIn(),
    zoomOut: () => map.zoomOut(),
    home: () => map.fitBounds(home, { padding: FIT_PADDING }),
  };
  return (
    <div className="map-zoom">
      {(['zoomIn', 'zoomOut', 'home'] as const).map((act) => (
        <Button key={act} look="bare" aria-label={intl.formatMessage({ id: `map.${act}` })} onPress={acts[act]}>
          <svg
            width="16"
            height="16"
            viewBox="0 0 16 16"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <path d={PATHS[act]} />
          </svg>
        </Button>
      ))}
    </div>
  );
}
