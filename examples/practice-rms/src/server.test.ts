import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeRms, startPracticeRms } from './server.ts';

let system: PracticeRms;

beforeEach(async () => {
  system = await startPracticeRms();
});

afterEach(async () => {
  await system.stop();
});

const get = (path: string) => fetch(`${system.url}${path}`, { redirect: 'manual' });

const post = (path: string, form: Record<string, string>) =>
  fetch(`${system.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });

describe.each(['legacy', 'legacy/content', 'lists', 'summary'])('/%s', (look) => {
  it('gives a save reference and shows what was changed', async () => {
    const saved = await post(`/${look}/records/2/edit`, { school: 'Changed & <b>new</b> School' });
    expect(saved.status).toBe(303);
    expect(saved.headers.get('location')).toBe(`/${look}/records/2?saved=PR-0002-001`);

    const content = look === 'legacy' ? 'legacy/content' : look;
    const page = await (await get(`/${content}/records/2?saved=PR-0002-001`)).text();
    expect(page).toContain('Saved. Reference PR-0002-001');
    expect(page).toContain('Changed &amp; &lt;b&gt;new&lt;/b&gt; School');
    expect(system.record('2').subject.school).toBe('Changed & <b>new</b> School');

    const again = await post(`/${look}/records/2/edit`, { school: 'Changed again' });
    expect(again.headers.get('location')).toContain('PR-0002-002');
  });

  it('shows what was typed again, with a message, when something is wrong', async () => {
    const before = system.record('1');
    const typed = { familyName: '', school: 'Typed School', incidentDates: '31/02/2026' };
    const refused = await post(`/${look}/records/1/edit`, typed);
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('Enter the family name');
    expect(page).toContain('Enter a real date');
    expect(page).toContain('value="Typed School"');
    expect(page).toContain('value="31/02/2026"');
    expect(system.record('1')).toEqual(before);
  });

  it('refuses a form that is larger than 64 kB, and keeps nothing of it', async () => {
    const before = system.record('1');
    const refused = await post(`/${look}/records/1/edit`, { narrative: 'x'.repeat(66_000) });
    expect(refused.status).toBe(413);
    expect(system.record('1')).toEqual(before);
  });

  it('keeps a contact, shows it with its number, and asks again where something is wrong', async () => {
    const content = look === 'legacy' ? 'legacy/content' : look;
    const path = `/${look}/records/2/contact`;
    const empty = await get(`/${content}/records/2/contact`);
    expect(empty.status).toBe(200);
    const typed = { kind: 'HV', minutes: '45', outcome: 'Engaged', log: 'Talked <b>long</b>' };
    const refused = await post(path, { ...typed, heldOn: '31/02/2026' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Enter a real date');
    expect(system.contacts('2')).toEqual([]);

    const kept = await post(path, { ...typed, heldOn: '20/11/2026' });
    expect(kept.headers.get('location')).toBe(`${path}?kept=CL-0002-001`);
    const page = await (await get(`/${content}/records/2/contact?kept=CL-0002-001`)).text();
    expect(page).toContain('CL-0002-001');
    expect(page).toContain('Talked &lt;b&gt;long&lt;/b&gt;');
    expect(system.contacts('2')).toMatchObject([
      { reference: 'CL-0002-001', contact: { heldOn: '2026-11-20', minutes: 45 } },
    ]);
    const other = await (await get(`/${content}/records/2/contact?kept=CL-0009-001`)).text();
    expect(other).not.toContain('CL-0009-001');
  });

  it('shows no save reference that it did not give', async () => {
    const page = await (await get(`/${look}/records/1?saved=PR-0001-009`)).text();
    expect(page).not.toContain('PR-0001-009');
  });
});

describe('the date of birth in three boxes', () => {
  const boxes = (day: string, month: string, year: string) =>
    post('/summary/records/1/edit', {
      'bornOn-day': day,
      'bornOn-month': month,
      'bornOn-year': year,
    });

  it('is read as one date', async () => {
    expect((await boxes('2', '4', '2010')).status).toBe(303);
    expect(system.record('1').subject.bornOn).toBe('2010-04-02');
  });

  it('is not known when all three are empty', async () => {
    expect((await boxes('', '', '')).status).toBe(303);
    expect(system.record('1').subject.bornOn).toBeNull();
  });

  it('is shown again as it was typed when it is no date', async () => {
    const refused = await boxes('31', '2', '2009');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('name="bornOn-day" value="31"');
  });
});

describe('the server', () => {
  it('sends the same careful headers with every answer', async () => {
    const paths = ['/', '/legacy/', '/lists/records/1', '/odd/framed', '/nowhere', '/legacy'];
    for (const path of paths) {
      const { headers } = await get(path);
      expect(headers.get('cache-control'), path).toBe('no-store');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none';/);
      expect(headers.get('content-security-policy'), path).not.toContain('script-src');
    }
  });

  it('listens on the loopback address only', async () => {
    expect(system.url).toBe(`http://127.0.0.1:${system.port}`);
    await expect(startPracticeRms({ host: '0.0.0.0' })).rejects.toThrow('not a loopback address');
    await expect(startPracticeRms({ otherOrigin: 'https://example.org' })).rejects.toThrow(
      'not a loopback origin',
    );
  });

  it('does not answer to a foreign name that points to it', async () => {
    expect(await statusOf('/', { host: 'rebound.example.org' })).toBe(403);
    expect(await statusOf('/', { host: `localhost:${system.port}` })).toBe(200);
  });

  it('answers an address that is none', async () => {
    for (const path of ['//', '/%', '/lists/records/%00', '/odd/__proto__', '/lists/content/']) {
      expect(await statusOf(path, {}), path).toBe(404);
    }
  });

  it('refuses a form from another site', async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect(await statusOf('/lists/records/1/edit', headers, 'POST')).toBe(403);
  });

  it('remembers each request without its query', async () => {
    await get('/lists/records/1?saved=x');
    await post('/lists/records/1/edit', { school: 'Changed' });
    expect(system.requests).toEqual([
      { method: 'GET', path: '/lists/records/1' },
      { method: 'POST', path: '/lists/records/1/edit' },
    ]);
  });

  it('hands out copies and forgets every change when it stops', async () => {
    await post('/lists/records/1/edit', { school: 'Changed' });
    const other = await startPracticeRms();
    expect(other.record('1').subject.school).not.toBe('Changed');
    await other.stop();
    expect(() => system.record('99')).toThrow(RangeError);
  });
});

/** `fetch` does not let a test choose these headers. */
function statusOf(path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<number | undefined>((resolve, reject) => {
    request(`${system.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
