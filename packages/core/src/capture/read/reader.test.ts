import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PlainDate } from '../../shared/primitives.js';
import { READERS } from '../field/field-path.js';
import { saysNotKnown } from './not-known.js';
import { nameParts } from './read-name.js';
import { readValue } from './reader.js';

function readText(...args: Parameters<typeof readValue>): string | undefined {
  const read = readValue(...args);
  return read.ok ? read.value.value : undefined;
}

function issueOf(...args: Parameters<typeof readValue>): string | undefined {
  return readValue(...args).issues[0]?.code;
}

describe('readValue', () => {
  it('throws on no text at all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...READERS),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (reader, text, label) => {
          const read = readValue(reader, text, { label });
          expect(read.ok || read.issues.length > 0).toBe(true);
        },
      ),
    );
  });

  it('says that a value is not known where somebody wrote so', () => {
    for (const text of ['Not known', ' unknown ', 'N/K', '(not recorded)', 'Not stated.'])
      expect(issueOf('ukDate', text)).toBe('value-not-known');
  });

  it('refuses a text of a megabyte as a single value, quickly', () => {
    expect(issueOf('phone', '0'.repeat(1_000_000))).toBe('value-too-long');
  });

  it('keeps prose letter for letter', () => {
    const text = '  She said:\t“no”.\r\n\r\n  Not known ';
    expect(readText('prose', text)).toBe(text);
  });

  it('tidies text line by line', () => {
    expect(readText('text', ' Brackenfield\u00a0 School \n\n Year  9 ')).toBe(
      'Brackenfield School\nYear 9',
    );
  });
});

describe('ukDate', () => {
  it('reads eight figures only in the place of a date, and only if they are a day', () => {
    const path = 'subject.bornOn';
    expect(readText('ukDate', '20090314', { path })).toBe('2009-03-14');
    for (const text of ['20091314', '20090230', '18990314', '21010314', '31122009', '2009031'])
      expect(issueOf('ukDate', text, { path })).toBe('date-unreadable');
    expect(issueOf('ukDate', '20090314')).toBe('date-unreadable');
    expect(issueOf('ukDate', '20090314', { path: 'referral.reference' })).toBe('date-unreadable');
  });

  it.each([
    ['14/03/2009', '2009-03-14'],
    ['14-Mar-2009', '2009-03-14'],
    ['4-Jul-2008', '2008-07-04'],
    ['30.08.2010', '2010-08-30'],
    ['14 March 2009', '2009-03-14'],
    ['14th March, 2009', '2009-03-14'],
    ['Saturday 14 March 2009', '2009-03-14'],
    ['2009-03-14', '2009-03-14'],
    ['2009/03/14', '2009-03-14'],
    ['2009.3.4', '2009-03-04'],
    ['14/03/2009 (17)', '2009-03-14'],
    ['23 September 2007 (age 18)', '2007-09-23'],
    ['23 September 2007, aged 18', '2007-09-23'],
    ['14/03/2009 00:00:00', '2009-03-14'],
    ['3 4 2009', '2009-04-03'],
    ['5 / 4 / 2009', '2009-04-05'],
    ['March 14, 2009', '2009-03-14'],
    ['29/02/2008', '2008-02-29'],
    ['11-Sep-09', '2009-09-11'],
    ['3 Mar 78', '1978-03-03'],
    ['9fed Hydref 2008', '2008-10-09'],
    ['9 Gorffennaf 2008', '2008-07-09'],
    ['14/03/2009 3:04 PM', '2009-03-14'],
  ])('reads %s', (text, iso) => {
    expect(readText('ukDate', text)).toBe(iso);
  });

  it.each([
    '31 February 2009',
    '29/02/2025',
    '00/00/0000',
    '08/21/2011',
    '14/03/09',
    'last Tuesday',
    'March 2009',
    '14/03/2009 and 15/03/2009',
    '14 Marvellous 2009',
    'Monday 14 March 2009',
    '14/03/0009',
    '',
  ])('leaves %s as text', (text) => {
    expect(readText('ukDate', text)).toBeUndefined();
  });

  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it('reads back every day that there is, however it is written', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.', ' '), (iso, sign) => {
        const [year = '', month = '', date = ''] = iso.split('-');
        expect(readText('ukDate', [date, month, year].join(sign))).toBe(iso);
        for (const language of ['en-GB', 'cy']) {
          const written = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
          expect(readText('ukDate', written.format(new Date(iso)))).toBe(iso);
        }
      }),
    );
  });

  it('never says a day whose year and day of the month are not in the text', () => {
    const piece = fc.constantFrom(
      '14',
      '3',
      '03',
      '2009',
      '31',
      'Feb',
      'March',
      '/',
      '-',
      '.',
      ' ',
      'Sat ',
      '(17)',
      'T',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        const value = readText('ukDate', text);
        if (value === undefined) return;
        expect(v.is(PlainDate, value)).toBe(true);
        const [year = '', , date = ''] = value.split('-');
        const numbers = (text.match(/\d+/g) ?? []).map(Number);
        // Two figures are a year only next to the name of a month: `11-Sep-09`.
        const short = /feb/i.test(text) ? [Number(year) % 100] : [];
        expect([Number(year), ...short].some((each) => numbers.includes(each))).toBe(true);
        expect(numbers).toContain(Number(date));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('name', () => {
  it.each([
    ['VAEL, Morgan', 'Morgan VAEL'],
    ['VAEL, Morgan (M)', 'Morgan VAEL'],
    ['O’CONNELL-VAEL, Siân Mary', 'Siân Mary O’CONNELL-VAEL'],
    ['McVAEL, Ms Taz', 'Ms Taz McVAEL'],
    ['Mr J VAEL', 'Mr J VAEL'],
    ['  Taz   O’Connell-Vael ', 'Taz O’Connell-Vael'],
    ['Vael, Morgan', 'Vael, Morgan'],
    ['Lorna Hartwell, Designated Lead', 'Lorna Hartwell, Designated Lead'],
    ['KHAN Imran', 'KHAN Imran'],
  ])('reads %s', (text, name) => {
    expect(readText('name', text)).toBe(name);
  });

  it('knows family and given names only where capitals say which is which', () => {
    expect(nameParts('VAEL, Mr Morgan (M)')).toEqual({
      full: 'Mr Morgan VAEL',
      title: 'Mr',
      given: 'Morgan',
      family: 'VAEL',
    });
    expect(nameParts('Mr J VAEL')).toEqual({
      full: 'Mr J VAEL',
      title: 'Mr',
      given: 'J',
      family: 'VAEL',
    });
    expect(nameParts('Morgan van der Vael')).toEqual({ full: 'Morgan van der Vael' });
    expect(nameParts('BLAKE ASHTON DREAMLEY')).toEqual({ full: 'BLAKE ASHTON DREAMLEY' });
  });

  it('never loses a letter', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-zÀ-ž’' -]{1,20}(, [A-Za-zÀ-ž’' -]{1,20})?$/),
        (text) => {
          const letters = (each: string) => [...each.replace(/[\s,]/g, '')].sort().join('');
          expect(letters(nameParts(text).full)).toBe(letters(text));
        },
      ),
    );
  });

  it('does not take an address or a number for a name', () => {
    expect(issueOf('name', 'taz.vael@example.org')).toBe('name-unreadable');
    expect(issueOf('name', '07700 900123')).toBe('name-unreadable');
  });
});

describe('phone', () => {
  it.each([
    ['07700 900123', '+447700900123'],
    ['07700900123', '+447700900123'],
    ['+44 (0)7700 900 568', '+447700900568'],
    ['0044 7700 900123', '+447700900123'],
    ['(01632) 960 809', '+441632960809'],
    ['020 7946 0955', '+442079460955'],
    ['Tel: 01632 960001', '+441632960001'],
    ['07700 900123 (mobile)', '+447700900123'],
  ])('reads %s', (text, number) => {
    expect(readText('phone', text)).toBe(number);
  });

  it.each([
    '900123',
    '43260123456',
    '7700900123',
    '07700 900123 or 07700 900124',
    'ask his mum',
    '14/03/2009',
  ])('leaves %s as text', (text) => {
    expect(issueOf('phone', text)).toBe('phone-unreadable');
  });

  it('warns of a mobile number that is short of a digit, and keeps it', () => {
    expect(readValue('phone', '07700 90012')).toMatchObject({
      ok: true,
      issues: [{ code: 'phone-unusual', severity: 'warning' }],
    });
  });

  it('says that an extension is not part of the number', () => {
    expect(readValue('phone', '01632 960001 ext. 12')).toMatchObject({
      ok: true,
      value: { value: '+441632960001' },
      issues: [{ code: 'phone-extension', severity: 'warning' }],
    });
  });
});

describe('email', () => {
  it.each([
    ['taz.vael@Example.ORG', 'taz.vael@example.org'],
    ['mailto:taz@example.org', 'taz@example.org'],
    ['Taz Vael <taz@example.org>', 'taz@example.org'],
  ])('reads %s', (text, address) => {
    expect(readText('email', text)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'taz@',
    '@taz',
    'taz@localhost',
    'taz@example.org, v@example.org',
    'a b@example.org',
  ])('leaves %s as text', (text) => {
    expect(issueOf('email', text)).toBe('email-unreadable');
  });
});

describe('postcode', () => {
  it('puts the space where it belongs', () => {
    expect(readText('postcode', 'so14 0aa')).toBe('SO14 0AA');
    expect(readText('postcode', 'SO140AA')).toBe('SO14 0AA');
    expect(readText('postcode', 'gir0aa')).toBe('GIR 0AA');
  });

  it('takes ZZ99 for what it is, and warns of other odd ones without refusing them', () => {
    expect(readValue('postcode', 'ZZ99 3VZ')).toEqual({
      ok: true,
      value: { value: 'ZZ99 3VZ' },
      issues: [],
    });
    expect(readValue('postcode', 'ZZ1 4AB')).toMatchObject({
      ok: true,
      value: { value: 'ZZ1 4AB' },
      issues: [{ code: 'postcode-unusual', severity: 'warning' }],
    });
    expect(issueOf('postcode', 'Northmoor')).toBe('postcode-unreadable');
  });
});

describe('handle', () => {
  it.each([
    ['Discord: nullroute_lex', 'nullroute_lex', 'discord'],
    ['@lexstress (Telegram)', '@lexstress', 'telegram'],
    ['Discord=quillz#0421', 'quillz#0421', 'discord'],
    ['Steam - Qu1llZ', 'Qu1llZ', 'steam'],
    ['harpz_dev on Discord', 'harpz_dev', 'discord'],
    ['quillz.exe on Discord, first seen: 9 January 2026', 'quillz.exe', 'discord'],
    ['u/samfictor (Reddit)', 'u/samfictor', 'reddit'],
    ['X/Twitter @qnotareal', '@qnotareal', 'x'],
    ['Telegram t.me/qnotareal', 't.me/qnotareal', 'telegram'],
    ['https://steamcommunity.com/id/x-y', 'https://steamcommunity.com/id/x-y', 'steam'],
    ['PlayStation Network: taz_v', 'taz_v', 'playstation'],
    ['av3ry-v0id (GitLab)', 'av3ry-v0id (GitLab)', undefined],
    ['STEAM_0:1:12345', 'STEAM_0:1:12345', undefined],
    ['noorcodes', 'noorcodes', undefined],
  ])('reads %s', (text, value, platform) => {
    const read = readValue('handle', text);
    expect(read).toMatchObject({ ok: true, value: platform ? { value, platform } : { value } });
    if (read.ok && platform === undefined) expect(read.value).not.toHaveProperty('platform');
  });

  it('takes the platform from a label that names one, and not from one that names many', () => {
    expect(readValue('handle', 'taz', { label: 'Discord username' })).toMatchObject({
      value: { value: 'taz', platform: 'discord' },
    });
    const many = readValue('handle', 'taz', { label: 'Discord / online handles' });
    expect(many.ok && many.value).toEqual({ value: 'taz' });
  });

  it('never loses a character of a handle: what is not the platform stands in the value', () => {
    const handle = fc.stringMatching(/^[\w.#@~!$%^+*-]{1,32}$/);
    fc.assert(
      fc.property(
        handle,
        fc.constantFrom('Discord', 'Steam', 'Telegram', 'GitLab', 'Nowhere'),
        (name, platform) => {
          fc.pre(!saysNotKnown(name));
          for (const text of [
            name,
            `${platform}: ${name}`,
            `${platform}=${name}`,
            `${name} (${platform})`,
          ]) {
            const value = readText('handle', text) ?? '';
            expect(text).toContain(value);
            expect(value).toContain(name);
          }
        },
      ),
    );
  });

  it('does not take a sentence for a handle', () => {
    expect(issueOf('handle', 'He would not say what he is called online')).toBe(
      'handle-unreadable',
    );
  });
});

describe('reference and address', () => {
  it('tidies a reference and changes nothing else in it', () => {
    expect(readText('reference', ' NCCU / 2026/  0438 ')).toBe('NCCU / 2026/ 0438');
    expect(issueOf('reference', 'Reference documents')).toBe('reference-unreadable');
  });

  it('keeps the lines of an address, and its postcode', () => {
    expect(readText('address', ' Dreamt Cottage,\n  Figment  Lane\n\nZZ99 1WF ')).toBe(
      'Dreamt Cottage,\nFigment Lane\nZZ99 1WF',
    );
  });
});
