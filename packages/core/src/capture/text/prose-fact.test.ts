import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsInText } from './prose-fact.js';

const facts = (text: string) => factsInText(text).map(({ path, raw }) => [path, raw]);

describe('factsInText', () => {
  it('finds sections with a comma before the Act', () => {
    expect(facts('Law: sections 2 and 3A, Computer Misuse Act 1990.')).toEqual([
      ['referral.lawMentioned[]', 'sections 2 and 3A, Computer Misuse Act 1990'],
    ]);
  });

  it('finds who referred, for whom they work, how they are reached, and when', () => {
    expect(
      facts(
        'Ref by DC Imogen Vale, Southmarch Police, tel 01632 960871, i.vale@southmarch.police.example on 12/01/2026.\nNothing else.',
      ),
    ).toEqual([
      ['referrer.name', 'DC Imogen Vale'],
      ['referrer.organisation', 'Southmarch Police'],
      ['referrer.phone', '01632 960871'],
      ['referrer.email', 'i.vale@southmarch.police.example'],
      ['referral.receivedOn', '12/01/2026'],
    ]);
    expect(
      facts('Taz was referred to us on 4 February 2026 by Sgt Bea Nolan of Yarnshire Police.'),
    ).toEqual([
      ['referral.receivedOn', '4 February 2026'],
      ['referrer.name', 'Sgt Bea Nolan'],
      ['referrer.organisation', 'Yarnshire Police'],
    ]);
  });

  it('finds the name of an account beside the word for it', () => {
    const handle = 'subject.onlineIdentifiers[].asSeen';
    expect(facts('He signed in to a Discord account (kt_rootless) twice.')).toEqual([
      [handle, 'kt_rootless'],
    ]);
    expect(facts('Admitted using the account kt_rootless.')).toEqual([[handle, 'kt_rootless']]);
    for (const text of ['He used the account 20331749.', 'A Discord account (banned) and more'])
      expect(facts(text).filter(([path]) => path === handle)).toEqual([]);
  });

  it('gives a parent’s number to the parent', () => {
    expect(facts('Please ring her father, Mr Dev Vael, on 07700 900782.')).toEqual([
      ['relatedPersons[].relationship', 'father'],
      ['relatedPersons[].name', 'Mr Dev Vael'],
      ['relatedPersons[].phones[]', '07700 900782'],
    ]);
    expect(facts('Mother: Tessa Vael 07700 900932.\nHis mobile is 07700 900111')).toEqual([
      ['relatedPersons[].relationship', 'Mother'],
      ['relatedPersons[].name', 'Tessa Vael'],
      ['relatedPersons[].phones[]', '07700 900932'],
      ['subject.phones[]', '07700 900111'],
    ]);
  });

  it('says nothing of whose a number is where the text does not', () => {
    expect(facts('Rang 07700 900123, no answer.')).toEqual([[undefined, '07700 900123']]);
  });

  it('finds handles where the platform or the quotation marks say so', () => {
    expect(
      facts(
        'She is "h3xvael" on Discord and h3x-vael on GitHub. TikTok @taz.v, forum handle "vael".',
      ),
    ).toEqual([
      ['subject.onlineIdentifiers[].asSeen', 'h3xvael'],
      ['subject.onlineIdentifiers[].asSeen', 'h3x-vael'],
      ['subject.onlineIdentifiers[].asSeen', '@taz.v'],
      ['subject.onlineIdentifiers[].asSeen', 'vael'],
    ]);
    expect(factsInText('Forum handle "vael". TG @taz_v').map(({ platform }) => platform)).toEqual([
      'forum',
      'telegram',
    ]);
    expect(facts('He spends hours on Discord and on Steam with friends.')).toEqual([]);
  });

  it('tells a birth, an incident and the day of a referral apart', () => {
    expect(facts('DOB 21/06/2010. Referred on 3/2/2026 after 6 March 2026.')).toEqual([
      ['subject.bornOn', '21/06/2010'],
      ['referral.incidentDates[]', '6 March 2026'],
    ]);
  });

  it('finds whom a letter is about, where they live and what school they go to', () => {
    expect(
      facts(
        'I would like to refer Tegan Vael in Year 9 here at Holt Valley School (born 30 May 2012). She lives at 22 Bryn Terrace, Holt Valley, ZZ17 9YD with her nan.',
      ),
    ).toEqual([
      ['subject.name', 'Tegan Vael'],
      ['subject.school', 'Holt Valley School'],
      ['subject.bornOn', '30 May 2012'],
      ['subject.address', '22 Bryn Terrace, Holt Valley, ZZ17 9YD'],
    ]);
  });

  it('offers an address on the network with its time and zone, and a wallet', () => {
    expect(facts('Seen from 192.0.2.7 at 02/01/2026 21:14:03 GMT.')).toEqual([
      [undefined, '192.0.2.7 at 02/01/2026 21:14:03 GMT'],
    ]);
  });

  it('only ever gives words of the text, in order, none within another', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              'mother: Tessa Vael ',
              'referred by DC Ann Vale, ',
              '07700 900123 ',
              'a@b.example ',
              'Discord: x_y ',
              '12/01/2026 ',
              '\n',
            ),
          ),
        ),
        (pieces) => {
          const text = pieces.join('');
          let from = 0;
          for (const fact of factsInText(text)) {
            expect(text.slice(fact.at, fact.at + fact.raw.length)).toBe(fact.raw);
            expect(fact.at).toBeGreaterThanOrEqual(from);
            from = fact.at + fact.raw.length;
          }
        },
      ),
    );
  });

  it('comes to an end on texts that are made to keep a pattern busy', () => {
    for (const bait of [
      'A a',
      'Mr Aa ',
      'a.',
      '0',
      'mother: ',
      'referred ',
      '"',
      'on Discord ',
      '1/',
    ]) {
      expect(factsInText(bait.repeat(20_000)).length, bait).toBeLessThanOrEqual(60);
    }
  });
});
