/** A ticket as displayed: its custom fields. Requestors are the referrer, which the generic reading knows. */
import { defineAdapter } from '@cyber-prevent/core/plugin';
import { customFields } from './custom-fields.js';

export const ticket = defineAdapter({
  id: 'request-tracker/ticket',
  title: 'Request Tracker: ticket',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    // The last of them is for a system below a folder, such as /rt.
    paths: ['/Ticket/Display.html', '/**/Ticket/Display.html'],
    // Elements, not words: the words are in the language of the signed-in user.
    anchors: [
      { selector: '#comp-Ticket-Display' },
      { selector: '.ticket-info-basics' },
      { selector: '.ticket-info-people .requestors' },
      { selector: '.ticket-info-dates' },
      { selector: '.ticket-info-links' },
    ],
  },
  screens: [
    {
      fields: customFields,
      // Officers of the system, and boxes for next steps.
      suppress: [
        { label: 'Owner' },
        { label: 'Cc' },
        { label: 'AdminCc' },
        { label: 'Create new', owner: 'Links' },
        { label: 'Ticket in', owner: 'Links' },
      ],
    },
  ],
  // The page after a reply, a comment or a change: the entry is kept under the ticket's number.
  references: [
    {
      when: [{ selector: '.action-results' }],
      of: 'intervention',
      reference: [{ selector: '.ticket-info-basics .id .value' }],
    },
    {
      when: [{ selector: '.action-results' }],
      of: 'referral',
      reference: [{ selector: '.ticket-info-basics .id .value' }],
    },
  ],
  link: { query: ['id'] },
  fixtures: ['ticket-1', 'ticket-2'],
});
