/** The lists look: a definition list for each person, a table of the referral, a table of online identifiers. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const lists = defineAdapter({
  id: 'practice-rms/lists',
  title: 'Practice record system, lists look',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    paths: ['/lists/records/*'],
    anchors: [
      { heading: 'Referral record' },
      { label: 'Place of education or work', owner: 'Person' },
      { label: 'What is reported', owner: 'Referral' },
      { heading: 'Parent or guardian' },
    ],
  },
  screens: [
    {
      fields: {
        'subject.givenNames': [{ label: 'Given names', owner: 'Person' }],
        'subject.familyName': [{ label: 'Family name', owner: 'Person' }],
        'subject.aliases[]': [{ label: 'Also known as', owner: 'Person' }],
        'subject.bornOn': [{ label: 'Date of birth', owner: 'Person' }],
        'subject.sexRecorded': [{ label: 'Sex recorded', owner: 'Person' }],
        'subject.address': [{ label: 'Home address', owner: 'Person' }],
        'subject.postcode': [{ label: 'Postcode', owner: 'Person' }],
        'subject.school': [{ label: 'Place of education or work', owner: 'Person' }],
        'subject.phones[]': [{ label: 'Phone', owner: 'Person' }],
        'subject.emails[]': [{ label: 'Email', owner: 'Person' }],
        'subject.communicationNeeds': [{ label: 'Communication needs', owner: 'Person' }],
        'referral.reference': [{ label: 'Reference', owner: 'Referral' }],
        'referral.otherReferences[]': [{ label: 'Other references', owner: 'Referral' }],
        'referral.receivedOn': [{ label: 'Date of referral', owner: 'Referral' }],
        'referral.suspectedOffences[]': [{ label: 'Suspected offences', owner: 'Referral' }],
        'referral.lawMentioned[]': [{ label: 'Law mentioned', owner: 'Referral' }],
        'referral.incidentDates[]': [{ label: 'Incident dates', owner: 'Referral' }],
        'referral.statedRisk': [{ label: 'Risk as stated', owner: 'Referral' }],
        'referral.narrative': [{ label: 'What is reported', owner: 'Referral' }],
        'referrer.name': [{ label: 'Name', owner: 'Referrer' }],
        'referrer.organisation': [{ label: 'Organisation', owner: 'Referrer' }],
        'referrer.role': [{ label: 'Role', owner: 'Referrer' }],
        'referrer.phone': [{ label: 'Phone', owner: 'Referrer' }],
        'referrer.email': [{ label: 'Email', owner: 'Referrer' }],
        'relatedPersons[].name': [{ label: 'Name', owner: 'Parent or guardian' }],
        'relatedPersons[].relationship': [{ label: 'Relationship', owner: 'Parent or guardian' }],
        'relatedPersons[].phones[]': [{ label: 'Phone', owner: 'Parent or guardian' }],
        'relatedPersons[].emails[]': [{ label: 'Email', owner: 'Parent or guardian' }],
      },
      /*
       * A table with one item per row. `table` is its heading; `columns` maps columns to fields, and `platform` names
       * the column with the platform of the handle, so that each handle keeps the platform of its row.
       */
      rows: [
        {
          table: 'Online identifiers',
          columns: { 'subject.onlineIdentifiers[].asSeen': 'Username' },
          platform: 'Platform',
        },
      ],
    },
  ],
  dates: 'day-first',
  fixtures: ['lists-3', 'lists-4', 'lists-5', 'lists-6'],
});
