import { describe, expect, it } from 'vitest';
import { factsIn, pasted } from '../../testing/email-under-test.js';
import { peopleListed } from '../name/choose-person.js';

describe('a contact with a name in a form', () => {
  const form = (contact: string) =>
    `Student: Tobias Wren\nDOB: 14/03/2013\nContact: ${contact}\nContact no: 07700 900211\nContact email: d.wren@mail.example\nYear: 9`;

  it('has the ways of contact below it as the relative’s and never the subject’s', () => {
    const facts = factsIn(form('Mr Dev Wren (stepfather)'));
    expect(facts['subject.phones[]']).toBeUndefined();
    expect(facts['subject.emails[]']).toBeUndefined();
    expect(facts['relatedPersons[].phones[]']).toEqual(['+447700900211']);
    expect(facts['relatedPersons[].emails[]']).toEqual(['d.wren@mail.example']);
  });

  it('leaves them nobody’s where it does not say who that is', () => {
    const facts = factsIn(form('Ms Ada Lowe'));
    expect(facts['subject.phones[]']).toBeUndefined();
    expect(facts['subject.emails[]']).toBeUndefined();
  });

  it('ends at the next label that is no way of contact', () => {
    const facts = factsIn(
      `${form('Mr Dev Wren (stepfather)')}\nAddress: 4 Fen Row, Northmoor, ZZ99 3VZ\nTelephone: 07700 900212`,
    );
    expect(facts['subject.phones[]']).toEqual(['+447700900212']);
  });
});

describe('people under numbered headings', () => {
  const TEXT =
    'Subject 1\nName: Tobias Wren\nDOB: 14 March 2013\nEmail: t.wren@mail.example\n\nSubject 2\nName: Kit Marlow\nDOB: 2 February 2012\nEmail: k.marlow@mail.example';

  it('are a choice for the officer, and none is taken', () => {
    const draft = pasted(TEXT);
    const own = draft.rows.filter(({ path }) => path?.startsWith('subject.'));
    expect(own.map(({ value }) => value)).toEqual([
      'Tobias Wren',
      '2013-03-14',
      't.wren@mail.example',
      'Kit Marlow',
      '2012-02-02',
      'k.marlow@mail.example',
    ]);
    expect(own.every(({ decision, listed }) => decision.kind === 'leave' && listed)).toBe(true);
    expect(peopleListed(draft).map(({ people }) => people.length)).toEqual([2]);
  });

  it('are no choice where there is one', () => {
    const [alone = ''] = TEXT.split('\n\n');
    const name = pasted(alone).rows.find(({ path }) => path === 'subject.name');
    expect(name?.decision.kind).toBe('take');
    expect(name?.listed).toBeUndefined();
  });
});

describe('a numbered section', () => {
  it.each([
    ['Part A: Person referring', 'Part B: Pupil'],
    ['Section 4: Referrer', 'Section 5: Young person'],
  ])('%s is a heading over whose facts follow, and no law', (first, second) => {
    const facts = factsIn(
      `${first}\nName: Priya Shah\nTelephone: 01632 960123\n\n${second}\nName: Tobias Wren\nTelephone: 07700 900211`,
    );
    expect(facts['referral.lawMentioned[]']).toBeUndefined();
    expect(facts['subject.name']).toEqual(['Tobias Wren']);
    expect(facts['subject.phones[]']).toEqual(['+447700900211']);
    expect(facts['referrer.phone']).toEqual(['+441632960123']);
  });

  it('is a law where its words are of one', () => {
    const facts = factsIn('Pupil: Tobias Wren\nSection 1: Computer Misuse Act 1990');
    expect(facts['referral.lawMentioned[]']).toEqual(['Computer Misuse Act 1990']);
  });
});

describe('a letterhead', () => {
  it('has the numbers and addresses of its organisation and nobody’s', () => {
    const facts = factsIn(
      'MOORFIELD SCHOOL\nTel: 01632 960123\nEmail: office@moorfieldschool.example\n\nDear Sir\n\nOur pupil Tobias Wren (DOB 14/03/2013) has taken a password.',
    );
    expect(facts['subject.name']).toEqual(['Tobias Wren']);
    expect(facts['subject.phones[]']).toBeUndefined();
    expect(facts['subject.emails[]']).toBeUndefined();
  });
});

describe('a value of a form', () => {
  it.each([
    ['Full name: Tobias Wren, 13yo, DOB not known', 'Tobias Wren'],
    ['Full name: Tobias Wren DOB 14/03/2013', 'Tobias Wren'],
    ['Full name: Tobias Wren 14/3/13', 'Tobias Wren'],
    ['Full name: WREN, Tobias (13)', 'Tobias WREN'],
  ])('%s has the name alone', (line, name) => {
    expect(factsIn(`${line}\nYear: 9`)['subject.name']).toEqual([name]);
  });

  it('has a handle without the marks around it', () => {
    const facts = factsIn('Pupil: Tobias Wren\nOnline identifiers: "wr3n", “tobes_x” (Discord)');
    expect(facts['subject.onlineIdentifiers[].asSeen']).toEqual(['wr3n', 'tobes_x']);
  });

  it.each(['Deputy Head of Pastoral', 'Director of Safeguarding <dsl@moorfieldschool.example>'])(
    'is nobody’s name where it is the office %s',
    (office) => {
      const facts = factsIn(`From: ${office}\nSent: 24 November 2026 08:52\n\nPupil: Tobias Wren`);
      expect(facts['referrer.name']).toBeUndefined();
    },
  );
});
