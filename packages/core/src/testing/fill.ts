/**
 * The conformance suite of filling: the text that an adapter types into its system's forms, and the reference that it
 * finds on the page after.
 */

import { describe, expect, it } from 'vitest';
import type { Adapter } from '../capture/adapter/adapter.js';
import { checkAdapter } from '../capture/adapter/check-adapter.js';
import { knowsLabel } from '../capture/name/knows-label.js';
import { gatherCodeLists } from '../codes/index.js';
import { fillValues } from '../fill/fill-value.js';
import { findReferences } from '../fill/find-reference.js';
import { nameForm } from '../fill/name-form.js';
import { planFill } from '../fill/plan-fill.js';
import { readPage } from '../page/read-page.js';
import { snapshotOfHtml } from '../page/saved-page.js';
import type { PageSnapshot } from '../page/snapshot/snapshot.js';
import {
  buildIntervention,
  buildReferral,
  buildReferrer,
  buildSubject,
} from './fiction/builder.js';
import { type FormFixture, loadForms, loadReferences } from './fixture.js';
import { fixturePages } from './fixture-page.js';
import { METAMORPHS } from './metamorph.js';
import { UNCONDITIONED } from './unconditioned.js';

export interface FillTestOptions {
  /**
   * Saved forms, as a path from the test with `*` in the file name; next to each `.html`, a `.json` of the text typed.
   */
  readonly forms?: string;
  /** Saved pages that show the reference; next to each, a `.json` with it. */
  readonly references?: string;
}

const SUBJECT = buildSubject({
  name: 'Jamie Quillfeather',
  givenNames: 'Jamie',
  familyName: 'Quillfeather',
  bornOn: '2010-03-14',
  phones: ['07700 900417'],
  emails: ['jamie@example.org'],
  schools: [{ name: 'Wraxhollow Academy', notedOn: '2026-11-02' }],
  addresses: [{ lines: '1 Bogus Road\nNorthmoor', postcode: 'ZZ99 3VZ', notedOn: '2026-11-02' }],
});

/** Records that the suite gives to every form: fixtures are written with these values. */
export const FILL_TEST_RECORDS = {
  subject: SUBJECT,
  referral: buildReferral({
    subjectId: SUBJECT.id,
    reference: 'NM/26/0104',
    receivedOn: '2026-11-02',
    narrative: 'A teacher saw a port scanner on a school laptop.',
  }),
  referrer: buildReferrer({
    name: 'Alex Wraxhollow',
    organisation: 'Wraxhollow Academy',
    role: 'Safeguarding lead',
    phone: '01632 960118',
    email: 'office@example.org',
  }),
  intervention: buildIntervention({
    subjectId: SUBJECT.id,
    kind: 'home-visit',
    heldOn: '2026-11-20',
    mode: 'in-person',
    minutes: 45,
    place: 'At home',
    present: 'Mother',
    outcome: 'engaged',
    note: 'Talked about port scanning and where the line is.',
  }),
};

/**
 * Runs an adapter's forms and reference pages against its fixtures.
 *
 * @param from - `import.meta.url` of the test, so that the fixtures are found
 */
export function testFill(adapter: Adapter, from: string, options: FillTestOptions): void {
  const forms = options.forms === undefined ? [] : loadForms(from, options.forms);
  const pages = options.references === undefined ? [] : loadReferences(from, options.references);
  describe(`adapter ${adapter.id}, filling`, () => {
    it('is well formed: ids, field paths, locators, codes', () => {
      expect(checkAdapter(adapter).issues).toEqual([]);
    });

    it('names only codes that there are', () => {
      const lists = gatherCodeLists();
      const codes = (adapter.fill ?? []).flatMap(({ choices = {} }) =>
        Object.entries(choices).flatMap(([path, words]) =>
          Object.keys(words).map((code) => [path.replace('.', '-'), code] as const),
        ),
      );
      const unknown = codes.filter(
        ([list, code]) => !lists.get(list)?.codes.some((row) => row.code === code),
      );
      expect(unknown).toEqual([]);
    });

    for (const fixture of forms) describe(`on ${fixture.name}`, () => testForm(adapter, fixture));

    it.each(fixturePages)('steps aside on a page of another kind: $id', ({ html, url, title }) => {
      const page = snapshotOfHtml(html, { url, title });
      for (const { of } of adapter.fill ?? [])
        expect(planOn(adapter, page, of).adapter).toBeUndefined();
    });

    for (const { name, html, page, of, reference } of pages)
      it(`finds the reference on ${name}`, () => {
        const snapshot = snapshotOfHtml(html, page);
        const asked = { kind: of, adapters: [adapter] };
        const [found] = findReferences(snapshot, readPage(snapshot, { knows: knowsLabel }), asked);
        expect(found).toMatchObject({ text: reference, by: 'adapter' });
      });
  });
}

function testForm(adapter: Adapter, { html, page, of, typed, left }: FormFixture): void {
  const snapshot = snapshotOfHtml(html, page);

  it('is chosen', () => {
    expect(planOn(adapter, snapshot, of).adapter?.id).toBe(adapter.id);
  });

  it('types what the form asks for, and nothing else', () => {
    expect(typedOn(adapter, snapshot, of)).toEqual(typed);
  });

  it('says why of what it leaves', () => {
    const { rows } = planOn(adapter, snapshot, of);
    const why = rows.map(({ id, why: issue }) => [id, issue?.code] as const);
    expect(Object.fromEntries(why.filter(([id]) => Object.hasOwn(left, id)))).toEqual(left);
  });

  it('never plans for a control that would send the form', () => {
    const { rows } = planOn(adapter, snapshot, of);
    for (const { steps } of rows)
      for (const { target } of steps)
        expect(['submit', 'image', 'reset', 'button', 'hidden', 'password', 'file']).not.toContain(
          target.type,
        );
  });

  it('leaves the snapshot as it was', () => {
    const before = structuredClone(snapshot);
    planOn(adapter, snapshot, of);
    expect(snapshot).toEqual(before);
  });

  it.each(METAMORPHS)(
    'types the same $id, or steps aside where its selectors end',
    ({ id, change }) => {
      const changed = change(snapshot);
      // A selector starts in the page itself, and does not reach into frames or shadow trees that it does not name.
      const isOut = WRAPPED.test(id) && planOn(adapter, changed, of).adapter === undefined;
      if (!isOut) expect(typedOn(adapter, changed, of)).toEqual(typed);
    },
  );
}

const WRAPPED = /frame|shadow/;

function planOn(adapter: Adapter, snapshot: PageSnapshot, of: FormFixture['of']) {
  const form = nameForm(snapshot, readPage(snapshot, { knows: knowsLabel }), {
    kind: of,
    adapters: [adapter],
  });
  return planFill(
    form,
    fillValues(of, FILL_TEST_RECORDS, gatherCodeLists(), UNCONDITIONED),
    [],
    [],
    true,
  );
}

function typedOn(adapter: Adapter, snapshot: PageSnapshot, of: FormFixture['of']) {
  const { rows } = planOn(adapter, snapshot, of);
  return Object.fromEntries(
    rows.filter(({ start }) => start === 'type').map(({ id, text }) => [id, text]),
  );
}
