import { describe, expect, it } from 'vitest';
import { addressOf, linkOf, originOf } from './address.js';

describe('an address that leaves the page', () => {
  it('keeps which record it is and loses what signs somebody in', () => {
    expect(addressOf('https://rms.example/view?id=7&SID=abc&access_token=x#top')).toBe(
      'https://rms.example/view?id=7&SID=&access_token=',
    );
    expect(addressOf('https://officer:pass@rms.example/#/referral/7')).toBe(
      'https://rms.example/#/referral/7',
    );
    expect(addressOf('about:srcdoc')).toBe('about:srcdoc');
    expect(addressOf('data:text/html,secret')).toBe('data:');
    expect(addressOf('nonsense')).toBe('');
  });

  it('keeps links to places only, as they were written', () => {
    expect(linkOf('view.php?id=7#x')).toBe('view.php');
    expect(linkOf('mailto:a@example.org?subject=x')).toBe('mailto:a@example.org');
    for (const href of [
      'javascript:alert(1)',
      ' java\nscript:x',
      'data:text/html,x',
      '#top',
      '?id=7',
      '',
    ])
      expect([href, linkOf(href)]).toEqual([href, undefined]);
  });

  it('names a frame by its origin', () => {
    expect(originOf('https://mail.example:8443/a?b=c')).toBe('https://mail.example:8443');
    expect(originOf('about:blank')).toBe('about:blank');
    expect(originOf('data:text/html,x')).toBe('data:');
  });
});
