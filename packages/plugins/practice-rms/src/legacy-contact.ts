/** The contact log of the frameset look: an adapter that reads nothing, but knows a form and the page after it. */
import { defineAdapter } from '@cyber-prevent/core/plugin';
import { KIND_CODES } from './contact-codes.js';

export const legacyContact = defineAdapter({
  id: 'practice-rms/legacy-contact',
  title: 'Practice record system, frameset look',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  // The form and the page after it have the address and no label in common: either half of these is enough.
  match: {
    paths: ['/legacy/records/*/contact'],
    anchors: [
      { label: 'Occ. Type *' },
      { label: 'Occ. Date *' },
      { label: 'Entry number' },
      { label: 'Minutes' },
    ],
    threshold: 0.5,
  },
  screens: [],
  fill: [
    {
      when: [{ label: 'Occ. Type *' }],
      of: 'intervention',
      // These labels mean nothing to the generic reading: this is the purpose of an adapter.
      fields: {
        'intervention.kind': [{ label: 'Occ. Type *' }],
        'intervention.heldOn': [{ label: 'Occ. Date *' }],
        'intervention.mode': [{ label: 'Method' }],
        'intervention.minutes': [{ label: 'Mins *' }],
        'intervention.place': [{ label: 'Locn' }],
        'intervention.present': [{ label: 'Also Pres.' }],
        'intervention.outcome': [{ label: 'Result' }],
        'intervention.note': [{ label: 'Log' }],
        'intervention.followUpDueOn': [{ label: 'Next Action' }],
      },
      // Its boxes do not show their date order.
      dates: 'DD/MM/YYYY',
      // The system's codes for ours; a code of ours without one is left to the officer.
      choices: { 'intervention.kind': KIND_CODES },
    },
  ],
  references: [
    {
      when: [{ label: 'Entry number' }],
      of: 'intervention',
      reference: [{ label: 'Entry number' }],
    },
  ],
  fixtures: [],
});
