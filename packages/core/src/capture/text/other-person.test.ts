import { describe, expect, it } from 'vitest';
import { factsIn, pasted } from '../../testing/email-under-test.js';
import { factsInText } from './prose-fact.js';

const REFERS = 'I would like to refer our pupil Tobias Wren (DOB 14/03/2013).';

function ownIn(text: string): Readonly<Record<string, readonly string[] | undefined>> {
  return Object.fromEntries(
    Object.entries(factsIn(text)).filter(([path]) => path.startsWith('subject.')),
  );
}

describe('somebody else with a date of birth', () => {
  it.each([
    ['a staff member', 'The staff member Ada Lowe (DOB 05/06/1985) lost a day of work.'],
    ['one targeted', 'Ada Lowe (DOB 05/06/1985) was targeted.'],
    ['one with a role in brackets', 'He wrote to Ada Lowe (DOB 05/06/1985, our office manager).'],
    ['a classmate', 'A boy in his form, Evan Pryce, born 7 August 2012, lost a game to him.'],
    ['other pupils', 'He did this to other pupils, among them Ada Lowe (DOB 05/06/2012).'],
    ['one hacked', 'Ada Lowe, born 5 June 2012, told us her email account had been hacked.'],
  ])('is never the subject: %s', (_, sentence) => {
    const facts = ownIn(`${REFERS}\n${sentence}`);
    expect(facts['subject.name']).toEqual(['Tobias Wren']);
    expect(facts['subject.bornOn']).toEqual(['2013-03-14']);
  });

  it('is never the subject in a list of witnesses', () => {
    const facts = factsInText(
      `${REFERS}\nWitnesses: Ada Lowe (DOB 05/06/1985), Evan Pryce (DOB 07/08/1986)`,
    );
    const own = facts.filter(({ path }) => path === 'subject.name' || path === 'subject.bornOn');
    expect(own.map(({ raw }) => raw)).toEqual(['Tobias Wren', '14/03/2013']);
  });

  it('is not the subject in a later sentence by the first name either', () => {
    const facts = ownIn(
      'A Year 8 pupil, Evan Pryce, told us his game account had been stolen. Evan was born on 7 August 2013. It was done by Tobias Wren in Year 10, date of birth 14 March 2011.',
    );
    expect(facts['subject.name']).toEqual(['Tobias Wren']);
    expect(facts['subject.bornOn']).toEqual(['2011-03-14']);
  });

  it('is a choice for the officer where both could be', () => {
    const { rows } = pasted(
      'We are worried about Tobias Wren (DOB 14/03/2013) and Evan Pryce (DOB 27/08/2012).',
    );
    const names = rows.filter(({ path }) => path === 'subject.name');
    expect(names.map(({ value }) => value)).toEqual(['Tobias Wren', 'Evan Pryce']);
    expect(names.every(({ listed }) => listed)).toBe(true);
  });
});

describe('a pronoun after an adult with a name', () => {
  it.each([
    ['mobile', 'His aunt is Ada Lowe. Her mobile is 07700 900211.'],
    ['mobile', 'He lives with his stepmother Ada. Her mobile is 07700 900211.'],
    ['mobile', 'He was seen by tutor Ada Lowe. She rang us. Her mobile is 07700 900211.'],
    ['address', 'His uncle is Evan Lowe. He can come. He lives at 4 Fen Row, Northmoor, ZZ99 3VZ.'],
    ['birth', 'I knew his father, Evan, well, he was born 05/06/1985.'],
    [
      'email',
      'He told Ada Lowe, our counsellor. His aunt works away. Her email is alowe@mail.example.',
    ],
  ])('is not the subject: %s', (_, sentences) => {
    const facts = ownIn(`${REFERS} ${sentences}`);
    expect(facts['subject.phones[]']).toBeUndefined();
    expect(facts['subject.emails[]']).toBeUndefined();
    expect(facts['subject.address']).toBeUndefined();
    expect(facts['subject.bornOn']).toEqual(['2013-03-14']);
  });

  it('is the subject where it cannot be the adult', () => {
    const facts = ownIn(`${REFERS} Tobias lives with his mother Ada. His mobile is 07700 900211.`);
    expect(facts['subject.phones[]']).toEqual(['+447700900211']);
  });

  it('is the subject’s by the first name, or by one that they go by', () => {
    const facts = ownIn(
      `${REFERS} He goes by “Tobes”. Tobes’s Discord is t0bes. Tobias’s Xbox is w_ren.`,
    );
    expect(facts['subject.onlineIdentifiers[].asSeen']).toEqual(
      expect.arrayContaining(['t0bes', 'w_ren']),
    );
  });

  it('is no word for what somebody deals in', () => {
    const facts = ownIn(`${REFERS} He was selling “boosts” on Discord.`);
    expect(facts['subject.onlineIdentifiers[].asSeen']).toBeUndefined();
  });
});

it.each(['Tobias Wren (Year 9, 14.03.2013)', 'Tobias Wren, 13, 14/03/2013,'])(
  'has the date in the brackets of the subject as their birth: %s',
  (name) => {
    const facts = factsIn(`I would like to refer our pupil ${name} for advice about a booter.`);
    expect(facts['subject.bornOn']).toEqual(['2013-03-14']);
    expect(facts['referral.incidentDates[]']).toBeUndefined();
  },
);
