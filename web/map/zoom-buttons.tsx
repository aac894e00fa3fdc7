import { useIntl } from 'react-intl';
import { Button } from '../ui/button.tsx';

const PATHS = { zoomIn: 'M8 3v10M3 8h10', zoomOut: 'M3 8h10', home: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3' };
const ACTS = ['zoomIn', 'zoomOut', 'home'] as const;

export function ZoomButtons({ acts }: { acts: Record<(typeof ACTS)[number], () => void> }) {
  const intl = useIntl();
  return (
    <div className="map-zoom">
      {ACTS.map((act) => (
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
