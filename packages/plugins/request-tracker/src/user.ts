/** The summary of a user: the person who wrote in, and so the referrer. Never the subject. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const user = defineAdapter({
  id: 'request-tracker/user',
  title: 'Request Tracker: user',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    paths: ['/User/Summary.html', '/**/User/Summary.html'],
    anchors: [
      { selector: '#comp-User-Summary' },
      { selector: '.user-summary-extra' },
      { selector: '.user.active-tickets' },
    ],
  },
  screens: [
    {
      // The administrator chooses which of them are shown.
      fields: {
        'referrer.name': [{ selector: '.user-summary-extra .RealName .current-value' }],
        'referrer.email': [{ selector: '.user-summary-extra .EmailAddress .current-value' }],
        'referrer.organisation': [{ selector: '.user-summary-extra .Organization .current-value' }],
        'referrer.phone': [
          { selector: '.user-summary-extra .WorkPhone .current-value' },
          { selector: '.user-summary-extra .MobilePhone .current-value' },
        ],
      },
      suppress: [{ label: 'Name', owner: 'User Information' }],
    },
  ],
  link: { query: ['id'] },
  fixtures: ['user-1'],
});
