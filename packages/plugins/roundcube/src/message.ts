/** A message on a separate page. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const message = defineAdapter({
  id: 'roundcube/message',
  title: 'Roundcube: message',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    query: { _task: 'mail', _action: 'show' },
    anchors: [
      { selector: '.task-mail.action-show' },
      { selector: '#message-header' },
      { selector: '#message-header .header-summary' },
      { selector: '#messagebody' },
    ],
  },
  screens: [
    {
      // The sender and the sending date are left to the generic reading, which prefers a form in the body.
      fields: {},
      suppress: [
        { label: 'To' },
        { label: 'Copy' },
        { label: 'Cc' },
        { label: 'Bcc' },
        { label: 'Reply-To' },
        { label: 'Followup-To' },
      ],
    },
  ],
  link: { query: ['_task', '_action', '_mbox', '_uid'] },
  fixtures: ['message-1'],
});
