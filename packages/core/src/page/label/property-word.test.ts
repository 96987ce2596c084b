import { expect, test } from 'vitest';
import { readPage } from '../read-page.js';
import { snapshotOfHtml } from '../saved-page.js';

const pairs = (html: string) =>
  readPage(snapshotOfHtml(html, { url: 'https://rms.example.org/1' })).values.map(
    ({ label, value }) => `${label} => ${value}`,
  );

const card = (name: string) =>
  `<div class="vcard"><div class="fn">${name}</div><span class="tel">07700 900415</span> <a class="email" href="#">taz@example.org</a><div class="adr">1 Figment Lane<br>ZZ99 1WF</div></div>`;

test('a card in the words of hCard is read by them', () => {
  expect(pairs(card('Taz Vael'))).toEqual([
    'Name => Taz Vael',
    'Telephone => 07700 900415',
    'E-mail => taz@example.org',
    'Address => 1 Figment Lane\nZZ99 1WF',
  ]);
});

test('so is one in the words of schema.org', () => {
  expect(
    pairs(
      '<div><h1 itemprop="name">Taz Vael</h1><p><span itemprop="telephone">07700 900415</span></p><p>Born <time itemprop="birthDate">14 March 2009</time></p></div>',
    ),
  ).toEqual(['Name => Taz Vael', 'Telephone => 07700 900415', 'Date of birth => 14 March 2009']);
});

test('plain words for the parts of a name do where a nickname or the like is beside them', () => {
  expect(
    pairs(
      '<fieldset><legend>Contact</legend><span class="f firstname">Taz</span> <span class="f middlename">Q.</span> <span class="f surname">Vael</span><div class="nickname row"><span class="f nickname">tazzy</span></div></fieldset>',
    ),
  ).toEqual([
    'Given names => Taz',
    'Middle names => Q.',
    'Family name => Vael',
    'Nickname => tazzy',
  ]);
});

test('the parts of a name are left out where the whole stands beside them', () => {
  expect(
    pairs(
      '<div><p><span class="firstname">Taz</span> <span class="surname">Vael</span></p><p class="displayname">Taz Vael</p><p class="nickname">tazzy</p></div>',
    ),
  ).toEqual(['Name => Taz Vael', 'Nickname => tazzy']);
});

test('a label on screen goes before a word in the markup', () => {
  expect(
    pairs(
      '<dl class="vcard"><dt>Subject</dt><dd class="fn">Taz Vael</dd><dt>Rings from</dt><dd class="tel">07700 900415</dd><dt>Lives at</dt><dd class="adr">1 Figment Lane</dd></dl>',
    ),
  ).toEqual(['Subject => Taz Vael', 'Rings from => 07700 900415', 'Lives at => 1 Figment Lane']);
});

test.each([
  [
    'who is signed in',
    '<div class="user"><b class="name">Robin Keane</b> <i class="email">robin@example.org</i> <i class="jobtitle">Analyst</i></div>',
  ],
  [
    'an office',
    '<div class="vcard"><b class="fn org">Mythering High</b> <i class="tel">01632 960118</i> <i class="email">office@example.org</i></div>',
  ],
  ['what stands in a footer', `<footer>${card('Taz Vael')}</footer>`],
  ['several people', `${card('Taz Vael')}<h2>Next</h2>${card('Jo Example')}`],
])('words in the markup say nothing of %s', (_, html) => {
  expect(pairs(html).filter((pair) => /^(?:Name|Telephone|E-mail) =>/.test(pair))).toEqual([]);
});
