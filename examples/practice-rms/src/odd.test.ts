import { describe, expect, it } from 'vitest';
import { ODD_PAGES } from './odd.ts';
import { textRuns } from './page-text.ts';

const OTHER = 'http://localhost:4999';

function odd(name: string, query = ''): string {
  const page = ODD_PAGES[name]?.({ query: new URLSearchParams(query), otherOrigin: OTHER });
  return page?.text ?? '';
}

describe('the odd pages', () => {
  it('all say that every person is fictional, and run nothing', () => {
    for (const name of Object.keys(ODD_PAGES)) {
      expect(odd(name), name).toContain('Practice system: every person is fictional');
      expect(odd(name), name).not.toMatch(/<script|<[^>]+\son\w+=/i);
    }
  });

  it('show hostile values as text', () => {
    const runs = textRuns(odd('hostile'));
    expect(runs).toContain('<script>alert(1)</script>');
    expect(runs).toContain('__proto__');
    expect(runs.some((run) => run.includes('\u202E'))).toBe(true);
    expect(Math.max(...runs.map((run) => run.length))).toBeGreaterThan(1_000_000);
  });

  it('make a table of about as many nodes as were asked for, within bounds', () => {
    const rows = (query: string) => odd('huge', query).split('<tr>').length - 1;
    expect(rows('nodes=500')).toBe(100);
    expect(rows('nodes=0')).toBe(1);
    expect(rows('nodes=99999999')).toBe(12_000);
    expect(rows('nodes=many')).toBe(4_000);
  });

  it('show dates that are none as they stand', () => {
    const runs = textRuns(odd('baddate'));
    expect(runs).toContain('31 February 2009');
    expect(runs).toContain('not known');
  });

  it('frame the configured origin and no other', () => {
    expect(odd('framed')).toContain(`<iframe src="${OTHER}/lists/records/2"`);
    expect(odd('framed', `src=${OTHER}/summary/records/1`)).toContain(`${OTHER}/summary/records/1`);
    expect(odd('framed', 'src=https://example.org/')).toBe('');
    expect(odd('framed', 'src=javascript:alert(1)')).toBe('');
  });

  it('put values inside open and closed shadow roots', () => {
    expect(odd('shadow')).toContain('<template shadowrootmode="open">');
    expect(odd('shadow')).toContain('<template shadowrootmode="closed">');
  });

  it('ask for secrets among ordinary boxes', () => {
    for (const part of ['type="password"', 'one-time-code', 'type="hidden"', 'type="file"']) {
      expect(odd('passwords')).toContain(part);
    }
  });
});
