import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '../../testing/growth.js';
import { anonymise, identityIn } from './identity-in.js';

const found = (text: string) => identityIn(text).map(({ kind, text: said }) => `${kind}: ${said}`);

describe('identityIn', () => {
  it.each([
    ['We worry about Rowan Vael in Year 9.', 'name: Rowan Vael'],
    ['We worry about E Vael in Year 9.', 'name: E Vael'],
    ['A pupil called Rowan took the booking page down.', 'name: Rowan'],
    ['Rowan (15) has bought time on a stresser.', 'name: Rowan'],
    ['It was Wren’s laptop that was used.', 'name: Wren'],
    ['Rowan has been boasting of it.', 'name: Rowan'],
    ['Rowan’s been seen on a forum.', 'name: Rowan'],
    ['Yesterday it was Wren again, on a phone.', 'name: Wren'],
    ['We think that April Vael did it.', 'name: April Vael'],
    ['Please ring the mother (Marisol) today.', 'name: Marisol'],
    ['We asked about Rowan. Nobody answered.', 'name: Rowan'],
    ['Ring the mother on 07700 900123.', 'phone: 07700 900123'],
    ['Write to rowan.vael@example.org please.', 'email: rowan.vael@example.org'],
    ['He is known on Discord as RowanV_Test there.', 'handle: RowanV_Test'],
    ['The account is @rowan.v09 we think.', 'handle: @rowan.v09'],
    ['DOB: 14/03/2010', 'birth-date: 14/03/2010'],
    ['born on 14 March 2010 in this town', 'birth-date: 14 March 2010'],
    ['The child was 14.03.2010 and it happened on 20/11/2026.', 'birth-date: 14.03.2010'],
    ['They go to Testford Academy.', 'school: Testford Academy'],
    ['They live at 7 Sample Row, Testford.', 'address: 7 Sample Row'],
    ['Somewhere in ZZ99 3WZ.', 'address: ZZ99 3WZ'],
    ['Name: Rowan Vael\nWhy: games', 'name: Rowan Vael'],
    ['student: VAEL, Rowan', 'name: VAEL, Rowan'],
  ])('asks about %j', (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  it.each([
    'A Year 9 pupil has been buying time on a booter and boasting of it on Discord.',
    'The school network went down on Monday 23 November 2026 after the lesson on Python.',
    'What can the Cyber Choices team do? The Designated Safeguarding Lead asks.',
    'He broke the Computer Misuse Act 1990, section 3, using a Raspberry Pi.',
    'Our college would like an assembly in March. There was an incident on 20/11/2026.',
    'Plays Minecraft and Roblox. Uses Kali Linux.',
    'This has been going on since September. It was a DDoS, they said. Everyone was sent home.',
    'He used an LLM, and Wireshark, at home; staff in ICT and the Head of Year know.',
    'He read it in the Mail app at home.',
    '',
  ])('asks nothing about %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds each once, in the order of the text, where it stands', () => {
    const text = 'Rowan Vael, rowan.vael@example.org, 07700 900123. Rowan Vael again.';
    const all = identityIn(text);
    expect(all.map(({ kind }) => kind)).toEqual(['name', 'email', 'phone', 'name']);
    for (const { at, text: said } of all) expect(text.slice(at, at + said.length)).toBe(said);
  });
});

describe('anonymise', () => {
  it('puts what was found out and leaves every other word', () => {
    const text = 'A pupil called Rowan at Testford Academy, RowanV_Test on Discord, boasts.';
    expect(anonymise(text, identityIn(text))).toBe(
      'A pupil called [name] at [school], [handle] on Discord, boasts.',
    );
    expect(anonymise(text, [])).toBe(text);
  });

  const planted = fc.constantFrom(
    'Rowan Vael',
    'rowan.vael@example.org',
    '07700 900123',
    '7 Sample Row',
    'ZZ99 3WZ',
    'Testford Academy',
    'DOB: 14/03/2010',
  );
  const words = fc.array(
    fc.constantFrom('the', 'lesson', 'was', 'long', 'network', 'stopped', 'twice', '.', '\n', '—'),
    { maxLength: 8 },
  );

  it('leaves nothing that would be asked about again, wherever it stood', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, planted), { maxLength: 4 }), words, (parts, end) => {
        const text = [
          ...parts.map(([before, each]) => `${before.join(' ')} ${each}`),
          end.join(' '),
        ]
          .join(' ')
          .trim();
        const clean = anonymise(text, identityIn(text));
        expect(identityIn(clean)).toEqual([]);
        expect(anonymise(clean, identityIn(clean))).toBe(clean);
      }),
    );
  });

  it('looks through any text in time that grows with it, and never throws', async () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        for (const { at, text: said } of identityIn(text))
          expect(text.slice(at, at + said.length)).toBe(said);
      }),
    );
    for (const [part, length] of [
      ['Ab ', 24_000],
      // Shorter: each number found is compared with all earlier ones, and that cost must not show yet.
      ['0', 6000],
      ['@a.', 48_000],
      ['called ', 48_000],
    ] as const) {
      const search = (letters: number) => {
        const text = part.repeat(letters / part.length);
        return () => identityIn(text);
      };
      // Three times the cost that the length accounts for: a search restarted at each letter goes far beyond.
      expect(await growth(search(length / 10), search(length), 10)).toBeLessThan(3);
    }
  });
});
