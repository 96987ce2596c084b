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
  // A contact made here is the referrer's: a child's name does not belong in an address book.
  fill: [
    {
      of: 'referral',
      fields: {
        'referrer.name': [{ selector: '#contact-frame >>> #ff_name' }],
        'referrer.organisation': [{ selector: '#contact-frame >>> #ff_organization' }],
        'referrer.role': [{ selector: '#contact-frame >>> #ff_jobtitle' }],
        'referrer.email': [{ selector: '#contact-frame >>> .ff_email' }],
        'referrer.phone': [{ selector: '#contact-frame >>> .ff_phone' }],
      },
      suppress: [
        { label: 'Title' },
        { label: 'First Name' },
        { label: 'Middle Name' },
        { label: 'Last Name' },
        { label: 'Nickname' },
        { label: 'Department' },
        { label: 'Street' },
        { label: 'City' },
        { label: 'Post Code' },
        { label: 'Gender' },
        { label: 'Birthday' },
        { label: 'Notes' },
      ],
    },
  ],
  fixtures: ['edit-1'],
});
