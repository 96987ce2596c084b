/** Labels of many kinds of form, by what they ask for. `none` are those that ask for nothing that is captured. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import vocabulary from '../field/label-vocabulary.json' with { type: 'json' };
import { factOfLabel } from './fact-of-label.js';
import labels from './labels-by-set.json' with { type: 'json' };
import { ruledPath, suggestPath, surePath } from './suggest-path.js';

const path = (label: string, value?: string) =>
  suggestPath({ label, owner: [], ...(value === undefined ? {} : { value }) });
const rule = (label: string) => ruledPath({ label, owner: [] })?.rule;

const SETS = Object.entries<Readonly<Record<string, readonly string[]>>>(labels.sets);
const ALL = SETS.flatMap(([set, paths]) =>
  Object.entries(paths).flatMap(([wanted, each]) => each.map((label) => ({ set, wanted, label }))),
);
const MISTYPED = 'typing errors';
const WELL_TYPED = ALL.filter(({ set }) => set !== MISTYPED);

describe('the labels of', () => {
  it.each(SETS)('%s mean what they ask for, and no more', (_, paths) => {
    const read = Object.entries(paths).flatMap(([wanted, each]) =>
      each.map((label) => [label, path(label) ?? 'none', wanted]),
    );
    expect(read.filter(([, is, wanted]) => is !== wanted)).toEqual([]);
  });

  it('well-typed sets are known for certain, those with mistakes by their likeness', () => {
    // A half that says nothing known makes a label doubtful.
    const whole = WELL_TYPED.filter(({ label }) => !/\/| or /.test(label));
    const likely = whole.filter(({ label }) => rule(label) === 'likeness');
    expect(likely.map(({ label }) => label)).toEqual([]);
    for (const { set, label, wanted } of ALL)
      if (set === MISTYPED && wanted !== 'none' && surePath({ label, owner: [] }) === undefined)
        expect([label, rule(label)]).toEqual([label, 'likeness']);
  });
});

const anyLabel = fc.constantFrom(...ALL.map(({ label }) => label));

describe('a label', () => {
  it('means the same with a colon, a star, more white space or marks that show nothing', () => {
    const seam = fc.constantFrom('\u00a0', '  ', '\u202f', ' \u200b', '\t', '\n');
    const end = fc.constantFrom(':', ' :', ' *', '\u200b', '\u00a0', ' ');
    fc.assert(
      fc.property(anyLabel, seam, end, (label, between, after) => {
        expect(path(`${label.replaceAll(' ', between)}${after}`)).toBe(path(label));
        expect(path(label.replace(/(?<=\p{L})(?=\p{L})/u, '\u200d'))).toBe(path(label));
      }),
    );
  });

  it('in words means the same in capitals', () => {
    for (const { label, set } of WELL_TYPED)
      if (set !== 'snake camel' && label.includes(' ') && !/[a-z][A-Z]/.test(label))
        expect([label, path(label.toUpperCase())]).toEqual([label, path(label)]);
  });

  it('means the same behind a number, a letter or a code', () => {
    const mark = fc.constantFrom(
      '3.2 ',
      'Q4. ',
      'B7) ',
      'A – ',
      '(iii) ',
      'Section 2: ',
      '12) ',
      '§8 ',
    );
    fc.assert(
      fc.property(fc.constantFrom(...WELL_TYPED), mark, ({ label, set }, before) => {
        if (set !== 'numbered' && set !== 'snake camel' && set !== 'abbreviations')
          expect(path(`${before}${label}`)).toBe(path(label));
      }),
    );
  });

  it('of ten thousand letters means nothing, and takes no time to say so', () => {
    for (const part of ['a', '(', ' /', 'date of birth ', '1.', "e'r ", '\u200b', 'İ'])
      expect(path(part.repeat(10_000))).toBeUndefined();
  });

  it('in a question names the fact that is asked for, of whomever the page is about', () => {
    expect(factOfLabel('What is the date of birth?')).toBe('bornOn');
    expect(factOfLabel('Where is he living?')).toBe('address');
    expect(factOfLabel('What is your phone number?')).toBeUndefined();
    expect(factOfLabel('What is the mother’s date of birth?')).toBeUndefined();
  });
});

describe('somebody else’s label', () => {
  const others = [dictionary, vocabulary]
    .flatMap(({ owners }) => [...owners.relatedPersons, ...owners.otherPerson])
    .filter(
      // *Family name* is a fact of the subject's.
      (owner) => /^[a-z ]+$/.test(owner) && owner !== 'family',
    );
  const facts = ['date of birth', 'name', 'address', 'telephone', 'email', 'surname', 'school'];
  const forms = fc.constantFrom<(owner: string, fact: string) => string>(
    (owner, fact) => `${owner}’s ${fact}`,
    (owner, fact) => `${fact} of ${owner}`,
    (owner, fact) => `What is the ${owner}’s ${fact}?`,
    (owner, fact) => `${fact} (${owner})`,
    (owner, fact) => `Subject’s ${owner} ${fact}`,
    (owner, fact) => `4.1 ${owner.toUpperCase()} ${fact.toUpperCase()}`,
  );

  it('never gives the subject anything, however it is worded', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...others),
        fc.constantFrom(...facts),
        forms,
        (owner, fact, form) => {
          expect(path(form(owner, fact))?.startsWith('subject.') ?? false).toBe(false);
        },
      ),
    );
  });

  it('never gives the subject anything with a mistake in either word', () => {
    const swapped = (text: string, at: number) => {
      const nth = 1 + (at % Math.max(1, text.length - 2));
      return text.slice(0, nth) + (text[nth + 1] ?? '') + (text[nth] ?? '') + text.slice(nth + 2);
    };
    fc.assert(
      fc.property(
        fc.constantFrom('mother', 'father', 'victim', 'witness', 'teacher', 'solicitor', 'sibling'),
        fc.constantFrom(...facts),
        fc.nat(30),
        (owner, fact, at) => {
          for (const label of [
            `${swapped(owner, at)}'s ${fact}`,
            `${owner}'s ${swapped(fact, at)}`,
          ])
            expect([label, path(label)?.startsWith('subject.') ?? false]).toEqual([label, false]);
        },
      ),
    );
  });

  it.each([
    "Mother's date of birth",
    "Social worker's telephone",
    'Case holder',
    'Updated by',
    'What is your email address?',
    'Referral contact email',
    'Company name',
    'Who does the young person know?',
    'Who is the youth worker?',
    'Telephone / victim’s telephone',
    'Telephone / pager / victim’s telephone',
  ])('gives nobody anything: %s', (label) => {
    expect(path(label)).toBeUndefined();
  });
});

describe('a likeness', () => {
  it.each([
    ['Date of brith', 'Blue', undefined],
    ['Date of brith', 'yes', undefined],
    ['Date of brith', '14/03/2009', 'subject.bornOn'],
    ['Telehpone', 'see above', undefined],
    ['Telehpone', '07700 900123', 'subject.phones[]'],
    ['Emial', 'none given', undefined],
    ['Emial', 'taz@example.org', 'subject.emails[]'],
    ['Potscode', 'London', undefined],
    ['Potscode', 'ZZ99 3VZ', 'subject.postcode'],
  ])('gives a path only to what reads as one: %s, %s', (label, value, wanted) => {
    expect(path(label, value)).toBe(wanted);
  });

  it('is never one to a narrative, whose labels are too free', () => {
    for (const label of ['Reason for refferal', 'Sumary of concern', 'Circumstnaces'])
      expect([label, path(label)]).toEqual([label, undefined]);
  });

  it('is none of a word that is another word of its own', () => {
    for (const label of ['Cost code', 'Name plaque', 'Rate of birth', 'Port code', 'Born of sales'])
      expect([label, path(label)]).toEqual([label, undefined]);
  });

  it('follows the heading over it, as a label that is known does', () => {
    expect(suggestPath({ label: 'Emial', owner: ['Referrer'] })).toBe('referrer.email');
    expect(suggestPath({ label: 'Emial', owner: ['Victim'] })).toBeUndefined();
    expect(suggestPath({ label: 'Date of brith', owner: ['Mother'] })).toBeUndefined();
  });

  it('is no sure path', () => {
    expect(surePath({ label: 'Date of brith', owner: [] })).toBeUndefined();
    expect(surePath({ label: 'Phone (hairdresser)', owner: [] })).toBeUndefined();
    expect(surePath({ label: 'Date of birth', owner: [] })).toBe('subject.bornOn');
  });
});

describe('a form of words', () => {
  it('that asks whether takes no bare yes for what it asks about', () => {
    const label = 'Do you have a crime reference number?';
    expect(path(label, 'No')).toBeUndefined();
    expect(path(label, '42CZ/1234/26')).toBe('referral.otherReferences[]');
  });

  it('with a word that is not known means nothing', () => {
    for (const label of ['Date of birth of the parrot', 'Quantity of referrals', 'Name of invoice'])
      expect([label, path(label)]).toEqual([label, undefined]);
  });

  it('asks the referrer what is yours, on a form that the referrer fills in', () => {
    const own = { label: 'What is your phone number?', owner: [] };
    expect(suggestPath(own)).toBeUndefined();
    expect(suggestPath(own, { formOfReferrer: true })).toBe('referrer.phone');
    const born = { label: 'What is your date of birth?', owner: [] };
    expect(suggestPath(born)).toBe('subject.bornOn');
    expect(suggestPath(born, { formOfReferrer: true })).toBeUndefined();
  });
});

describe('a question for a place', () => {
  it('asks for no day', () => {
    expect(path('Where did the incident occur?', 'Education')).toBeUndefined();
    expect(path('When did the incident occur?', '14/03/2026')).toBe('referral.incidentDates[]');
    expect(path('When and where did the incident occur?')).not.toBeUndefined();
  });
});
