// @vitest-environment happy-dom
/** Templates of packs where papers are made: offered with their standing, named by the paper, held to the law of all. */
import { buildDecision, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, expect, it } from 'vitest';
import type { GivenTemplateRow, TemplatesOfPacks } from '../../ports/packs.js';
import { day } from '../../testing/packs-under-test.js';
import { showShell } from '../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./summary-view.js'), import('./prepare.js')]), 60_000);
afterEach(cleanup);

function template(
  id: string,
  body: string,
  { head = 'needs: [subject]\n', ...more }: Partial<GivenTemplateRow> & { head?: string } = {},
): GivenTemplateRow {
  return {
    kind: 'template',
    id,
    title: 'Letter to a school',
    version: '2.1.0',
    standing: 'proposed',
    source: 'Working paper 7',
    checkedOn: day('2026-11-20'),
    issuer: { name: 'Wendingshire cyber unit', rank: 'force' },
    markdown: `---\nid: ${id}\ntitle: Our letter\nmarking: OFFICIAL-SENSITIVE\n${head}---\n\n${body}\n`,
    ...more,
  };
}
const LETTER = template('school-letter', 'We have met :value[subject.name].');
const FOOT =
  'Template (its issuer’s own, not official): “Letter to a school”, version 2.1.0. From: Wendingshire cyber unit (force). Source: Working paper 7. Checked on 20 November 2026.';

async function opens(
  inForce: readonly GivenTemplateRow[],
  recalled: TemplatesOfPacks['recalled'] = [],
) {
  const policy = { fips: false, given: { templates: { inForce, recalled } } };
  const shell = await showShell({ policy });
  const subject = buildSubject({ name: 'Petra Lindqvist' });
  const referral = buildReferral({ subjectId: subject.id, narrative: 'Her aunt rang.' });
  await shell.services.store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('referral', referral),
      newRecord(
        'decision',
        buildDecision({ subjectId: subject.id, referralId: referral.id, reason: 'She asked.' }),
      ),
    ],
    reason: 'case-work',
  });
  shell.app.router.go({ name: 'summary', subject: subject.id });
  await screen.findByLabelText('Where is it going?');
  return shell;
}
const goesTo = (destination: string) =>
  fireEvent.change(screen.getByLabelText('Where is it going?'), { target: { value: destination } });
const paperWords = async () =>
  (await screen.findByRole('region', { name: 'Preview' })).textContent ?? '';
const choices = () => within(screen.getByRole('group', { name: 'Document' })).getAllByRole('radio');

it('asks for no document where there is one, and the paper names the template that ships', async () => {
  await opens([]);
  expect(screen.queryByRole('group', { name: 'Document' })).toBeNull();
  goesTo('supervisor');
  expect(await paperWords()).toMatch(
    /Template \(its issuer’s own, not official\): “Case summary”, version [\d.]+\. From: This toolkit\. Source: Written for this toolkit; to be confirmed by the force\. Checked on 30 November 2026\.OFFICIAL-SENSITIVE/,
  );
});

it('offers one of a pack after that of the place, with its standing, and makes the paper by it', async () => {
  const { services } = await opens([LETTER]);
  expect(choices()).toHaveLength(2);
  expect(screen.getByLabelText<HTMLInputElement>('Case summary').checked).toBe(true);
  const letter = screen.getByLabelText<HTMLInputElement>('Letter to a school');
  expect(document.getElementById(letter.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Version 2.1.0. From: Wendingshire cyber unit (force). The issuer’s own, not official. Source: Working paper 7. Last checked 20 November 2026.',
  );
  goesTo('school');
  fireEvent.click(letter);
  await waitFor(async () => expect(await paperWords()).toContain('We have met Petra Lindqvist.'));
  expect(await paperWords()).toContain(`${FOOT}OFFICIAL-SENSITIVE`);
  fireEvent.input(screen.getByLabelText('Who receives it?'), { target: { value: 'The head' } });
  fireEvent.change(screen.getByLabelText('Legal gateway'), {
    target: { value: 'children-act-11' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Save as HTML' }));
  await waitFor(() => expect(services.downloads).toHaveLength(1));
  expect(services.downloads[0]?.name).toMatch(/^school-letter-/);
  expect(services.downloads[0]?.content).toContain('We have met');
  expect((await services.store.audit()).at(-1)).toMatchObject({ action: 'disclosure' });
});

it('makes the document that ships by the template in its place, and asks nothing', async () => {
  await opens([template('case-summary', 'In our own words: :value[subject.name].')]);
  expect(screen.queryByRole('group', { name: 'Document' })).toBeNull();
  goesTo('supervisor');
  const words = await paperWords();
  expect(words).toContain('In our own words: Petra Lindqvist.');
  expect(words).toContain(FOOT);
});

it('withholds by the rules of the audience, whatever the template prints', async () => {
  await opens([
    template('school-letter', '- Said: :value[referral.narrative]\n\nNothing is withheld.', {
      head: 'needs: [subject]\nmay: [referral]\n',
    }),
  ]);
  fireEvent.click(screen.getByLabelText('Letter to a school'));
  goesTo('school');
  await screen.findByText(/This document may not go to/);
  expect(document.body.textContent).not.toContain('Her aunt rang');
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  goesTo('supervisor');
  expect(await paperWords()).toContain('Her aunt rang');
});

it('asks again about words that were confirmed for another document', async () => {
  await opens([
    template('court-letter', ':value[referral.narrative]', {
      head: 'needs: [subject, referral]\n',
    }),
  ]);
  goesTo('court');
  fireEvent.click(await screen.findByLabelText('Narrative'));
  await waitFor(async () => expect(await paperWords()).toContain('Her aunt rang'));
  fireEvent.click(screen.getByLabelText('Letter to a school'));
  await waitFor(async () => expect(await paperWords()).not.toContain('Her aunt rang'));
  expect(screen.getByLabelText<HTMLInputElement>('Narrative').checked).toBe(false);
});

it('says what a record lacks for a document, and lets nothing leave', async () => {
  const { services } = await opens([
    template('next', 'A', { head: 'needs: [subject, nextStep]\n' }),
  ]);
  fireEvent.click(screen.getByLabelText('Letter to a school'));
  await screen.findByText(/“Our letter” cannot be made.*nothing is recorded of: next step/);
  goesTo('supervisor');
  expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
  fireEvent.submit(screen.getByRole('form', { name: 'Export' }));
  expect(screen.queryByRole('button', { name: 'Save as HTML' })).toBeNull();
  expect((await services.store.audit()).map(({ action }) => action)).not.toContain('disclosure');
});

it('says why a template cannot be used, in place of printing another one', async () => {
  await opens([
    template('case-summary', 'A', { markdown: LETTER.markdown.replace('-SENSITIVE', '') }),
  ]);
  await screen.findByText(/Write marking: OFFICIAL-SENSITIVE/);
  goesTo('supervisor');
  expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
});

it('offers a document at the place that its template names, and nowhere else', async () => {
  await opens([
    template('order-letter', 'A', { head: 'needs: [subject, order]\n' }),
    template('lines', 'A', { head: 'needs: [subject]\nmay: [chronology]\n' }),
  ]);
  expect(screen.queryByRole('group', { name: 'Document' })).toBeNull();
});

it('makes no paper by a template that is recalled with nothing in its place, and says so', async () => {
  const recalled = {
    ...template('case-summary', ''),
    title: 'Case summary',
    recalledOn: day('2026-11-21'),
    reason: 'Two headings were the wrong way round.',
  };
  const { issuer: _, ...shipped } = recalled;
  await opens([LETTER], [shipped]);
  await screen.findByText(
    '“Case summary” was recalled on 21 November 2026, and cannot be made. Two headings were the wrong way round. Nothing else is in force in its place.',
  );
  goesTo('supervisor');
  expect(await paperWords()).toContain('We have met');
  cleanup();
  await opens([], [shipped]);
  await screen.findByText(/was recalled on 21 November 2026/);
  goesTo('supervisor');
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
});
