import { useIntl } from 'react-intl';
import { NumberField } from '../../../ui/field.tsx';

/** About a metre: finer than any source. */
const DEGREE_DIGITS = 5;

interface PointFieldsProps {
  /** Longitude, latitude. */
  point: [number, number] | null;
  onChange: (point: [number, number] | null) => void;
}

/** A position in degrees, latitude first as it is read out. */
export function PointFields({ point, onChange }: PointFieldsProps) {
  const intl = useIntl();
  const [lon = null, lat = null] = point ?? [];
  const set = (east: number | null, north: number | null) =>
    onChange(east === null && north === null ? null : [east ?? 0, north ?? 0]);
  return (
    <div className="pair">
      <NumberField
        label={intl.formatMessage({ id: 'form.latitude' })}
        about="latitude"
        value={lat}
        onChange={(north) => set(lon, north)}
        min={-90}
        max={90}
        digits={DEGREE_DIGITS}
      />
      <NumberField
        label={intl.formatMessage({ id: 'form.longitude' })}
        about="longitude"
        value={lon}
        onChange={(east) => set(east, lat)}
        min={-180}
        max={180}
        digits={DEGREE_DIGITS}
      />
    </div>
  );
}
