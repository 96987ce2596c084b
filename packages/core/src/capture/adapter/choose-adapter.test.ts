import { describe, expect, it } from 'vitest';
import { hostMatches, pathMatches } from '../field/glob.js';
import { readingOfText } from '../text/text-selection.js';
import type { Adapter, AdapterMatch } from './adapter.js';
import { chooseAdapter } from './choose-adapter.js';

function adapter(id: string, match: AdapterMatch): Adapter {
  return {
    id,
    title: id,
    version: '1.0.0',
    owner: 'Test',
    engine: '>=0.0.1',
    match,
    screens: [{ fields: {} }],
    fixtures: [],
  };
}

const text =
  'Referring officer\nName: DS Amrit Bains\n\nSubject details\nName: Taz Vael\nD.O.B.: 14/03/2009';
const at = (url: string) => ({ reading: { ...readingOfText(text, { title: 'Record' }), url } });
const page = at('https://rms.example.org/records/17');

const anchors = {
  name: { label: 'Name', owner: 'Referring officer' },
  born: { label: 'd.o.b. :' },
  heading: { heading: 'subject DETAILS' },
  title: { title: 'Record' },
  gone: { label: 'Collar number' },
  other: { label: 'Name', owner: 'Victim' },
};

describe('chooseAdapter', () => {
  it('counts the anchors that it found and names those that it missed', () => {
    const known = adapter('a/b', {
      anchors: [anchors.name, anchors.born, anchors.heading, anchors.title, anchors.gone],
    });
    expect(chooseAdapter([known], page)).toEqual({
      adapter: known,
      found: 4,
      of: 5,
      missed: [anchors.gone],
    });
  });

  it('steps aside below its threshold', () => {
    const weak = adapter('a/b', { anchors: [anchors.born, anchors.gone] });
    expect(chooseAdapter([weak], page)).toBeUndefined();
    expect(
      chooseAdapter([{ ...weak, match: { ...weak.match, threshold: 0.5 } }], page)?.found,
    ).toBe(1);
    expect(
      chooseAdapter([adapter('a/b', { anchors: [anchors.other], threshold: 0 })], page),
    ).toBeUndefined();
  });

  it('takes the best share, then the one that knows its host, then the first by id', () => {
    const share = adapter('z/best', { anchors: [anchors.born] });
    const drifted = adapter('a/host', {
      hosts: ['rms.example.org'],
      anchors: [anchors.born, anchors.name, anchors.gone],
    });
    const host = adapter('y/host', { hosts: ['*.example.org'], anchors: [anchors.born] });
    const twin = adapter('x/host', { hosts: ['*.example.org'], anchors: [anchors.born] });
    expect(chooseAdapter([drifted, share], page)?.adapter.id).toBe('z/best');
    expect(chooseAdapter([share, host], page)?.adapter.id).toBe('y/host');
    expect(chooseAdapter([host, twin], page)?.adapter.id).toBe('x/host');
  });

  it('looks at host and path of a live page, and at neither of a saved one', () => {
    const match = { hosts: ['rms.example.org'], paths: ['/records/*'], anchors: [anchors.born] };
    const ids = (url: string) => chooseAdapter([adapter('a/b', match)], at(url))?.adapter.id;
    expect(ids('https://rms.example.org/records/17?tab=2')).toBe('a/b');
    expect(ids('https://rms.example.org/search')).toBeUndefined();
    expect(ids('https://rms.example.net/records/17')).toBeUndefined();
    expect(ids('file:///C:/Users/x/record.html')).toBe('a/b');
    expect(ids('')).toBe('a/b');
  });
});

describe('what an adapter is chosen by', () => {
  const at = (url: string) => ({ ...page, reading: { ...page.reading, url } });
  const mail = adapter('a/mail', {
    query: { _task: 'mail', _uid: '*' },
    anchors: [anchors.born],
  });

  it('is the query of the address too', () => {
    const chosen = (query: string) =>
      chooseAdapter([mail], at(`https://rms.example.org/?${query}`))?.adapter.id;
    expect(chosen('_task=mail&_uid=7')).toBe('a/mail');
    expect(chosen('_uid=7&_task=mail&x=1')).toBe('a/mail');
    expect(chosen('_task=addressbook&_uid=7')).toBeUndefined();
    expect(chosen('_task=mail')).toBeUndefined();
    expect(chosen('_task=mailbox&_uid=7')).toBeUndefined();
  });

  it('prefers the one that names the query to the one that takes any', () => {
    const any = adapter('a/any', { anchors: [anchors.born] });
    const url = 'https://rms.example.org/?_task=mail&_uid=7';
    expect(chooseAdapter([any, mail], at(url))?.adapter.id).toBe('a/mail');
  });

  it('is the release: one that was proved with a later core steps aside', () => {
    const any = adapter('a/any', { anchors: [anchors.born] });
    expect(chooseAdapter([{ ...any, engine: '>=99.0' }], page)).toBeUndefined();
    expect(chooseAdapter([{ ...any, engine: '>=0' }], page)?.adapter.id).toBe('a/any');
  });
});

describe('globs', () => {
  it.each([
    ['/records/*', '/records/17', true],
    ['/records/*', '/records/17/edit', false],
    ['/records/**', '/records/17/edit', true],
    ['/*/records', '/a/records', true],
    ['/*/records', '/a/b/records', false],
    ['/Ticket/Display.html', '/Ticket/DisplayXhtml', false],
    ['**', '/anything/at/all', true],
    ['/a*c*e', '/abcde', true],
    ['/a*c*e', '/abcd', false],
  ])('%s of %s is %s', (pattern, path, matches) => {
    expect(pathMatches(pattern, path)).toBe(matches);
  });

  it('takes time that grows with the lengths alone', () => {
    expect(pathMatches(`/${'*a'.repeat(60)}b`, `/${'a'.repeat(2_000)}`)).toBe(false);
  });

  it('matches a host by itself or by what is below a domain', () => {
    expect(hostMatches('rms.example.org', 'RMS.example.org')).toBe(true);
    expect(hostMatches('*.example.org', 'a.b.example.org')).toBe(true);
    expect(hostMatches('*.example.org', 'example.org')).toBe(false);
    expect(hostMatches('*.example.org', 'badexample.org')).toBe(false);
  });
});
