/** A contact in the frame next to the address book. The officer decides whose it is: it is read as the subject's. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const contact = defineAdapter({
  id: 'roundcube/contact',
  title: 'Roundcube: contact',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    query: { _task: 'addressbook' },
    anchors: [
      { selector: '#contact-frame' },
      { selector: '#contact-frame >>> .task-addressbook.action-show' },
      { selector: '#contact-frame >>> #contacthead.readonly' },
      { selector: '#contact-frame >>> #contacttabs' },
    ],
    // The edited contact has the same frame and task.
    threshold: 0.75,
  },
  screens: [
    {
      // The head of a contact has no labels.
      fields: {
        'subject.name': [
          { selector: '#contact-frame >>> #contacthead .displayname > .namefield' },
          { selector: '#contact-frame >>> #contacthead .names' },
        ],
        'subject.aliases[]': [
          { selector: '#contact-frame >>> #contacthead .nickname > .namefield' },
        ],
        'subject.school': [
          { selector: '#contact-frame >>> #contacthead .organization > .namefield' },
        ],
        'subject.bornOn': [{ label: 'Birthday', owner: 'Personal' }],
      },
    },
  ],
  fixtures: ['contact-1'],
});
