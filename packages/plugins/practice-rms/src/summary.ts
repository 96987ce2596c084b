/** The summary look: summary lists in cards, the shape that many government services have. */
import { defineAdapter } from '@cyber-prevent/core/plugin';

export const summary = defineAdapter({
  id: 'practice-rms/summary',
  title: 'Practice record system, summary look',
  version: '1.0.0',
  owner: 'Cyber Prevent Toolkit',
  engine: '>=0.0.1',
  match: {
    paths: ['/summary/records/*'],
    anchors: [
      { heading: 'Check the referral' },
      { label: 'Online usernames', owner: 'Subject' },
      { label: 'Details of concern', owner: 'Referral' },
      { label: 'Job title or role', owner: 'Referrer' },
    ],
  },
  screens: [
    {
      fields: {
        'subject.name': [{ label: 'Full name', owner: 'Subject' }],
        'subject.aliases[]': [{ label: 'Also known as', owner: 'Subject' }],
        'subject.bornOn': [{ label: 'Date of birth', owner: 'Subject' }],
        'subject.sexRecorded': [{ label: 'Sex', owner: 'Subject' }],
        // The postcode is the last line of the address here; the core finds it there by itself.
        'subject.address': [{ label: 'Address', owner: 'Subject' }],
        'subject.school': [{ label: 'School, college or employer', owner: 'Subject' }],
        'subject.phones[]': [{ label: 'Telephone number', owner: 'Subject' }],
        'subject.emails[]': [{ label: 'Email address', owner: 'Subject' }],
        'subject.onlineIdentifiers[].asSeen': [{ label: 'Online usernames', owner: 'Subject' }],
        'subject.communicationNeeds': [{ label: 'Communication needs', owner: 'Subject' }],
        'referral.reference': [{ label: 'Reference number', owner: 'Referral' }],
        'referral.otherReferences[]': [{ label: 'Other references', owner: 'Referral' }],
        'referral.receivedOn': [{ label: 'Date received', owner: 'Referral' }],
        'referral.suspectedOffences[]': [{ label: 'Suspected offences', owner: 'Referral' }],
        'referral.lawMentioned[]': [{ label: 'Law mentioned', owner: 'Referral' }],
        'referral.incidentDates[]': [{ label: 'Dates of incidents', owner: 'Referral' }],
        'referral.statedRisk': [{ label: 'Risk stated by the referrer', owner: 'Referral' }],
        'referral.narrative': [{ label: 'Details of concern', owner: 'Referral' }],
        'referrer.name': [{ label: 'Full name', owner: 'Referrer' }],
        'referrer.organisation': [{ label: 'Organisation', owner: 'Referrer' }],
        'referrer.role': [{ label: 'Job title or role', owner: 'Referrer' }],
        'referrer.phone': [{ label: 'Telephone number', owner: 'Referrer' }],
        'referrer.email': [{ label: 'Email address', owner: 'Referrer' }],
        'relatedPersons[].name': [{ label: 'Full name', owner: 'Parent or carer' }],
        'relatedPersons[].relationship': [
          { label: 'Relationship to subject', owner: 'Parent or carer' },
        ],
        'relatedPersons[].phones[]': [{ label: 'Telephone number', owner: 'Parent or carer' }],
        'relatedPersons[].emails[]': [{ label: 'Email address', owner: 'Parent or carer' }],
      },
    },
  ],
  dates: 'day-first',
  fixtures: ['summary-3', 'summary-4', 'summary-5', 'summary-6'],
});
