/** The contact form of the summary look: radio buttons, whose texts are the system's codes. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const summaryContact = defineAdapter({
  id: 'practice-rms/summary-contact',
  title: 'Practice record system, summary look',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    paths: ['/summary/records/*/contact'],
    anchors: [
      { heading: 'Record a contact' },
      { label: 'Type of contact' },
      { heading: 'Contact recorded' },
      { label: 'Entry number' },
    ],
    threshold: 0.5,
  },
  screens: [],
  fill: [
    {
      when: [{ heading: 'Record a contact' }],
      of: 'intervention',
      fields: { 'intervention.kind': [{ label: 'Type of contact' }] },
      choices: {
        'intervention.kind': {
          'cease-and-desist-visit': 'Cease & desist - visit',
          'cease-and-desist-letter': 'Cease & desist - letter',
          'home-visit': 'Visit to home address',
          'one-to-one': 'One to one (CMA session)',
          workshop: 'Workshop',
          mentoring: 'Mentor session',
          'parent-session': 'Parent / carer session',
        },
      },
    },
  ],
  references: [
    {
      when: [{ heading: 'Contact recorded' }],
      of: 'intervention',
      reference: [{ label: 'Entry number' }],
    },
  ],
  fixtures: [],
});
