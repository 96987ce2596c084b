/**
 * Custom fields by their label. A queue has the fields that its administrator gave it: these are the labels that a
 * Cyber Choices queue may have. A force with other labels ships its own file, see the package's README.
 */
import type { FillForm, Screen } from '@cyber-prevent/core/plugin';

export const customFields = {
  'subject.name': [
    { label: 'Nominal full name' },
    { label: 'Subject full name' },
    { label: 'Subject name' },
  ],
  'subject.aliases[]': [{ label: 'Also known as' }, { label: 'Alias' }],
  'subject.bornOn': [{ label: 'Date of birth' }],
  'subject.address': [{ label: 'Home address' }],
  'subject.phones[]': [{ label: 'Contact number' }],
  'subject.onlineIdentifiers[].asSeen': [
    { label: 'Online identifiers' },
    { label: 'Online handles' },
    { label: 'Discord / online handles' },
  ],
  'subject.school': [{ label: 'School or college' }, { label: 'School or employer' }],
  'referral.reference': [{ label: 'NCCU reference' }, { label: 'Referral reference' }],
  'referral.otherReferences[]': [{ label: 'Force reference' }],
  // *Created* is the date of the ticket, which may be days after the referral came.
  'referral.receivedOn': [{ label: 'Date of referral' }, { label: 'Date received' }],
  'referral.suspectedOffences[]': [{ label: 'Offence considered' }, { label: 'Suspected offence' }],
  'referrer.phone': [{ label: 'Referrer telephone' }],
} as const satisfies Screen['fields'];

/** Fields that a queue may have for an intervention. Others are read by their label. */
export const interventionFields = {
  'intervention.kind': [{ label: 'Intervention kind' }, { label: 'Intervention type' }],
  'intervention.heldOn': [{ label: 'Intervention date' }, { label: 'Date of contact' }],
  'intervention.minutes': [{ label: 'Contact minutes' }, { label: 'Contact time in minutes' }],
  'intervention.note': [{ label: 'Intervention note' }],
} as const satisfies FillForm['fields'];
