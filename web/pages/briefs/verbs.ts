/** Verbs of the room that the pages ask about before they offer an act; the server decides in any case. */
export const BRIEF_VERBS = {
  read: 'brief.read',
  compose: 'brief.compose',
  edit: 'brief.edit',
  send: 'brief.send',
  template: 'brief.template',
} as const;
