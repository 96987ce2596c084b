/** A message being written: an intervention as text. The officer decides whether to send it, and to whom. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const compose = defineAdapter({
  id: 'roundcube/compose',
  title: 'Roundcube: a message being written',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    query: { _task: 'mail', _action: 'compose' },
    anchors: [
      { selector: '.task-mail.action-compose' },
      { selector: '#compose-subject' },
      { selector: '#composebody' },
      { selector: '#compose_to' },
    ],
    threshold: 0.75,
  },
  screens: [],
  fill: [
    {
      of: 'intervention',
      fields: {
        'intervention.asText': [
          { selector: 'textarea[id="composebody"]' },
          { selector: 'iframe[id="composebody_ifr"] >>> body' },
        ],
      },
      suppress: [{ label: 'Subject' }, { label: 'Priority' }, { label: 'Save sent message in' }],
    },
  ],
  fixtures: [],
});
