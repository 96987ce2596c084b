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

  it.each([
    ['section 3 of the fraud act', []],
    ['section 3 MHA', []],
    ['Detained under section 2', []],
    ['Section 1 Fraud Act 2006 and section 3 Computer Misuse Act 1990', ['3']],
    ['Section 3 Computer Misuse Act 1990 and section 1 Fraud Act 2006', ['3']],
    ['Computer Misuse Act s.1, Fraud Act s.2', ['1']],
    ['Computer Misuse Act 1990, Data Protection Act 2018: section 1', []],
  ])('takes the section of its own Act from %j', (words, expected) => {
    expect(sections(words).filter((each) => !each.startsWith('outside'))).toEqual(expected);
  });

  it.each([
    ['Sections 1 and 3 of the Computer Misuse Act 1990', ['1', '3']],
    ['ss. 1, 2 and 3A CMA', ['1', '2', '3A']],
    ['An offence contrary to s.1.', ['1']],
    ['s1(1) CMA', ['1']],
  ])('reads each of several sections: %j', (words, expected) => {
    expect(sections(words)).toEqual(expected);
  });

  it.each([
    'did not hack the school’s network, no hacking',
    'didn’t DDoS the school',
    'denies any hacking',
    'He denied hacking the school website',
    'no evidence of DDoS',
    'Hacking: no',
    'DDoS (denied)',
    'The DDoS was ruled out',
    'was the victim of a DDoS attack',
    'her account was hacked',
    'He was hacked by somebody at school',
    'not suspected of section 1 of the Computer Misuse Act',
    'No fraud took place',
    'No offence under the Fraud Act',
  ])('suggests nothing for what is denied, or was done to them: %j', (words) => {
    expect(sections(words)).toEqual([]);
  });

  it.each([
    ['Did not hack the school, but DDoS’d it', ['3']],
    ['He denies the DDoS. Hacked the network', ['1']],
    ['DDoSed the school so that nobody could log in', ['3']],
    ['hacked the server without permission', ['1']],
    ['denial of service attack', ['3']],
    ['DDoS, no further action', ['3']],
  ])('still reads what is not denied in %j', (words, expected) => {
    expect(sections(words)).toEqual(expected);
  });

  it.each([
    ['gained access to the head’s email', ['1']],
    ['logged into another pupil’s account', ['1']],
    ['logged into his own account', []],
    ['sold malware on a forum', ['3', '3A']],
    ['made a RAT', ['3A']],
    ['made a rat trap', []],
    ['off school with a virus', []],
  ])('reads an act and what it was done to: %j', (words, expected) => {
    expect(sections(words)).toEqual(expected);
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
