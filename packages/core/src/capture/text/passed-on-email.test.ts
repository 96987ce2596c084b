/** Emails inside emails: a referral that was passed on, and an older conversation that it quotes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AMRIT,
  EMAIL,
  factsIn,
  OLDER,
  PRIYA,
  pasted,
  TEAM,
  TOLD,
} from '../../testing/email-under-test.js';
import { readingOfText } from './text-selection.js';

describe('a message that was passed on', () => {
  const outer = (subject: string) =>
    `From: ${AMRIT}\nSent: 25 November 2026 10:02\nTo: ${TEAM}\nSubject: ${subject}\n\nPlease see below.\n\nKind regards\nAmrit Bains\nNeighbourhood Officer\n01632 960555`;

  it.each([
    ['by its subject', `${outer('FW: Referral')}\n\n${EMAIL}`],
    ['by a mark', `${outer('Referral')}\n\n---------- Forwarded message ---------\n${EMAIL}`],
    [
      'with marks of quotation',
      `${outer('Fwd: Referral')}\n\nBegin forwarded message:\n\n${EMAIL.replace(/^/gm, '> ')}`,
    ],
    ['under a line', `${outer('FW: Referral')}\n\n________________________________\n${EMAIL}`],
    ['without a word about it', `${outer('Referral')}\n\n${EMAIL}`],
    [
      'twice',
      `From: Ann Vael <ann.vael@yarnshire.police.example>\nSent: 25 November 2026 11:00\nTo: ${TEAM}\nSubject: FW: FW: Referral\n\nFor you.\n\n${outer('FW: Referral')}\n\n${EMAIL}`,
    ],
  ])('is its first sender’s, and of the day on which the team received it: %s', (_, text) => {
    expect(factsIn(text)).toMatchObject({
      'referrer.name': ['Priya Shah'],
      'referrer.email': ['p.shah@moorfieldschool.example'],
      'referrer.phone': ['+441632960123'],
      'referral.receivedOn': ['2026-11-25'],
      'subject.name': ['Tobias Wren'],
    });
  });

  it('leaves the sender to the officer', () => {
    const { rows } = pasted(`${outer('FW: Referral')}\n\n${EMAIL}`);
    expect(
      rows
        .filter(({ path }) => path?.startsWith('referrer.'))
        .every(({ decision }) => decision.kind === 'leave'),
    ).toBe(true);
  });

  it('is the forwarder’s where its first sender is a system', () => {
    const report = EMAIL.replace(
      PRIYA,
      'Crime Recording <crime-recording@yarnshire.police.example>',
    );
    expect(factsIn(`${outer('FW: Report')}\n\n${report}`)['referrer.name']).toEqual([
      'Amrit Bains',
    ]);
  });
});

describe('a conversation that is quoted', () => {
  const answer = `From: ${PRIYA}\nSent: 24 November 2026 08:52\nTo: ${TEAM}\nSubject: RE: Thursday\n\n${TOLD}\n\nPriya`;

  it.each([
    ['with words over it', `On Mon, 23 Nov 2026 at 08:52, ${AMRIT} wrote:\n\n${OLDER}`],
    [
      'with words over it on two lines',
      `On Mon, 23 Nov 2026 at 08:52, Amrit Bains\n<a.bains@yarnshire.police.example> wrote:\n> ${OLDER}`,
    ],
    ['with marks alone', `> ${OLDER}`],
    [
      'with a header',
      `From: ${AMRIT}\nSent: 23 November 2026 08:52\nTo: Priya Shah\nSubject: Thursday\n\n${OLDER}\n\nName: Kit Marlow\nDate of birth: 02/02/2012`,
    ],
    [
      'with a mark and a header',
      `-----Original Message-----\nFrom: ${AMRIT}\nSent: 23 November 2026 08:52\nTo: Priya Shah\nSubject: Thursday\n\n${OLDER}`,
    ],
    [
      'of the team’s own',
      `From: Cyber Choices <${TEAM}>\nSent: 23 November 2026 08:52\nTo: Priya Shah\nSubject: Thursday\n\n${OLDER}`,
    ],
  ])('gives nothing about another child: %s', (_, older) => {
    const facts = factsIn(`${answer}\n\n${older}`);
    expect(facts).toMatchObject({
      'referrer.name': ['Priya Shah'],
      'referral.receivedOn': ['2026-11-24'],
      'subject.name': ['Tobias Wren'],
      'subject.bornOn': ['2013-03-14'],
    });
    expect(JSON.stringify(facts)).not.toMatch(/Kit|2012|kit_m|900222/);
  });
});

describe('any text of messages', () => {
  const PIECES = [
    `From: ${PRIYA}`,
    'Sent: 24 November 2026 08:52',
    'Subject: FW: Referral',
    'Subject: RE: Thursday',
    '-----Original Message-----',
    '---------- Forwarded message ---------',
    '________________________________',
    `On Mon, 23 Nov 2026 at 08:52, ${AMRIT} wrote:`,
    'Kind regards',
    'Priya Shah',
    'Head of Year 9',
    'Tel: 01632 960123',
    'Name: Tobias Wren',
    'Young person',
    'Dear team,',
    'Our pupil Tobias Wren told us.',
    '',
  ];
  const text = fc
    .array(fc.tuple(fc.constantFrom('', '> ', '>> '), fc.constantFrom(...PIECES)), {
      maxLength: 14,
    })
    .map((lines) => lines.map(([mark, line]) => mark + line).join('\n'));

  it('loses no word, and is a draft', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { values, headings } = readingOfText(whole, { title: '' });
        const kept = [...headings, ...values.flatMap(({ label, value }) => [label, value])].join(
          ' ',
        );
        for (const word of whole.match(/[\p{L}\d]{2,}/gu) ?? []) expect(kept).toContain(word);
        pasted(whole);
      }),
      { numRuns: 300 },
    );
  });
});
