import { expect, it } from 'vitest';
import { withoutMarks } from './label-marks.js';

it.each([
  ['3.2 Date of birth', 'Date of birth'],
  ['0010,0030 (PatientBirthDate)', 'PatientBirthDate'],
  ['(0010,0030) Patient’s Birth Date', 'Patient’s Birth Date'],
  ['Q4. Sex', 'Sex'],
  ['B7) Home address', 'Home address'],
  ['A – School', 'School'],
  ['1 (a) Surname', 'Surname'],
  ['PID-7 Date of birth', 'Date of birth'],
  ['Section A - Name of referrer', 'Name of referrer'],
  ['§8 Reference', 'Reference'],
  ['• Telephone', 'Telephone'],
])('takes the mark from “%s”', (label, bare) => {
  expect(withoutMarks(label)).toBe(bare);
});

it.each([
  'D.O.B.',
  'D. O. B.',
  'Address line 2',
  'Parent 1 name',
  '2',
  'Q',
  'X (Twitter)',
  'E-mail',
])('leaves what is no mark: %s', (label) => {
  expect(withoutMarks(label)).toBe(label);
});
