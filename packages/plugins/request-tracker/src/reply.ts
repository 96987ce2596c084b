/**
 * The form that answers or comments on a ticket. The whole intervention goes into the message, its minutes into the
 * time worked. The officer chooses between a comment and a reply to the requestors: that is never typed.
 */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const reply = defineAdapter({
  id: 'request-tracker/reply',
  title: 'Request Tracker: reply or comment',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    paths: ['/Ticket/Update.html', '/**/Ticket/Update.html'],
    anchors: [
      { selector: 'body[id="comp-Ticket-Update"]' },
      { selector: 'form[name="TicketUpdate"]' },
      { selector: 'textarea[name="UpdateContent"]' },
      { selector: 'select[name="UpdateType"]' },
    ],
  },
  screens: [],
  fill: [
    {
      of: 'intervention',
      fields: {
        // The editor if there is one; the plain box if the officer has switched it off.
        'intervention.asText': [
          { selector: 'iframe[title$="UpdateContent"] >>> body' },
          { selector: 'textarea[name="UpdateContent"]' },
        ],
        'intervention.minutes': [{ selector: 'input[name="UpdateTimeWorked"]' }],
      },
      suppress: [
        { label: 'Update Type' },
        { label: 'Owner' },
        { label: 'Status' },
        { label: 'Subject' },
        { label: 'One-time Cc' },
        { label: 'One-time Bcc' },
      ],
    },
  ],
  link: { query: ['id'] },
  fixtures: [],
});
