import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOST_CLASSES, hostClassOf, profileOf, withHostClasses } from './host-class.js';

describe('hostClassOf', () => {
  it.each([
    ['https://rms.example.org/records/1', 'force'],
    ['http://localhost:4000/', 'force'],
    ['', 'force'],
    ['file:///record.html', 'force'],
    ['https://x.com/somebody', 'open-source'],
    ['https://www.github.com/x', 'open-source'],
    ['https://box.com/x', 'force'],
    ['https://t.me/x', 'open-source'],
    ['https://portal.fernbrook.sch.uk/', 'partner'],
    ['https://rms.northmoor.police.uk/', 'force'],
    ['https://pnc.northmoor.police.uk/', 'never'],
    ['https://LEDS-live.example.org/', 'never'],
    ['https://pnd/', 'never'],
    ['https://topnd.example.org/', 'force'],
    ['https://pncweb.northmoor.police.uk/', 'never'],
    ['https://pnc2.example.org/', 'never'],
    ['https://webpnc01.example.org/', 'never'],
    ['https://gateway.northmoor.police.uk/pnd/', 'never'],
    ['https://gateway.northmoor.police.uk/apps/PNCweb/search', 'never'],
    ['https://gateway.northmoor.police.uk/#/pnd/search', 'never'],
    ['https://ledsportal.example.org/', 'never'],
    ['https://ledsham.fernbrook.sch.uk/', 'partner'],
    ['https://rms.northmoor.police.uk/pnc-number-guidance', 'force'],
    ['https://rms.northmoor.police.uk/compounds/pondlife', 'force'],
    ['https://github.com/pnd/tools', 'open-source'],
  ])('%s is %s', (url, expected) => {
    expect(hostClassOf(url)).toBe(expected);
  });

  it('lets a force allow a host by naming it', () => {
    const rows = [
      ...HOST_CLASSES.rows,
      { class: 'force' as const, domains: ['pnc.northmoor.police.uk'] },
    ];
    expect(hostClassOf('https://pnc.northmoor.police.uk/', { ...HOST_CLASSES, rows })).toBe(
      'force',
    );
    expect(
      hostClassOf('https://pnc.northmoor.police.uk/', {
        ...HOST_CLASSES,
        rows: rows.toReversed(),
      }),
    ).toBe('force');
    expect(hostClassOf('https://pnc.southmarch.police.uk/', { ...HOST_CLASSES, rows })).toBe(
      'never',
    );
  });

  it('lets a force allow a part of a host’s pages, and not by naming the host alone', () => {
    const page = 'https://gateway.northmoor.police.uk/pnd/search';
    const allowing = (domain: string) => withHostClasses([{ class: 'force', domains: [domain] }]);
    expect(hostClassOf(page, allowing('gateway.northmoor.police.uk'))).toBe('never');
    expect(hostClassOf(page, allowing('gateway.northmoor.police.uk/pnd'))).toBe('force');
    expect(hostClassOf(page, allowing('gateway.northmoor.police.uk/pnc'))).toBe('never');
  });

  it('finds a word of a force’s own beside figures and joined words, and in no longer word', () => {
    const joined = fc.constantFrom('', '1', '02', ...(HOST_CLASSES.joined ?? []));
    const ours = withHostClasses([{ class: 'never', words: ['athena'] }]);
    fc.assert(
      fc.property(joined, joined, fc.stringMatching(/^[xyz]{1,5}$/), (before, after, other) => {
        const part = `${before}athena${after}`;
        expect(hostClassOf(`https://${part}.example.org/`, ours)).toBe('never');
        expect(hostClassOf(`https://rms.example.org/a/${part}/1`, ours)).toBe('never');
        expect(hostClassOf(`https://${other}athena${after}.example.org/`, ours)).toBe('force');
        expect(hostClassOf(`https://rms.example.org/athena${other}/`, ours)).toBe('force');
      }),
    );
  });

  it('goes by a force’s row where it is as close as the shipped one', () => {
    const ours = withHostClasses([
      { class: 'partner', domains: ['police.uk'] },
      { class: 'never', words: ['niche'] },
    ]);
    expect(hostClassOf('https://rms.northmoor.police.uk/', ours)).toBe('partner');
    expect(hostClassOf('https://niche.northmoor.police.uk/', ours)).toBe('never');
    expect(hostClassOf('https://pnc.northmoor.police.uk/', ours)).toBe('never');
    expect(hostClassOf('https://x.com/somebody', ours)).toBe('open-source');
  });

  it('is dated, and says where it comes from', () => {
    expect(HOST_CLASSES).toMatchObject({
      checkedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      status: 'proposed',
    });
  });
});

describe('profileOf', () => {
  it.each([
    ['https://x.com/Rowan_Test/status/1?s=20', 'x.com/rowan_test'],
    ['https://www.x.com/rowan_test', 'x.com/rowan_test'],
    ['https://steamcommunity.com/id/rowan/games', 'steamcommunity.com/id/rowan'],
    ['https://old.reddit.com/user/rowan/comments', 'reddit.com/user/rowan'],
    ['https://rowan.github.io/', 'rowan.github.io'],
    ['https://x.com/', 'x.com'],
    ['file:///saved.html', undefined],
    ['', undefined],
  ])('%s is a page of %s', (url, expected) => {
    expect(profileOf(url)).toBe(expected);
  });
});
