/** The contents of the mailbox and the address book. Everyone is fictional. */

/** The account that the suite signs in with. */
export const OFFICER = {
  name: 'r.thackeray',
  password: 'orchard-lamp-practice',
} as const;

export interface SeedMessage {
  /** The message as it would arrive; lines end with a line feed. */
  readonly source: string;
  readonly subject: string;
  /** The case as shown on the page, by field path. */
  readonly shown: Readonly<Record<string, readonly string[]>>;
}

/** A form that a school filled in with its word processor and pasted. */
const FORM_ROWS: readonly (readonly [label: string, value: string])[] = [
  ['Your reference', 'TVS/26/044'],
  ['Full name of individual', 'Caspian Thistlewood'],
  ['Date of birth', '03.10.2009'],
  ['Home address incl. postcode', 'Kestrel View<br>9 Fable Hill<br>Marrowby<br>ZZ99 5LD'],
  ['Contact telephone', '07700&nbsp;900&nbsp;471'],
  ['Email', '<a href="mailto:c.thistlewood@example.org">c.thistlewood@example.org</a>'],
  ['Social media / gamer tags', 'Discord: cas_thistle<br>YouTube: @caspiancodes'],
  ['Referrer name &amp; role', 'Perpetua Lodge, Designated Safeguarding Lead'],
  ['Organisation', 'Tidewell Vale School (invented)'],
  [
    'What has happened?',
    '<p>On Friday 23 January 2026 Caspian showed his class a program that floods a game server.</p><p>He took it down when he was asked to.</p>',
  ],
];

const FORM_TABLE = FORM_ROWS.map(
  ([label, value]) => `<tr><td><b>${label}</b></td><td>${value}</td></tr>`,
).join('\n');

const FORM_MESSAGE: SeedMessage = {
  subject: 'Cyber Choices referral - TVS/26/044',
  source: `Return-Path: <p.lodge@example.org>
From: "Perpetua Lodge" <p.lodge@example.org>
To: Cyber Choices <cyber-choices@example.org>
Cc: office@example.org
Subject: Cyber Choices referral - TVS/26/044
Date: Tue, 27 Jan 2026 11:02:10 +0000
Message-ID: <referral-44@example.org>
MIME-Version: 1.0
Content-Type: text/html; charset=UTF-8
Content-Transfer-Encoding: 8bit

<html><body>
<p>Dear team,</p><p>Please see the referral below.</p>
<table border="1" cellspacing="0" cellpadding="4">
<tr><td colspan="2" bgcolor="#d9e2f3"><b>CYBER CHOICES REFERRAL FORM</b></td></tr>
${FORM_TABLE}
</table>
<p>Kind regards<br>Perpetua</p>
</body></html>
`,
  shown: {
    'referral.reference': ['TVS/26/044'],
    'referral.receivedOn': ['27/01/2026'],
    'referral.narrative': [
      'On Friday 23 January 2026 Caspian showed his class a program that floods a game server.\nHe took it down when he was asked to.',
    ],
    'subject.name': ['Caspian Thistlewood'],
    'subject.bornOn': ['2009-10-03'],
    'subject.address': ['Kestrel View\n9 Fable Hill\nMarrowby\nZZ99 5LD'],
    'subject.postcode': ['ZZ99 5LD'],
    'subject.phones[]': ['07700 900471'],
    'subject.emails[]': ['c.thistlewood@example.org'],
    'subject.onlineIdentifiers[].asSeen': ['cas_thistle', '@caspiancodes'],
    'referrer.name': ['Perpetua Lodge'],
    'referrer.role': ['Designated Safeguarding Lead'],
    'referrer.organisation': ['Tidewell Vale School (invented)'],
  },
};

/** A printout of a crime system that a colleague forwarded. */
const FORWARD_MESSAGE: SeedMessage = {
  subject: 'FW: crime report 26MRW/004412',
  source: `Return-Path: <p.amory@example.org>
From: "DC Piers Amory" <p.amory@example.org>
To: Cyber Choices <cyber-choices@example.org>
Subject: FW: crime report 26MRW/004412
Date: Thu, 29 Jan 2026 16:40:00 +0000
Message-ID: <crime-report-4412@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8; format=flowed
Content-Transfer-Encoding: 8bit

Please see the report pasted from our crime system:

-----Original Message-----
From: Crime Recording <crime-recording@example.org>
Sent: 28 January 2026 09:12
Subject: 26MRW/004412

CRIME REFERENCE......: 26MRW/004412
SUSPECT SURNAME......: DREAMLEY
SUSPECT FORENAMES....: BLAKE ASHTON
DOB..................: 09/02/2008
ADDRESS..............: 5 MIRAGE GARDENS, MARROWBY, ZZ99 8ZD
TEL (MOBILE).........: 07700900863
EMAIL................: BLAKE.DREAMLEY@EXAMPLE.ORG

DC Piers Amory
01632 960233
`,
  shown: {
    'subject.familyName': ['DREAMLEY'],
    'subject.givenNames': ['BLAKE ASHTON'],
    'subject.bornOn': ['2008-02-09'],
    'subject.phones[]': ['07700 900863'],
    'subject.postcode': ['ZZ99 8ZD'],
  },
};

/** In the order of arrival. */
export const MESSAGES = { form: FORM_MESSAGE, forward: FORWARD_MESSAGE } as const;

export const CONTACT = {
  vcard: [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Thistlewood;Caspian;;;',
    'FN:Caspian Thistlewood',
    'NICKNAME:Cas',
    'BDAY:2009-10-03',
    'TEL;TYPE=CELL:07700 900471',
    'EMAIL;TYPE=HOME:c.thistlewood@example.org',
    'ADR;TYPE=HOME:;;9 Fable Hill;Marrowby;;ZZ99 5LD;United Kingdom',
    'ORG:Tidewell Vale School (invented)',
    'END:VCARD',
    '',
  ].join('\r\n'),
  name: 'Caspian Thistlewood',
  shown: {
    'subject.name': ['Caspian Thistlewood'],
    'subject.aliases[]': ['Cas'],
    'subject.bornOn': ['2009-10-03'],
    'subject.phones[]': ['07700 900471'],
    'subject.emails[]': ['c.thistlewood@example.org'],
    'subject.postcode': ['ZZ99 5LD'],
    'subject.school': ['Tidewell Vale School (invented)'],
  },
} as const;
