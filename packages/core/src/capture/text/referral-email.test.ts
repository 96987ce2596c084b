/** Prose referrals by email, as they are pasted: who wrote, about whom, and when the team received it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMAIL,
  factsIn,
  HEADER,
  OLDER,
  PRIYA,
  pasted,
  SIGNED,
  TOLD,
} from '../../testing/email-under-test.js';
import { takeTogether } from '../draft/take-together.js';
import type { FieldPath } from '../field/field-path.js';
import { peopleListed } from '../name/choose-person.js';

describe('a prose referral', () => {
  it('is drafted whole, with what stands in its text left', () => {
    const { rows } = pasted(EMAIL);
    expect(
      rows.flatMap(({ path, value, decision, freeText }) =>
        path === undefined || path === 'referral.narrative'
          ? []
          : [[path, value, decision.kind, freeText ? 'in text' : 'header']],
      ),
    ).toEqual([
      ['referrer.name', 'Priya Shah', 'take', 'header'],
      ['referrer.email', 'p.shah@moorfieldschool.example', 'take', 'header'],
      ['referral.receivedOn', '2026-11-24', 'take', 'header'],
      ['subject.name', 'Tobias Wren', 'leave', 'in text'],
      ['subject.bornOn', '2013-03-14', 'leave', 'in text'],
      ['subject.address', '4 Fen Row, Northmoor, ZZ99 3VZ', 'leave', 'in text'],
      ['subject.postcode', 'ZZ99 3VZ', 'leave', 'in text'],
      ['referrer.role', 'Designated Safeguarding Lead', 'leave', 'in text'],
      ['referrer.organisation', 'Moorfield School', 'leave', 'in text'],
      ['subject.school', 'Moorfield School', 'leave', 'in text'],
      ['referrer.phone', '+441632960123', 'leave', 'in text'],
    ]);
  });

  it('keeps the account to its own words: neither signature nor quoted message is in it', () => {
    const { rows } = pasted(`${EMAIL}\n\nOn 23 Nov 2026 at 08:52, Amrit Bains wrote:\n> ${OLDER}`);
    const told = rows.filter(({ path }) => path === 'referral.narrative');
    expect(told.map(({ value }) => value)).toEqual([`Good morning,\n${TOLD}`]);
    expect(rows.some(({ raw, path }) => path === undefined && raw.includes('Kit Marlow'))).toBe(
      true,
    );
  });

  it('takes together what it says of the subject, and not the school that is the writer’s', () => {
    const draft = pasted(EMAIL);
    const { rows } = takeTogether(
      draft,
      draft.rows.map(({ id }) => id),
    );
    const taken = rows.filter(({ decision }) => decision.kind === 'take').map(({ path }) => path);
    expect(taken).toContain('subject.name');
    expect(taken).not.toContain('subject.school');
  });
});

const told = (
  header: string,
  closing = 'Regards\nPriya',
  text = 'Our pupil Tobias Wren, aged 13, admitted to us that he had used a booter against the network twice.',
) => `${header}\n\n${text}\n\n${closing}`;

describe('the subject line', () => {
  it.each([
    ['Referral - Tobias Wren', 'Tobias Wren'],
    ['Referral: Tobias WREN (Year 9)', 'Tobias WREN'],
    ['FW: Concern re Tobias Wren', 'Tobias Wren'],
    ['Lucy Wren - referral', 'Lucy Wren'],
    ['Tobias Wren, DOB 14/03/2013', 'Tobias Wren'],
    ['Cyber Choices', undefined],
    ['Computer Misuse - Moorfield School', undefined],
    ['Urgent Safeguarding Concern', undefined],
    ['Referral from Priya Shah', undefined],
  ])('%s', (subject, name) => {
    const text = `From: ${PRIYA}\nSubject: ${subject}\n\nHe used a booter against the school twice in a week. He says that he is sorry, and that he will not do it again.`;
    expect(factsIn(text)['subject.name']).toEqual(name === undefined ? undefined : [name]);
  });

  it('of a letter gives the name with its date of birth', () => {
    const text = `Dear team\n\nRe: Tobias WREN, 14.03.2013\n\n${TOLD.slice(0, 20)} the above pupil, who has shown others the way round the filter.`;
    expect(factsIn(text)).toMatchObject({
      'subject.name': ['Tobias WREN'],
      'subject.bornOn': ['2013-03-14'],
    });
    expect(factsIn(text.replace('14.03.2013', '24.11.2026'))['subject.bornOn']).toBeUndefined();
  });
});

describe('the writer', () => {
  it.each([
    ['in full', PRIYA, { 'referrer.name': ['Priya Shah'] }],
    [
      'with the family name first',
      `"Shah, Priya" <p.shah@moorfieldschool.example>`,
      { 'referrer.name': ['Shah, Priya'] },
    ],
    [
      'by the address alone',
      'p.shah@moorfieldschool.example',
      { 'referrer.email': ['p.shah@moorfieldschool.example'] },
    ],
    [
      'as an office',
      'School Office <office@moorfieldschool.example>',
      { 'referrer.name': undefined },
    ],
    ['as a robot', 'Referrals <no-reply@moorfieldschool.example>', { 'referrer.name': undefined }],
  ])('is read %s', (_, from, facts) => {
    const read = factsIn(`From: ${from}\nSubject: Referral\n\n${TOLD}`);
    for (const [path, value] of Object.entries(facts))
      expect(read[path as FieldPath]).toEqual(value);
  });

  it.each([
    [
      'labels',
      'Kind regards\nPriya Shah\nHead of Year 9\nTel: 01632 960123\nEmail: p.shah@moorfieldschool.example',
    ],
    [
      'letters for labels',
      'Best wishes,\n\nPriya Shah (she/her)\n\nHead of Year 9 | Moorfield School\n\nT: 01632 960123',
    ],
    [
      'the given name above',
      'Many thanks\nPriya\n\nPriya Shah\nHead of Year 9\nTelephone: 01632 960123',
    ],
    ['a label for each', 'Regards\n\nName: Priya Shah\nRole: Head of Year 9\nTel: 01632 960123'],
    ['no closing words', 'Priya\nHead of Year 9\nMoorfield School\nTel: 01632 960123'],
    ['Welsh closing words', 'Cofion gorau\nPriya Shah\nHead of Year 9\n01632 960123'],
  ])('has the role and the telephone of the signature, with %s', (_, closing) => {
    const facts = factsIn(told(HEADER, closing));
    expect(facts).toMatchObject({
      'referrer.name': ['Priya Shah'],
      'referrer.role': ['Head of Year 9'],
      'referrer.phone': ['+441632960123'],
      'subject.name': ['Tobias Wren'],
    });
    expect(facts['subject.phones[]']).toBeUndefined();
    expect(facts['subject.emails[]']).toBeUndefined();
  });

  it('is read from a signature without closing words or a header', () => {
    const text = `${TOLD}\n\nPriya Shah\nDesignated Safeguarding Lead\nMoorfield School\nTel: 01632 960123`;
    expect(factsIn(text)).toMatchObject({
      'referrer.name': ['Priya Shah'],
      'referrer.role': ['Designated Safeguarding Lead'],
      'referrer.phone': ['+441632960123'],
    });
    expect(factsIn(text)['subject.phones[]']).toBeUndefined();
  });

  it('gives way to a form below the signature for the facts of the form alone', () => {
    const form =
      'Young person\nName: Tobias Wren\nDate of birth: 14/03/2013\nTelephone: 07700 900222';
    expect(factsIn(`${HEADER}\n\nPlease see below.\n\n${SIGNED}\n\n${form}`)).toMatchObject({
      'subject.phones[]': ['+447700900222'],
      'referrer.phone': ['+441632960123'],
    });
  });

  it.each(['Dear team,', 'Hi Amrit', 'Good morning officers,', 'Team'])(
    'greets those it is for, who own nothing in the form below: %s',
    (greeting) => {
      const form = 'Full name: Tobias Wren\nDate of birth: 14/03/2013';
      expect(factsIn(`${HEADER}\n\n${greeting}\n\n${form}`)).toMatchObject({
        'subject.name': ['Tobias Wren'],
        'subject.bornOn': ['2013-03-14'],
      });
    },
  );

  it('is a parent without a professional role, and left', () => {
    const { rows } = pasted(
      'From: Dawn Wren <dawn.wren77@gmail.example>\nSent: 24 November 2026 08:52\nSubject: my son\n\nMy son Tobias Wren, 13, has been breaking into things at his school and I do not know what to do about it.\n\nDawn',
    );
    const of = (path: FieldPath) => rows.find((row) => row.path === path);
    expect(of('referrer.name')).toMatchObject({ value: 'Dawn Wren', decision: { kind: 'leave' } });
    expect(of('subject.name')?.value).toBe('Tobias Wren');
  });

  it.each([
    ['P Shah', true],
    ['Mrs Shah', true],
    ['Dev Shah', false],
  ])('has what stands under the name of the sender alone: %s', (name, isSender) => {
    const phones = factsIn(told(HEADER, `Regards\n${name}\n07700 900321`))['referrer.phone'];
    expect(phones).toEqual(isSender ? ['+447700900321'] : undefined);
  });

  it.each([
    ['our pupils', 'One of our pupils, Tobias Wren, aged 13,', 'Moorfield School'],
    ['a pupil here', 'Tobias Wren is a pupil here and', 'Moorfield School'],
    ['our school', 'Tobias Wren, aged 13, who comes to our school,', 'Moorfield School'],
    [
      'a pupil of another school',
      'Tobias Wren, a pupil at Fernbrook Academy,',
      'Fernbrook Academy',
    ],
    ['a boy', 'Tobias Wren, aged 13,', undefined],
  ])('who writes of %s', (_, words, school) => {
    const text = told(
      HEADER,
      SIGNED,
      `${words} has used a booter. He says that he will not do it again, and that he is sorry.`,
    );
    expect(factsIn(text)['subject.school']).toEqual(school === undefined ? undefined : [school]);
  });
});

describe('the day on which it was received', () => {
  it.each([
    ['Sent: 24 November 2026 08:52'],
    ['Date: Tue, 24 Nov 2026 08:52:10 +0000'],
    ['Sent: Tuesday, November 24, 2026 8:52 AM'],
    ['Date: 24 November 2026 at 08:52:11 GMT'],
    ['Sent: 24/11/2026 08:52'],
  ])('is read from %s', (sent) => {
    const { 'referral.receivedOn': days } = factsIn(told(HEADER.replace(/Sent:.*/, sent)));
    expect(days).toEqual(['2026-11-24']);
  });

  it('is offered, and left, from the words over a quoted message', () => {
    const text = `On Tue, 24 Nov 2026 at 08:52, ${PRIYA} wrote:\n> ${TOLD}\n>\n> Priya`;
    expect(pasted(text).rows.find(({ path }) => path === 'referral.receivedOn')).toMatchObject({
      value: '2026-11-24',
      decision: { kind: 'leave' },
    });
    expect(factsIn(text)['referrer.name']).toEqual(['Priya Shah']);
  });

  it.each([
    [
      'a day in the prose',
      `From: ${PRIYA}\nSubject: Referral\n\n${TOLD} I wrote this on 20 November 2026.`,
    ],
    [
      'the header of a message that was passed on without one of its own',
      `---------- Forwarded message ---------\n${EMAIL}`,
    ],
  ])('is never %s', (_, text) => {
    expect(factsIn(text)['referral.receivedOn']).toBeUndefined();
  });
});

describe('two pupils in one email', () => {
  const BOTH = `${HEADER}\n\nTwo of our pupils, Tobias Wren (DOB 14/03/2013) and Kit Marlow (DOB 02/02/2012), took the booking system down. Tobias lives at 4 Fen Row, Northmoor, ZZ99 3VZ.\n\n${SIGNED}`;

  it('are two people, of whom the officer says which the draft is about', () => {
    const draft = pasted(BOTH);
    expect(peopleListed(draft)).toMatchObject([
      {
        people: [
          {
            row: '["Tobias Wren"]',
            says: expect.arrayContaining(['Tobias Wren', '14/03/2013', 'ZZ99 3VZ']),
          },
          { row: '["Kit Marlow"]', says: ['Kit Marlow', '02/02/2012'] },
        ],
      },
    ]);
    const { rows } = takeTogether(
      draft,
      draft.rows.map(({ id }) => id),
    );
    expect(rows.filter(({ listed, decision }) => listed && decision.kind !== 'leave')).toEqual([]);
  });

  it('leave to nobody what the text gives to neither of them', () => {
    const rows = pasted(BOTH.replace('Tobias lives', 'Somebody lives')).rows;
    expect(rows.filter(({ path }) => path === 'subject.address')).toEqual([]);
  });

  it('do not put a second name or date beside the one that a form gives', () => {
    const form = `${HEADER}\n\nName: Tobias Wren\nDate of birth: 14/03/2013\nSummary: He used a booter. A pupil called Kit Marlow (DOB 02/02/2012) was with him at the time, and a student named Ann Vael (Year 9) saw it.`;
    expect(factsIn(form)).toMatchObject({
      'subject.name': ['Tobias Wren'],
      'subject.bornOn': ['2013-03-14'],
    });
  });
});

describe('the way an email is pasted', () => {
  const facts = factsIn(EMAIL);
  const lines = HEADER.split('\n');

  it('changes nothing: order of the header, ends of lines, quotation, wide spaces', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines, { minLength: lines.length }),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '> ', '>> '),
        fc.constantFrom('', '\n', '\n\n'),
        fc.boolean(),
        (header, end, mark, above, isWide) => {
          const text = `${above}${EMAIL.replace(HEADER, header.join('\n'))}${above}`;
          const wide = isWide ? text.replace(/ (?=\p{L})/gu, '\u00a0 ') : text;
          expect(factsIn(wide.replace(/^/gm, mark).replaceAll('\n', end))).toEqual(facts);
        },
      ),
      { numRuns: 60 },
    );
  });
});
