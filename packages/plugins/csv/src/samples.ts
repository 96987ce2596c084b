/**
 * Files as people send them, for the conformance suite: ours, Excel's in two countries, a form's answers, and bad ones.
 */
import type { ImportSample } from '@cyber-prevent/core/testing';

const windows1252 = Uint8Array.from('Name,School\r\nZo\u00EB Quill,Testford\r\n', (letter) =>
  letter.charCodeAt(0),
);

export const samples: readonly ImportSample[] = [
  {
    name: 'a list with commas',
    content: 'Name,Date of birth,Telephone,Telephone 2\r\nTaz Vael,14/03/2009,,07700 900123\r\n',
    referrals: [
      {
        'subject.name': ['Taz Vael'],
        'subject.bornOn': ['14/03/2009'],
        'subject.phones[]': ['', '07700 900123'],
      },
    ],
  },
  {
    name: 'semicolons, line feeds, lines in a cell and a blank row',
    content:
      '\uFEFFReferral reference;Narrative;Referrer’s name\nA-1;"one; still ""one""\nand two";P. Okafor\n;;\nA-2;x;\n',
    referrals: [
      {
        'referral.reference': ['A-1'],
        'referral.narrative': ['one; still "one"\nand two'],
        'referrer.name': ['P. Okafor'],
      },
      { 'referral.reference': ['A-2'], 'referral.narrative': ['x'] },
    ],
  },
  {
    name: 'tabs, and headings as other people write them',
    content:
      "Full name\tDOB\tParent's email\tFavourite colour\nMarlo Quill\t2010-03-14\tp@example.org\tred\n",
    referrals: [
      {
        'subject.name': ['Marlo Quill'],
        'subject.bornOn': ['2010-03-14'],
        'relatedPersons[].emails[]': ['p@example.org'],
      },
    ],
    issuesAt: ['row 1, column 4'],
  },
  {
    name: 'headings of a file that was written when they still had a hyphen',
    content:
      'Name,E-mail address,E-mail address 2,Referrer’s e-mail address,Related person’s e-mail address\r\nTaz Vael,taz@example.org,t.vael@example.org,p.okafor@example.org,marisol@example.org\r\n',
    referrals: [
      {
        'subject.name': ['Taz Vael'],
        'subject.emails[]': ['taz@example.org', 't.vael@example.org'],
        'referrer.email': ['p.okafor@example.org'],
        'relatedPersons[].emails[]': ['marisol@example.org'],
      },
    ],
  },
  {
    name: 'rows that are too long, too short, or hold no date',
    content:
      'Name,Date of birth,Postcode\nTaz Vael,31/02/2009,ZZ99 3VZ\nInes Okoro,2009-11-02\nMarlo Quill,2010-03-14,ZZ99 1AA,more\n',
    referrals: [
      {
        'subject.name': ['Taz Vael'],
        'subject.bornOn': ['31/02/2009'],
        'subject.postcode': ['ZZ99 3VZ'],
      },
      { 'subject.name': ['Ines Okoro'], 'subject.bornOn': ['2009-11-02'] },
      {
        'subject.name': ['Marlo Quill'],
        'subject.bornOn': ['2010-03-14'],
        'subject.postcode': ['ZZ99 1AA'],
      },
    ],
    issuesAt: ['row 2, column “Date of birth”', 'row 3', 'row 4'],
  },
  {
    name: 'one field in two columns',
    content: 'Name,Full name\nTaz Vael,Tazmin Vael\n,Ines Okoro\n',
    referrals: [
      { 'subject.name': ['Taz Vael', 'Tazmin Vael'] },
      { 'subject.name': ['Ines Okoro'] },
    ],
    issuesAt: ['row 2, column “Full name”'],
  },
  {
    name: 'a quotation mark without a partner',
    content: 'Name,Postcode\nTaz Vael,ZZ99 3VZ\n"Ines Okoro,ZZ99 1AA\n',
    referrals: [
      { 'subject.name': ['Taz Vael'], 'subject.postcode': ['ZZ99 3VZ'] },
      { 'subject.name': ['Ines Okoro'], 'subject.postcode': ['ZZ99 1AA'] },
    ],
    issuesAt: ['row 3'],
  },
  { name: 'headings alone', content: 'Name,Date of birth', referrals: [] },
  { name: 'no heading that says anything', content: 'a,b\n1,2\n', issuesAt: ['row 1'] },
  { name: 'letters of an old encoding', content: windows1252 },
  { name: 'a workbook', content: Uint8Array.of(0x50, 0x4b, 0x03, 0x04) },
  { name: 'more rows than a caseload has', content: `Name\n${'x\n'.repeat(20_001)}` },
];
