import { useIntl } from 'react-intl';
import { NumberField } from '../../../ui/field.tsx';
import { useForm } from '../form-context.ts';

/** About a metre: finer than any source. */
const DEGREE_DIGITS = 5;

type Point = [number, number] | null;

interface PointFieldsProps {
  /** Where the point stands in the record: `core.where.point`. */
  path: string;
  /** Longitude, latitude. */
  point: Point;
  onChange: (point: Point) => void;
}

/** A missing half is `NaN` in the form, `null` once it was kept in the browser; the contract takes neither. */
const given = (degrees: number | undefined) => (Number.isFinite(degrees) ? (degrees as number) : null);

/** Half a position is kept as it was typed, and refused when it is saved: zero degrees is a place. */
const halves = (east: number | null, north: number | null): Point =>
  east === null && north === null ? null : [east ?? Number.NaN, north ?? Number.NaN];

/** A position in degrees, latitude first as it is read out. */
export function PointFields({ path, point, onChange }: PointFieldsProps) {
  const intl = useIntl();
  const { problem } = useForm();
  const east = given(point?.[0]);
  const north = given(point?.[1]);
  return (
    <div className="pair">
      <NumberField
        label={intl.formatMessage({ id: 'form.latitude' })}
        about="latitude"
        value={north}
        onChange={(latitude) => onChange(halves(east, latitude))}
        min={-90}
        max={90}
        digits={DEGREE_DIGITS}
        error={problem(`${path}.1`)}
      />
      <NumberField
        label={intl.formatMessage({ id: 'form.longitude' })}
        about="longitude"
        value={east}
        onChange={(longitude) => onChange(halves(longitude, north))}
        min={-180}
        max={180}
        digits={DEGREE_DIGITS}
        error={problem(`${path}.0`)}
      />
    </div>
  );
}
