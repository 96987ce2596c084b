// @vitest-environment happy-dom
import { PreventError, type RecordId, type RecordStore } from '@cyber-prevent/core';
import {
  buildContactPlan,
  buildIntervention,
  buildSafeguardingConcern,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { showShell } from '../../testing/show-shell.js';

beforeAll(
  () =>
    Promise.all([import('../subject/subject-view.js'), import('../person/contact-plan-view.js')]),
  60_000,
);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const subject = buildSubject({ name: 'Rowan Vael', bornOn: '2009-05-05' });
const plan = buildContactPlan({ subjectId: subject.id, preferredName: 'Ro' });
const capture = buildSourceCapture();
const concern = buildSafeguardingConcern({ subjectId: subject.id });
const intervention = buildIntervention({ subjectId: subject.id });
let printed: string[];
beforeEach(() => {
  printed = [];
  // A printer's view of the page: everything except elements hidden from paper.
  vi.stubGlobal('print', () => {
    const page = document.body.cloneNode(true) as HTMLElement;
    for (const hidden of page.querySelectorAll('.cp-no-print')) hidden.remove();
    printed.push(page.textContent ?? '');
    dispatchEvent(new Event('afterprint'));
  });
});

const LABEL = 'Print this page';
const SHOWN = 'Preferred name';

describe('the print of a contact plan', () => {
  const open = async () => {
    const { services } = await showShell();
    const changes = [
      newRecord('sourceCapture', capture),
      {
        ...newRecord('subject', subject),
        sources: { name: [buildSource({ capture: capture.id })] },
      },
      newRecord('safeguardingConcern', concern),
      newRecord('contactPlan', plan),
      newRecord('intervention', intervention),
    ];
    await services.store.commit({ changes, reason: 'case-work' });
    cleanup();
    const shown = await showShell({
      start: { name: 'contact-plan', subject: subject.id },
      store: services.store,
    });
    const form = await screen.findByRole('form', { name: LABEL, hidden: true });
    return { store: shown.services.store, form };
  };
  const answer = (form: HTMLElement, gateway = 'children-act-11'): void => {
    const select = (name: string, value: string) =>
      fireEvent.change(within(form).getByLabelText(name), { target: { value } });
    select('Where is it going?', 'partner');
    select('Why is it disclosed?', 'case-work');
    if (gateway) select('Legal gateway', gateway);
    fireEvent.input(within(form).getByLabelText('Who receives it?'), {
      target: { value: 'Testford youth team' },
    });
  };
  const press = (form: HTMLElement) =>
    fireEvent.click(within(form).getByRole('button', { name: 'Print', hidden: true }));
  const disclosures = async (store: RecordStore) =>
    (await store.audit()).filter(({ action }) => action === 'disclosure');

  it('is made only once somebody said to whom and by which gateway, and the disclosure is logged', async () => {
    const { store, form } = await open();
    press(form);
    await within(form).findAllByText('Enter who receives it');
    expect(printed).toEqual([]);
    expect(await disclosures(store)).toEqual([]);
    answer(form, '');
    press(form);
    await within(form).findAllByText('Select the legal gateway');
    answer(form, 'not-known');
    press(form);
    await within(form).findAllByText(/Nothing may leave while/);
    expect(printed).toEqual([]);
    expect(await disclosures(store)).toEqual([]);
    answer(form);
    press(form);
    await waitFor(() => expect(printed).toHaveLength(1));
    expect(printed[0]).toContain(SHOWN);
    // Whoever finds the paper with “Ro” on it can tell whose it is.
    expect(printed[0]).toContain('Rowan Vael, born 5 May 2009');
    expect(printed[0]).not.toMatch(/Page read|Safeguarding concern:/);
    const [entry, ...more] = await disclosures(store);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      fields: ['contactPlan'],
      reason: 'case-work',
      recipients: ['partner', 'Testford youth team'],
      gateway: 'children-act-11',
    });
    expect(new Set<RecordId>(entry?.records)).toEqual(new Set([subject.id, plan.id]));
  });

  it('is not made when the disclosure cannot be logged', async () => {
    const { store, form } = await open();
    const full = new PreventError('CP_STORE_FULL', 'The disk is full');
    const refused = vi.spyOn(store, 'commit').mockRejectedValue(full);
    answer(form);
    press(form);
    await within(form).findByText(/The disk is full/);
    expect(refused).toHaveBeenCalled();
    expect(printed).toEqual([]);
  });

  it('is one sentence where the browser prints by itself', async () => {
    await open();
    globalThis.print();
    expect(printed[0]).not.toContain(SHOWN);
    expect(printed[0]).toContain('Use the print button on the page');
  });
});
