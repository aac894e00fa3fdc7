/** The first line of a generated document: the formatter leaves it as the generator wrote it. */
export const GENERATED =
  '<!-- biome-ignore-all format: generated; padded columns would make every small change a large one -->';
