import { describe, expect, it } from 'vitest';
import { buildOffence, buildReferral } from '../../../testing/fiction/builder.js';
import { lists } from '../../../testing/law-under-test.js';
import { suggestSections, wordsToAsk } from './suggest-section.js';

const sections = (words: string) =>
  suggestSections(words, lists).map(
    ({ section, outside }) => section ?? `outside ${outside ?? ''}`,
  );

describe('suggestSections', () => {
  it.each([
    ['Computer Misuse Act 1990, s.1', ['1']],
    ['s.3ZA CMA', ['3ZA']],
    ['Section 3A of the Computer Misuse Act', ['3A']],
    ['ss. 1 and section 2', ['1', '2']],
    ['DDoS against the school', ['3']],
    ['Unauthorised access to computer material', ['1']],
    ['supplying articles for use', ['3A']],
  ])('reads %j as %j', (words, expected) => {
    expect(sections(words)).toEqual(expected);
  });

  it.each([
    'Fraud Act 2006, section 1',
    'Section 1 of the Theft Act 1968',
    'Malicious Communications Act 1988 s.1',
  ])('suggests no section for %j, which is of another Act', (words) => {
    expect(sections(words)).toEqual(['outside ']);
  });

  it('names what is outside the Act, with a reason that has a signpost', () => {
    expect(sections('Online fraud')).toEqual(['outside cyber-enabled-fraud']);
  });

  it.each(['section 12', 's.3.2', 'class 3 incident', 'viruses and crackers of year 3', ''])(
    'suggests nothing for %j',
    (words) => {
      expect(sections(words)).toEqual([]);
    },
  );

  it('gives the words that it rests on as they were read', () => {
    expect(suggestSections('They bought a Booter online', lists)).toEqual([
      { section: '3', because: 'Booter' },
    ]);
  });
});

describe('wordsToAsk', () => {
  it('offers each of the words of a referral once, until an offence was recorded from it', () => {
    const value = buildReferral({
      suspectedOffences: ['DDoS', 'DDoS', 'Hacking'],
      lawMentioned: ['s.1'],
    });
    const referral = { id: value.id, value } as never;
    const said = (offences: Parameters<typeof wordsToAsk>[1]) =>
      wordsToAsk(referral, offences).map(({ field, place, words }) => `${field} ${place} ${words}`);
    expect(said([])).toEqual([
      'suspectedOffences 0 DDoS',
      'suspectedOffences 2 Hacking',
      'lawMentioned 0 s.1',
    ]);
    const made = buildOffence({ referralId: value.id, asRead: 'DDoS' });
    expect(said([{ value: made }])).toEqual(['suspectedOffences 2 Hacking', 'lawMentioned 0 s.1']);
  });
});
