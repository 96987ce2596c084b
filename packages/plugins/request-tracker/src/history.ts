/** The whole history of a ticket on a separate page: known by name and number, and read like any thread. */
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
  // The order of the messages is each user's choice and cannot be seen, so that no message is certainly the referral.
  screens: [{ fields: {} }],
  link: { query: ['id'] },
  fixtures: ['history-1'],
});
