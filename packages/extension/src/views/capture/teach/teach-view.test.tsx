// @vitest-environment happy-dom
import { type Draft, RecordId } from '@cyber-prevent/core';
import { snapshotOfHtml } from '@cyber-prevent/core/page/html';
import { checkAdapterFile, proveFile } from '@cyber-prevent/core/teach';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import type { CaptureService } from '../../../ports/capture-service.js';
import type { PointedAt } from '../../../ports/teach-service.js';
import { type MemoryServices, memoryServices, OPEN } from '../../../testing/memory-services.js';
import { showShell } from '../../../testing/show-shell.js';
import { PAGE_KEY } from '../review/teach-key.js';

afterEach(cleanup);

const CAPTURE = v.parse(RecordId, 'ca970000-0000-4000-8000-000000000001');
const OTHER = v.parse(RecordId, 'ca970000-0000-4000-8000-000000000002');
const HOST = 'rms.example.org';

const page = (name: string, born: string, path = '/register/1') =>
  JSON.stringify(
    snapshotOfHtml(
      `<!doctype html><title>Register</title><h1>Enquiry register</h1><h2>Young person</h2>
      <table><tr><th>Known as</th><td>${name}</td></tr><tr><th>Born</th><td>${born}</td></tr></table>
      <h2>Enquiry</h2><dl><dt>Our number</dt><dd>ENQ-2291</dd><dt>Handled by</dt><dd>Desk 4</dd></dl>
      <div id="banner"><b>Signed in</b></div>`,
      { url: `https://${HOST}${path}` },
    ),
  );

const KIT = page('Kit Wraxhollow', '14/03/2009');

async function show(pages: Readonly<Record<string, string>> = { [CAPTURE]: KIT }) {
  const capture: CaptureService = {
    ...(await memoryServices()).capture,
    copyOf: (id) => pages[id],
  };
  const shown = await showShell({ capture, start: { name: 'teach', capture: CAPTURE } });
  await screen.findByRole('heading', { name: 'Teach this page' });
  return shown;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

async function says(value: RegExp, what: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: value }));
  await screen.findByRole('heading', { name: 'What is this?' });
  chooses(what);
  press('Save and continue');
  await screen.findByRole('heading', { name: 'Teach this page' });
}

function chooses(what: string): void {
  const select = screen.getByLabelText<HTMLSelectElement>('Record this as');
  const option = [...select.options].find(({ text }) => text === what);
  expect(option, what).toBeDefined();
  fireEvent.change(select, { target: { value: option?.value } });
}

async function names(title = 'North register: enquiry'): Promise<void> {
  press('Name the screen');
  await screen.findByRole('heading', { name: 'Name the screen' });
  const box = screen.getByLabelText('Name of the system and its screen');
  fireEvent.input(box, { target: { value: title } });
  press('Prove the adapter');
}

async function teaches(): Promise<void> {
  await says(/^What is this\? Known as/, 'Subject: Name');
  await says(/^What is this\? Born/, 'Subject: Date of birth');
  await says(/^What is this\? Our number/, 'Referral: Referral reference');
  await says(/^What is this\? Handled by/, 'Nothing to take: never offer this');
}

/** Goes by way of another screen, so that the view is a new one, once the answers are stored. */
async function goes({ router, services }: App, route: Route): Promise<void> {
  await screen.findByText(/^Draft kept at/);
  expect(await services.work.keys()).toContain('teach');
  router.go({ name: 'audit' });
  await screen.findByRole('heading', { name: 'Audit trail' });
  router.go(route);
}

const pointed = (part: Partial<PointedAt>): PointedAt => ({
  frame: [],
  at: 1,
  isGone: false,
  isWithheld: false,
  around: [],
  inside: [],
  path: 'html:nth-of-type(1)',
  text: '',
  ...part,
});
const points = ({ teaching }: MemoryServices, part: Partial<PointedAt>, host = HOST) =>
  teaching.point({ host, at: pointed(part) });

it('goes from a page to an adapter that is proved, saved, and holds no value of the page', async () => {
  const { services } = await show();
  await teaches();
  await names();
  await screen.findByText('Proved on this page: all 3 fields read what you pointed at.');
  const row = screen.getByRole('row', { name: /Date of birth/ });
  expect(within(row).getByText('2009-03-14')).toBeTruthy();
  expect(within(row).getByText('What you pointed at')).toBeTruthy();
  const leaves = screen.getByRole('region', { name: 'Every word of the recorded page' });
  expect(leaves.textContent).toContain('Known as');
  expect(leaves.textContent).not.toMatch(/Kit|Wraxhollow|14\/03\/2009|2291/);

  press('Save to this device');
  await screen.findByText(/^The adapter was saved to this device/);
  expect((await services.adapters.inUse()).map(({ title }) => title)).toEqual([
    'North register: enquiry',
  ]);
  press('Download the file');
  await screen.findByText(/^The file was handed to your browser/);
  const [file] = services.downloads;
  expect(file?.name).toMatch(/\.north-register-enquiry\.adapter\.json$/);
  expect(file?.content).not.toMatch(/Wraxhollow|14\/03\/2009|ENQ-2291/);
  const checked = checkAdapterFile(file?.content ?? '');
  expect(checked.ok && proveFile(checked.value).message).toBe('Proved today: 3 of 3 fields.');

  press('Finish');
  await screen.findByText('The page was taught');
  expect(await services.work.keys()).toEqual([expect.stringMatching(/^adapter-file/), 'adapters']);
});

it('gives the focus to the heading of each step, since the button that led there is gone', async () => {
  await show();
  const at = () => document.activeElement?.textContent;
  const value = await screen.findByRole('button', { name: /^What is this\?.*Kit Wraxhollow/ });
  value.focus();
  fireEvent.click(value);
  await waitFor(() => expect(at()).toBe('What is this?'));
  chooses('Subject: Name');
  press('Save and continue');
  await waitFor(() => expect(at()).toBe('Teach this page'));
  press('Name the screen');
  await waitFor(() => expect(at()).toBe('Name the screen'));
});

it('asks what is missing, and keeps what was said', async () => {
  await show();
  fireEvent.click(await screen.findByRole('button', { name: /^What is this\? Handled by/ }));
  press('Save and continue');
  await screen.findByRole('button', { name: 'Select what this is' });
  press('Cancel');
  await screen.findByText('Nothing yet.');
  await says(/^What is this\? Known as/, 'Subject: Name');
  press('Name the screen');
  await screen.findByLabelText('Name of the system and its screen');
  press('Prove the adapter');
  await screen.findByRole('button', { name: 'Enter the name of the system and its screen' });
  press('Back');
  await screen.findByRole('button', { name: 'Change Subject: Name' });
});

describe('pointing', () => {
  it('offers what the reading found at the element, around it or inside it', async () => {
    const { services } = await show();
    await screen.findByRole('button', { name: /^What is this\? Born/ });
    const cell = 'table:nth-of-type(1)';
    points(services, { around: ['x', `${cell} > y`], text: '14/03/2009' });
    await screen.findByRole('heading', { name: 'What is this?' });
    expect(screen.getByText('Born')).toBeTruthy();
  });

  it('offers the bare text where the reading has no label', async () => {
    const { services } = await show();
    await screen.findByRole('button', { name: /^What is this\? Born/ });
    points(services, { around: ['#banner'], path: '#banner', text: 'Signed in' });
    await screen.findByText(/^It has no label/);
    expect(screen.getByText('Signed in')).toBeTruthy();
  });

  it.each([
    [{ isGone: true }, HOST, /^What you pointed at is no longer on the page/],
    [{ isWithheld: true }, HOST, /^This box can hold a password/],
    [{}, 'other.example.org', /^That is a page of other\.example\.org/],
    [{}, HOST, /^What you pointed at was not there when the page was read/],
  ] as const)('says in a sentence why %o on %s cannot be taught', async (part, host, words) => {
    const { services } = await show();
    await screen.findByRole('button', { name: /^What is this\? Born/ });
    points(services, part, host);
    await screen.findByText(words);
    expect(screen.queryByRole('heading', { name: 'What is this?' })).toBeNull();
  });

  it('does not teach what the officer masked', async () => {
    const { services } = await show();
    await screen.findByRole('button', { name: /^What is this\? Born/ });
    const answer = await services.teaching.ask({ kind: 'read', page: KIT });
    const born = answer.ok ? answer.value.values.find(({ label }) => label === 'Born') : undefined;
    const place = { frame: born?.frame, selector: born?.selector, verbatim: '' };
    cleanup();
    const next = await show();
    await next.services.work.save(
      'draft',
      { rows: [{ decision: { kind: 'mask' }, label: 'Born', place }] },
      0,
    );
    await goes(next.app, { name: 'teach', capture: CAPTURE });
    await screen.findByText('Masked: cannot be taught');
    expect(screen.queryByText('14/03/2009')).toBeNull();
    points(next.services, { around: [born?.selector ?? ''], text: '14/03/2009' });
    await screen.findByText('You masked this value, so it cannot be taught.');
  });
});

it('is there again after a lock, on another record of the same screen, and without a copy', async () => {
  const pages: Record<string, string> = { [CAPTURE]: KIT };
  const { services, app } = await show(pages);
  await teaches();
  await services.vault.lock();
  await screen.findByLabelText('Passphrase');
  services.setVault(OPEN);
  await screen.findByRole('button', { name: 'Change Subject: Date of birth' });

  pages[OTHER] = page('Marlo Quill', '21/06/2010', '/register/2');
  await goes(app, { name: 'teach', capture: OTHER });
  await screen.findByRole('button', { name: /^Change Known as, under “Young person”: Marlo/ });
  await names();
  await screen.findByText('Proved on this page: all 3 fields read what you pointed at.');

  delete pages[OTHER];
  await goes(app, { name: 'teach' });
  await screen.findByText('Proved on this page: all 3 fields read what you pointed at.');
});

it('keeps what a later copy of the page lacks, says so, and leaves it out of the adapter', async () => {
  const pages: Record<string, string> = { [CAPTURE]: KIT };
  const { app } = await show(pages);
  await teaches();
  pages[OTHER] = KIT.replace('Born', 'Arrived');
  await goes(app, { name: 'teach', capture: OTHER });
  await screen.findByText(/^Not on this copy of the page/);
  await names();
  await screen.findByText('Proved on this page: all 2 fields read what you pointed at.');
});

it('is gone on with from where pages are captured, when the draft is gone', async () => {
  const { app } = await show();
  await says(/^What is this\? Known as/, 'Subject: Name');
  await goes(app, { name: 'review' });
  fireEvent.click(
    await screen.findByRole('button', { name: 'Continue with the page that you were teaching' }),
  );
  await screen.findByRole('button', { name: 'Change Subject: Name' });
});

it('asks which of two pages is taught, and throws nothing away', async () => {
  const pages: Record<string, string> = { [CAPTURE]: KIT };
  const { app } = await show(pages);
  await says(/^What is this\? Known as/, 'Subject: Name');
  pages[OTHER] = KIT.replaceAll(HOST, 'south.example.org');
  await goes(app, { name: 'teach', capture: OTHER });
  await screen.findByRole('heading', { name: `You have not finished teaching ${HOST}` });
  press(`Continue with ${HOST}`);
  await screen.findByRole('button', { name: 'Change Subject: Name' });
});

it('makes up a label that the officer says is the record’s', async () => {
  await show({ [CAPTURE]: KIT.replace('Handled by', 'Quill team') });
  await says(/^What is this\? Known as/, 'Subject: Name');
  await says(/^What is this\? Our number/, 'Referral: Referral reference');
  await names();
  await screen.findByText(/^Proved on this page: all 2 fields/);
  fireEvent.click(screen.getByText('Words kept as they were on the page'));
  const hide = screen.queryByRole('button', { name: 'Make this up Quill team' });
  if (hide) fireEvent.click(hide);
  await waitFor(() => {
    const leaves = screen.getByRole('region', { name: 'Every word of the recorded page' });
    expect(leaves.textContent).not.toContain('Quill team');
  });
});

it('watches no page for a screen that was left while the page was put away', async () => {
  const capture: CaptureService = { ...(await memoryServices()).capture, copyOf: () => KIT };
  const { app, services } = await showShell({ capture });
  const { save } = services.work;
  const { watch, stop } = services.teaching;
  let isLeft = false;
  let goOn: (() => void) | undefined;
  const watched: string[] = [];
  services.work.save = async (...given) => {
    if (given[0] === PAGE_KEY)
      await new Promise<void>((go) => {
        goOn = go;
      });
    return save(...given);
  };
  services.teaching.watch = async (capture) => {
    watched.push(capture);
    return watch(capture);
  };
  services.teaching.stop = async () => {
    isLeft = true;
    return stop();
  };
  app.router.go({ name: 'teach', capture: CAPTURE });
  await waitFor(() => expect(goOn).toBeDefined());
  app.router.go({ name: 'audit' });
  await waitFor(() => expect(isLeft).toBe(true));
  goOn?.();
  await new Promise((go) => setTimeout(go, 20));
  expect(watched).toEqual([]);
});

it('says of a saved page that it is one, and marks what may stay empty', async () => {
  const saved = JSON.stringify(
    snapshotOfHtml(
      '<!doctype html><title>Register</title><dl><dt>Born</dt><dd>14/03/2009</dd></dl>',
      {
        url: '',
      },
    ),
  );
  const { services, app } = await show({ [CAPTURE]: saved });
  services.teaching.watch = async () => false;
  app.router.go({ name: 'audit' });
  await screen.findByRole('heading', { name: 'Audit trail' });
  app.router.go({ name: 'teach', capture: CAPTURE });
  const told = await screen.findByText(/^This is a saved page, which cannot be pointed at/);
  expect(told.textContent).not.toContain('Nothing that you said is lost');
  await says(/^What is this\? Born/, 'Subject: Date of birth');
  await screen.findByText(/Nothing that you said is lost/);
  press('Name the screen');
  for (const name of ['Host of the system (optional)', 'Path of the screen (optional)'])
    expect(await screen.findByLabelText(name)).toBeTruthy();
});

const table = (heads: readonly string[], ...rows: readonly (readonly string[])[]) =>
  JSON.stringify(
    snapshotOfHtml(
      `<!doctype html><title>Register</title><h1>Enquiry register</h1><h2>People</h2><table><thead><tr>${heads
        .map((head) => `<th>${head}</th>`)
        .join('')}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`,
      { url: `https://${HOST}/people` },
    ),
  );

describe('a cell of a table', () => {
  it('is one person’s where each row is a person, and the proof says how many there are', async () => {
    const people = table(
      ['Name', 'Mobile'],
      ['Kit Wraxhollow', '07700 900321'],
      ['Dawn Vael', '07700 900322'],
    );
    await show({ [CAPTURE]: people });
    fireEvent.click(await screen.findByRole('button', { name: /^What is this\? Mobile.*900321$/ }));
    await screen.findByRole('heading', { name: 'What is this?' });
    chooses('Subject: Telephone');
    const each = screen.getByLabelText<HTMLInputElement>('Each row is a different person');
    expect(each.checked).toBe(true);
    press('Save and continue');
    await screen.findByText('Subject: Telephone, a different person in each row', {
      selector: 'dt',
    });
    await names();
    await screen.findByText(/^This list has 2 people, one in each row/);
    press('Save to this device');
    await screen.findByText(/^The adapter was saved to this device/);
  });

  it('is asked which rows it stands for, and can be the row where another column says what it is', async () => {
    const grid = table(['Type', 'Number'], ['Home', '01632 960321'], ['Mobile', '07700 900321']);
    const { services } = await show({ [CAPTURE]: grid });
    fireEvent.click(await screen.findByRole('button', { name: /^What is this\? Number.*900321$/ }));
    await screen.findByRole('heading', { name: 'What is this?' });
    chooses('Subject: Telephone');
    press('Save and continue');
    await screen.findByRole('button', { name: 'Select which rows of the table you mean' });
    fireEvent.click(screen.getByLabelText('Only the row where Type is “Mobile”'));
    press('Save and continue');
    await screen.findByText('Subject: Telephone, of the row where Type is “Mobile”', {
      selector: 'dt',
    });
    await names();
    await screen.findByText('Proved on this page: the field reads what you pointed at.');
    expect(screen.queryByText(/960321/)).toBeNull();
    press('Save to this device');
    await screen.findByText(/^The adapter was saved to this device/);
    const [adapter] = await services.adapters.inUse();
    expect(adapter?.screens[0]?.rows).toMatchObject([{ where: { column: 'Type', is: 'Mobile' } }]);
  });
});

describe('a box that can only be pointed at', () => {
  const boxes = JSON.stringify(
    snapshotOfHtml(
      `<!doctype html><title>Register</title><h1>Enquiry register</h1><dl><dt>Born</dt><dd>14/03/2009</dd></dl>
      <label for="school">School</label> <input id="school">
      <table><tr><td><input name="alias"></td></tr></table>`,
      { url: `https://${HOST}/people/1` },
    ),
  );

  it('is listed by its place, and named', async () => {
    await show({ [CAPTURE]: boxes });
    await says(/^What is this\? School/, 'Subject: School or employer');
    await says(/^What is this\? Without a label/, 'Subject: Also known as');
    await says(/^What is this\? Born/, 'Subject: Date of birth');
    await names();
    expect(await screen.findAllByText(/^The box is empty on this copy/)).toHaveLength(2);
  });

  it('is offered when it is pointed at, though it showed nothing when the page was read', async () => {
    const { services } = await show({ [CAPTURE]: boxes });
    await screen.findByRole('button', { name: /^What is this\? Born/ });
    points(services, { around: ['input[name="alias"]', 'td'], path: 'input' });
    await screen.findByRole('heading', { name: 'What is this?' });
    await screen.findByText(/^It has no label/);
  });
});

it('reads the open draft again by the adapter that was saved', async () => {
  const { services } = await show();
  const read = await services.teaching.readAgain(KIT);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const [origin] = read.value.origins;
  const draft: Draft = {
    ...read.value,
    origins: origin ? [{ ...origin, id: CAPTURE }] : [],
    rows: read.value.rows.map((row) => ({ ...row, origin: CAPTURE })),
  };
  expect(draft.rows.map(({ label }) => label)).toContain('Handled by');
  await services.work.save('draft', draft, 0);
  await teaches();
  await names();
  await screen.findByText('Proved on this page: all 3 fields read what you pointed at.');
  press('Save to this device');
  await screen.findByText(/The open draft was read again with it/);
  const held = (await services.work.load('draft'))?.value as Draft;
  expect(held.origins).toMatchObject([{ id: CAPTURE, adapter: { version: '1.0.0' } }]);
  expect(held.rows.map(({ label }) => label)).not.toContain('Handled by');
  expect(held.rows.find(({ raw }) => raw === 'Kit Wraxhollow')).toMatchObject({
    path: 'subject.name',
    namedBy: 'adapter',
    decision: { kind: 'take' },
  });
});

describe('what the adapter does beyond the page that it was taught on', () => {
  const ULLA = page('Ulla Thornquill', '02/05/2010', '/register/2');

  /** A second record, in a draft that was set aside when the first was taught. */
  async function opensAnother(services: MemoryServices, isMasked = false): Promise<void> {
    const read = await services.teaching.readAgain(ULLA);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const draft: Draft = {
      ...read.value,
      origins: read.value.origins.map((origin) => ({ ...origin, id: OTHER })),
      rows: read.value.rows.map((row) => ({
        ...row,
        origin: OTHER,
        ...(isMasked ? { decision: { kind: 'mask' as const } } : {}),
      })),
    };
    await services.work.save(`aside/${OTHER}/draft`, draft, 0);
  }

  it('is tried with changes of the system, and asks for another record', async () => {
    await show();
    await teaches();
    await names();
    await screen.findByText(/^Tried with 5 changes .* No field took another value\.$/);
    expect(screen.getByText(/^One record proves little/)).toBeTruthy();
  });

  it('is read from a second record that the officer opened', async () => {
    const { services } = await show({ [CAPTURE]: KIT, [OTHER]: ULLA });
    await opensAnother(services);
    await teaches();
    await names();
    await screen.findByText(/^These were read from other records/);
    expect(screen.getByText('Ulla Thornquill')).toBeTruthy();
    expect(screen.getByText('2010-05-02')).toBeTruthy();
  });

  it('leaves a second record alone of which a value is masked', async () => {
    const { services } = await show({ [CAPTURE]: KIT, [OTHER]: ULLA });
    await opensAnother(services, true);
    await teaches();
    await names();
    await screen.findByText(/^One record proves little/);
    expect(screen.queryByText('Ulla Thornquill')).toBeNull();
  });
});
