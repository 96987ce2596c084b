/** The referral screen of Plugin Template. Replace it by a screen of your system; none of it ever runs on a page. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const referral = defineAdapter({
  // Stored with every capture through it, so it never changes.
  id: 'plugin-template/referral',
  // Name of the system shown to the officer as the source of a value.
  title: 'Plugin Template',
  // Raised at every change.
  version: '1.0.0',
  owner: 'Name the force or supplier that answers for it',
  engine: '>=0.0.1',
  match: {
    hosts: ['plugin-template.example.org'],
    paths: ['/referrals/*'],
    // Elements of every such page, full or empty. If too few are found, the adapter steps aside.
    anchors: [{ heading: 'Referral form' }, { label: 'Young person' }, { label: 'What happened' }],
  },
  screens: [
    {
      fields: {
        'referral.reference': [{ label: 'Our number' }],
        'referral.receivedOn': [{ label: 'Came in' }],
        'referral.narrative': [{ label: 'What happened' }],
        'subject.name': [{ label: 'Young person' }],
        'subject.bornOn': [{ label: 'Born' }],
        'referrer.name': [{ label: 'Sent by' }],
        'referrer.organisation': [{ label: 'Team' }],
      },
      // Never offered: the signed-in user.
      suppress: [{ label: 'Signed in as' }],
    },
  ],
  // `fixtures/referral-1.html`, with its correct reading in `referral-1.json`.
  fixtures: ['referral-1'],
});
