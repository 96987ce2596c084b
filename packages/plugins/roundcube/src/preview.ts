/** A message in the preview next to the list of messages: the same header and body, in a frame. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const preview = defineAdapter({
  id: 'roundcube/preview',
  title: 'Roundcube: message in the preview',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    query: { _task: 'mail' },
    anchors: [
      { selector: '#messagecontframe' },
      { selector: '#messagecontframe >>> #message-header' },
      { selector: '#messagecontframe >>> #message-header .header-summary' },
      { selector: '#messagecontframe >>> #messagebody' },
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
  link: { query: ['_task', '_mbox'] },
  fixtures: ['preview-1'],
});
