/** A contact in the form that changes it. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const contactEdit = defineAdapter({
  id: 'roundcube/contact-edit',
  title: 'Roundcube: contact, edited',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    query: { _task: 'addressbook' },
    anchors: [
      { selector: '#contact-frame' },
      { selector: '#contact-frame >>> .task-addressbook.action-edit' },
      { selector: '#contact-frame >>> #contacthead.propform' },
      { selector: '#contact-frame >>> #ff_name' },
    ],
    threshold: 0.75,
  },
  screens: [
    {
      fields: {
        'subject.name': [{ selector: '#contact-frame >>> #ff_name' }],
        'subject.familyName': [{ selector: '#contact-frame >>> #ff_surname' }],
        'subject.aliases[]': [{ selector: '#contact-frame >>> #ff_nickname' }],
        'subject.school': [{ selector: '#contact-frame >>> #ff_organization' }],
        'subject.emails[]': [{ selector: '#contact-frame >>> .ff_email' }],
        'subject.phones[]': [{ selector: '#contact-frame >>> .ff_phone' }],
        'subject.bornOn': [{ selector: '#contact-frame >>> .ff_birthday' }],
      },
    },
  ],
  fixtures: ['edit-1'],
});
