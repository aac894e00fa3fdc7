/** The parts of a Word file are read as events; these say what an event is about. */

export type Attributes = Readonly<Record<string, string>>;

/** An attribute by its name without prefix: nearly every writer's prefix is `w`, and none is prescribed. */
export function attribute(attributes: Attributes, name: string): string | null {
  const usual = attributes[`w:${name}`];
  if (usual !== undefined) return usual;
  for (const [key, value] of Object.entries(attributes)) if (key.slice(key.indexOf(':') + 1) === name) return value;
  return null;
}

/** `w:val` as a whole number. */
export function wholeVal(attributes: Attributes): number | null {
  const text = attribute(attributes, 'val');
  return text !== null && /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A switch such as `w:vanish` is on unless it says off. */
export const isOn = (attributes: Attributes): boolean => !/^(?:0|false|off)$/i.test(attribute(attributes, 'val') ?? '');
