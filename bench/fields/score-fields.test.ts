import { describe, expect, it } from 'vitest';
import type { DumpedRow } from './dump.ts';
import type { PageTruth } from './saved-pages.ts';
import { fieldNameOf, scoreFields } from './score-fields.ts';

const TRUTH: PageTruth = {
  url: 'http://rms.example/1',
  canonical: {
    subjectName: 'Harper Invented',
    // Month first, as in the page's dates.
    dob: '04/03/2009',
    phone: ['07700 900377', '01632 960552'],
    handles: ['harpz_dev', 'harpz-dev'],
    guardianName: 'Gwen Invented',
    narrative: 'Harper wrote a worm that spread over the shared drives.',
  },
  normalised: { dob: '2009-04-03' },
  hidden: { email: 'harper@webpost.example' },
  distractors: [{ value: '07700 900378' }],
};

function row(path: string, value: string, more: Partial<DumpedRow> = {}): DumpedRow {
  const taken = !/^(?:relatedPersons|referral\.(?:narrative|statedRisk))/.test(path);
  return { path, value, raw: value, label: '', owner: '', taken, freeText: false, ...more };
}

const ALL = [
  row('subject.name', 'Harper Invented'),
  row('subject.bornOn', '2009-04-03'),
  row('subject.phones[0]', '+447700900377'),
  row('subject.onlineIdentifiers[0].asSeen', 'harpz_dev'),
  row('subject.onlineIdentifiers[1].asSeen', 'harpz-dev'),
  row('relatedPersons[0].name', 'Gwen Invented'),
  row('referral.narrative', 'Harper wrote a worm that spread over the shared drives.'),
];

describe('a draft held against the truth', () => {
  it('is right throughout when every field has its value, its person and its start', () => {
    expect(scoreFields(TRUTH, ALL)).toMatchObject({
      wanted: 7,
      found: 7,
      drafted: 7,
      right: 7,
      started: 7,
      startedRight: 7,
      distractors: 0,
      missed: [],
      wrong: [],
      misstarted: [],
    });
  });

  it('passes over a row that only says that something is not known', () => {
    const told = row('subject.aliases[0]', 'None', { notKnown: true });
    expect(scoreFields(TRUTH, [...ALL, told])).toMatchObject({ drafted: 7, right: 7, wrong: [] });
    const taken = row('subject.aliases[0]', 'None');
    expect(scoreFields(TRUTH, [...ALL, taken]).wrong).toEqual(['subject.aliases[0]: None']);
  });

  it('misses one for each row that is left out', () => {
    ALL.forEach((_, left) => {
      const { found, right, drafted } = scoreFields(
        TRUTH,
        ALL.filter((_each, nth) => nth !== left),
      );
      expect([found, right, drafted]).toEqual([6, 6, 6]);
    });
  });

  it('is wrong under another person, in another field, or for a field that the page does not have', () => {
    for (const wrong of [
      row('subject.name', 'Gwen Invented'),
      row('referrer.name', 'Harper Invented'),
      row('referral.receivedOn', '2009-04-03'),
    ])
      expect(scoreFields(TRUTH, [...ALL, wrong])).toMatchObject({ drafted: 8, right: 7, found: 7 });
  });

  it('asks for the normalised date and not for what the displayed one seems to be, which counts where no other is given', () => {
    const others = ALL.filter(({ path }) => path !== 'subject.bornOn');
    const swapped = [...others, row('subject.bornOn', '2009-03-04')];
    expect(scoreFields(TRUTH, swapped)).toMatchObject({ found: 6, right: 6 });
    const { normalised: _, ...displayed } = TRUTH;
    expect(scoreFields(displayed, swapped)).toMatchObject({ found: 7, right: 7 });
  });

  it('takes any of several telephone numbers for one, and asks for each handle', () => {
    const second = scoreFields(TRUTH, [...ALL, row('subject.phones[1]', '01632 960552')]);
    expect(second).toMatchObject({ wanted: 7, found: 7, drafted: 8, right: 8 });
    const repeated = scoreFields(TRUTH, [
      ...ALL,
      row('subject.onlineIdentifiers[2].asSeen', 'harpz_dev'),
    ]);
    expect(repeated).toMatchObject({ found: 7, drafted: 8, right: 7 });
  });

  it('takes a name in its parts for the whole, and never half a name beside a wrong half', () => {
    const others = ALL.filter(({ path }) => path !== 'subject.name');
    const given = row('subject.givenNames', 'Harper');
    expect(
      scoreFields(TRUTH, [...others, given, row('subject.familyName', 'Invented')]),
    ).toMatchObject({
      found: 7,
      right: 8,
      drafted: 8,
    });
    expect(
      scoreFields(TRUTH, [...others, given, row('subject.familyName', 'Madeup')]),
    ).toMatchObject({
      found: 6,
      right: 6,
      drafted: 8,
    });
    const parted: PageTruth = {
      url: '',
      canonical: { subjectForenames: 'Ellis', subjectSurname: 'Notreal' },
    };
    expect(scoreFields(parted, [row('subject.name', 'NOTREAL, Ellis')])).toMatchObject({
      found: 2,
      right: 1,
    });
  });

  it('neither asks for what is hidden on the page nor counts it as wrong', () => {
    const hidden = row('subject.emails[0]', 'harper@webpost.example', { taken: false });
    expect(scoreFields(TRUTH, [...ALL, hidden])).toMatchObject({ wanted: 7, drafted: 7, right: 7 });
    const other = row('subject.emails[0]', 'gwen@webpost.example');
    expect(scoreFields(TRUTH, [...ALL, other]).drafted).toBe(8);
  });

  it('does not judge facts of the prose that the truth of a page does not list', () => {
    const fact = row('referral.incidentDates[0]', '2026-01-19', { freeText: true, taken: false });
    expect(scoreFields(TRUTH, [...ALL, fact])).toMatchObject({ drafted: 7, unlisted: 1 });
    const { narrative: _, ...canonical } = TRUTH.canonical ?? {};
    expect(scoreFields({ ...TRUTH, canonical }, [fact])).toMatchObject({ drafted: 1, unlisted: 0 });
  });

  it('says which right rows start wrongly: a third person taken, or what was found in free text', () => {
    const turned = ALL.map((each) => ({ ...each, taken: !each.taken }));
    expect(scoreFields(TRUTH, turned)).toMatchObject({ right: 7, startedRight: 0 });
    const inText = row('subject.phones[0]', '07700 900377', { freeText: true });
    expect(scoreFields(TRUTH, [inText])).toMatchObject({ right: 1, startedRight: 0 });
  });

  it('counts a distractor that starts as the subject’s, however the number is written', () => {
    const taken = row('subject.phones[1]', '+44 7700 900378');
    expect(scoreFields(TRUTH, [taken]).distractors).toBe(1);
    expect(scoreFields(TRUTH, [{ ...taken, taken: false }]).distractors).toBe(0);
    expect(scoreFields(TRUTH, [{ ...taken, path: 'relatedPersons[0].phones[]' }]).distractors).toBe(
      0,
    );
  });

  it('knows a path with and without its place, and leaves others alone', () => {
    expect(fieldNameOf('relatedPersons[2].phones[]')).toBe('guardianPhone');
    expect(fieldNameOf('relatedPersons[].phones[]')).toBe('guardianPhone');
    expect(fieldNameOf('subject.gender')).toBeUndefined();
    expect(scoreFields(TRUTH, [row('subject.gender', 'X')]).drafted).toBe(0);
  });
});
