/** The whole history of a ticket on a page of its own: known by name and number, and read as any thread is. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const history = defineAdapter({
  id: 'request-tracker/history',
  title: 'Request Tracker: history',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    paths: ['/Ticket/History.html', '/**/Ticket/History.html'],
    anchors: [
      { selector: '#comp-Ticket-History' },
      { selector: '.history.ticket' },
      { selector: '.history-container > .transaction' },
    ],
  },
  // Whether the oldest message comes first is each user's choice and cannot be seen, so that no message is the referral for sure.
  screens: [{ fields: {} }],
  link: { query: ['id'] },
  fixtures: ['history-1'],
});
