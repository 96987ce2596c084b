/**
 * Adapters for the sample page: one that knows it, and others that look for values that are not on it, as most do on
 * most pages.
 */
import type { Adapter } from '@cyber-prevent/core';

/** Sample adapters, of which the first fits. */
export const SAMPLE_ADAPTERS: readonly [Adapter, ...Adapter[]] = [
  adapter(
    'record',
    [{ heading: 'Record of a referral' }, { label: 'Referral reference' }, { selector: 'h1' }],
    {
      'subject.name': [{ label: 'Full name', owner: 'Subject', read: 'name' }],
      'subject.bornOn': [{ label: 'Date of birth', owner: 'Subject', read: 'ukDate' }],
      'referral.reference': [{ selector: '#reference' }, { label: 'Referral reference' }],
      'referrer.phone': [{ label: 'Mobile number', owner: 'Referring officer' }],
    },
  ),
  adapter('words', [{ label: 'Form number' }, { heading: 'Nowhere' }], {}),
  adapter('title', [{ title: 'Another record' }, { label: 'Full name' }], {}),
  adapter('element', [{ selector: '#nowhere' }, { selector: '.lbl > a[href="/none"]' }], {}),
];

function adapter(
  name: string,
  anchors: Adapter['match']['anchors'],
  fields: Adapter['screens'][number]['fields'],
): Adapter {
  return {
    id: `sample/${name}`,
    title: 'Sample',
    version: '1.0.0',
    owner: 'Cyber Prevent Toolkit',
    engine: '>=0.0.1',
    match: { paths: ['/record'], anchors },
    screens: [
      { fields, suppress: [{ label: 'Priority' }], sensitivity: { 'referrer.phone': 'source' } },
    ],
    fixtures: [],
  };
}
