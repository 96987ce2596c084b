/** The contact form of the lists look. Most of its labels are read without a locator. */
import { defineAdapter } from '@cyber-prevent/core/plugin';
import { KIND_CODES } from './contact-codes.js';

export const listsContact = defineAdapter({
  id: 'practice-rms/lists-contact',
  title: 'Practice record system, lists look',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    paths: ['/lists/records/*/contact'],
    anchors: [
      { label: 'Others present' },
      { label: 'Type of contact' },
      { heading: 'Contact added' },
      { label: 'Entry number' },
    ],
    threshold: 0.5,
  },
  screens: [],
  fill: [
    {
      when: [{ label: 'Others present' }],
      of: 'intervention',
      fields: { 'intervention.kind': [{ label: 'Type of contact' }] },
      choices: { 'intervention.kind': KIND_CODES },
    },
  ],
  references: [
    {
      when: [{ heading: 'Contact added' }],
      of: 'intervention',
      reference: [{ label: 'Entry number' }],
    },
  ],
  fixtures: [],
});
