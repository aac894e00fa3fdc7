/** Verbs of the room that the pages ask about before they offer an act; the server decides in any case. */
export const MANDATE_VERBS = { read: 'mandate.read', add: 'mandate.add', review: 'mandate.review' } as const;
