/**
 * The form in which an administrator changes a user: the same person as in the summary, with telephone and
 * organisation.
 */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const userAdmin = defineAdapter({
  id: 'request-tracker/user-admin',
  title: 'Request Tracker: user, edited',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    paths: ['/Admin/Users/Modify.html', '/**/Admin/Users/Modify.html'],
    anchors: [
      { selector: '#comp-Admin-Users-Modify' },
      { selector: 'form[name="UserModify"]' },
      { selector: 'form[name="UserModify"] input[name="EmailAddress"]' },
      { selector: '.user-info-identity' },
    ],
  },
  screens: [
    {
      fields: {
        'referrer.name': [{ selector: 'form[name="UserModify"] input[name="RealName"]' }],
        'referrer.email': [{ selector: 'form[name="UserModify"] input[name="EmailAddress"]' }],
        'referrer.organisation': [
          { selector: 'form[name="UserModify"] input[name="Organization"]' },
        ],
        'referrer.phone': [
          { selector: 'form[name="UserModify"] input[name="WorkPhone"]' },
          { selector: 'form[name="UserModify"] input[name="MobilePhone"]' },
        ],
      },
      suppress: [{ label: 'Username' }, { label: 'Nickname' }, { label: 'Unix login' }],
    },
  ],
  link: { query: ['id'] },
  fixtures: ['admin-1'],
});
