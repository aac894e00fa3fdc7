/** How a printed paper looks: ink on paper, hairlines, one scale of sizes; mirrored for Arabic. */
import type { Styles as PdfStyle } from '@react-pdf/renderer';
import { INK } from './drawing.ts';

type Style = PdfStyle[string];

const MARGIN = 48;
/** Of the column between the margins of A4, in points. */
export const WIDTH = 595 - 2 * MARGIN;

export type Styles = ReturnType<typeof stylesFor>;

/** @param scale of all letters, and of the air between paragraphs */
export function stylesFor(rtl: boolean, families: string[], scale = 1) {
  const start = rtl ? ('right' as const) : ('left' as const);
  const end = rtl ? ('left' as const) : ('right' as const);
  const row = rtl ? ('row-reverse' as const) : ('row' as const);
  // Arabic letters are smaller at the same size and need more air between lines.
  const type = (size: number, more: Style = {}): Style => ({
    ...{
      fontFamily: families,
      fontSize: (rtl ? size * 1.06 : size) * scale,
      lineHeight: rtl ? 1.6 : 1.4,
      color: INK.text,
    },
    ...(rtl ? { direction: 'rtl' } : {}),
    ...{ textAlign: start },
    ...more,
  });
  const hairline = { borderBottomWidth: 0.5, borderBottomColor: INK.line, borderBottomStyle: 'solid' } as const;
  const cell = { paddingVertical: 2.2, paddingHorizontal: 3 };
  return {
    page: { paddingTop: 74, paddingBottom: 72, paddingHorizontal: MARGIN, ...type(9.5), color: INK.text },
    header: { position: 'absolute', top: 28, left: MARGIN, right: MARGIN },
    headerRow: { flexDirection: row, justifyContent: 'space-between', ...hairline, paddingBottom: 4 },
    headerText: type(8, { color: INK.soft }),
    level: type(8.5, { fontWeight: 600, textAlign: end }),
    simulated: type(7.5, { fontWeight: 600, textAlign: 'center', marginTop: 3 }),
    masthead: { marginBottom: 10, marginTop: 4 },
    title: type(24, { fontWeight: 600, lineHeight: rtl ? 1.5 : 1.2 }),
    subtitle: type(12, { marginTop: 2 }),
    asOf: type(8.5, { color: INK.soft, marginTop: 3 }),
    heading: type(12.5, { fontWeight: 600, marginTop: 12 * scale ** 2, marginBottom: 4 * scale }),
    lead: type(10.5, { marginBottom: 5 }),
    body: type(9.5, { marginBottom: 4 }),
    note: type(8, { color: INK.soft, marginBottom: 2.5 }),
    number: { fontWeight: 600 },
    item: { flexDirection: row, marginBottom: 3 * scale },
    bullet: type(9.5, { width: 12, color: INK.soft }),
    itemText: type(9.5, { flex: 1 }),
    figures: { marginBottom: 8, borderTopWidth: 1, borderTopColor: INK.text, borderTopStyle: 'solid', paddingTop: 4 },
    figuresPair: { flexDirection: row, gap: 18 },
    figuresOne: { flex: 1 },
    figuresTitle: type(8.5, { fontWeight: 600 }),
    figuresRow: { flexDirection: row },
    figure: { flex: 1 },
    figureLabel: type(8, { color: INK.soft, marginTop: 2 }),
    figureNumber: type(22, { fontWeight: 600, lineHeight: 1.25 }),
    figureBeside: type(8, { color: INK.soft }),
    table: { marginTop: 2, marginBottom: 6 },
    tableHead: {
      flexDirection: row,
      borderBottomWidth: 0.8,
      borderBottomColor: INK.text,
      borderBottomStyle: 'solid',
      alignItems: 'flex-end',
    },
    tableGroup: type(8.5, { fontWeight: 600, paddingTop: 5, paddingBottom: 2, ...hairline }),
    tableRow: { flexDirection: row, ...hairline },
    cellFirst: type(9, { flex: 2.2, ...cell, paddingHorizontal: 0 }),
    cellText: type(9, { flex: 2, ...cell, color: INK.soft }),
    cellNumber: type(9, { flex: 1, ...cell, textAlign: end }),
    cellHead: { fontSize: 8, color: INK.soft, lineHeight: 1.25 },
    drawing: { marginTop: 2, marginBottom: 6 },
    caption: type(8.5, { fontWeight: 600, marginBottom: 3 }),
    disclaimer: type(7, { color: INK.soft, marginTop: 1 }),
    incident: { paddingVertical: 4, ...hairline },
    incidentHead: { flexDirection: row, justifyContent: 'space-between' },
    incidentWhere: type(9.5, { fontWeight: 600, flex: 1 }),
    incidentWhen: type(9, { textAlign: end, color: INK.soft, maxWidth: 190 }),
    incidentWhat: type(9.5),
    incidentStanding: type(8, { color: INK.soft }),
    signature: type(9.5, { marginTop: 14 }),
    footer: {
      position: 'absolute',
      top: 778,
      left: MARGIN,
      right: MARGIN,
      flexDirection: row,
      borderTopWidth: 0.5,
      borderTopColor: INK.line,
      borderTopStyle: 'solid',
      paddingTop: 4,
    },
    footerWords: { flex: 1 },
    footerText: type(6.5, { color: INK.soft, lineHeight: 1.35 }),
    footerEnd: { width: 150 },
    footerPage: type(8, { textAlign: end, color: INK.soft, lineHeight: 1.2 }),
  } satisfies Record<string, Style>;
}
