/** The template that a mission has until it makes its own. */
import { Template } from '../contract.ts';

export const DEFAULT_TEMPLATE: Template = Template.parse({
  sections: {
    flash: ['situation', 'map', 'victims', 'trend', 'unknown', 'comment'],
    daily: ['situation', 'map', 'notable', 'later', 'unknown', 'outlook', 'comment', 'method'],
    weekly: [
      ...['situation', 'map', 'changes', 'notable', 'areas', 'actors', 'victims'],
      ...['trend', 'later', 'unknown', 'outlook', 'comment', 'method'],
    ],
  },
});
