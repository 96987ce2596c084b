// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { beforeAll, expect, it, vi } from 'vitest';
import { byId } from './dom.ts';

const file = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const text = (id: string) => document.getElementById(id)?.textContent ?? '';

/** Waits for what comes late, on a machine that may be busy. */
function soon(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 60_000 });
}

function submit(form: string): void {
  byId('form', form).dispatchEvent(new Event('submit', { cancelable: true }));
}

/** A control of the draft by the name that a screen reader announces. */
function control<E extends Element>(name: string): E {
  const found = document.querySelector<E>(`[aria-label="${name}"]`);
  if (!found) throw new Error(`Nothing on the page is called “${name}”`);
  return found;
}

beforeAll(async () => {
  vi.stubGlobal('indexedDB', indexedDB);
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  const page = file('../index.html');
  document.body.innerHTML = /<main>.*<\/main>/s.exec(page)?.[0] ?? '';
  await import('./main.ts');
});

it('asks for a page before it reads one', async () => {
  submit('read');
  await soon(() => expect(text('message')).toContain('Choose a saved page'));
});

it('files what the officer decided, and shows it in the summary', async () => {
  byId('textarea', 'html').value = file('../fixtures/referral.html').replace(
    'Juno Farrow',
    'Juno &lt;img src=x onerror=alert(1)&gt; Farrow',
  );
  submit('read');
  await soon(() => expect(text('draft')).toContain('Date of birth'));
  expect(text('review')).not.toContain('undefined');

  const born = control<HTMLInputElement>('Date of birth, Subject');
  expect(born.value).toBe('2010-03-14');
  born.value = '31 February 2010';
  submit('file-referral');
  await soon(() => expect(text('message')).toMatch(/^Date of birth: /));
  expect(byId('section', 'summary').hidden).toBe(true);

  born.value = '15 March 2010';
  control<HTMLSelectElement>('Decision on Telephone, Subject').value = 'mask';
  submit('file-referral');
  await soon(() => expect(text('message')).toMatch(/^Say whether the referral is saved/));

  byId('input', 'without-narrative').checked = true;
  submit('file-referral');
  await soon(() => expect(text('message')).toContain('The referral is filed'));

  expect(text('report')).toContain('15 March 2010');
  expect(text('report')).toContain('Juno <img src=x onerror=alert(1)> Farrow');
  expect(document.querySelector('#report img')).toBeNull();
  expect(text('report')).not.toContain('900417');
  expect(text('report')).not.toContain('Wren Farrow');
  expect(text('filed')).toContain('Summary of Juno');
});
