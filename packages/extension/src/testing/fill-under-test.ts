/** A subject with a referral and an intervention in the vault, and the screen that writes one of them elsewhere. */
import { type Change, type FillKind, RecordId, type RecordKind } from '@cyber-prevent/core';
import { buildIntervention, buildReferral, buildSubject } from '@cyber-prevent/core/testing';
import { fireEvent, screen } from '@testing-library/preact';
import * as v from 'valibot';
import type { Surface } from '../app/surface.js';
import type { Policy } from '../ports/services.js';
import { type MemoryFill, type MemoryFillOptions, memoryFill } from './memory-fill.js';
import { type MemoryServices, memoryServices } from './memory-services.js';
import { showShell } from './show-shell.js';

const SUBJECT = buildSubject({ name: 'Tamsin Vael', bornOn: '2010-03-04' });
const REFERRAL = buildReferral({
  subjectId: SUBJECT.id,
  reference: 'NM/26/104',
  suspectedOffences: ['Unauthorised access'],
});
const INTERVENTION = buildIntervention({
  subjectId: SUBJECT.id,
  kind: 'home-visit',
  heldOn: '2026-11-20',
  mode: 'in-person',
  minutes: 45,
  place: 'Home',
  outcome: 'engaged',
  note: 'Talked about port scanning.',
});

/** A form whose page names nobody. */
export const NAMELESS = `<h1>Log a contact</h1>
  <label for="ref">Referral reference</label><input id="ref">
  <label for="place">Place</label><input id="place" value="School">
  <label for="min">Duration (mins)</label><input id="min" type="number">
  <label for="out">Outcome</label><select id="out"><option>Engaged</option><option>Refused</option></select>
  <label for="note">Notes</label><textarea id="note" maxlength="20"></textarea>
  <label for="officer">Officer’s collar number</label><input id="officer">`;
export const FORM = `<nav aria-label="Breadcrumb"><ol><li>Tamsin Vael</li></ol></nav>${NAMELESS}`;

export interface ShowFillOptions extends MemoryFillOptions {
  readonly of?: FillKind;
  readonly surface?: Surface;
  readonly policy?: Policy;
  /** A second date of birth, recorded elsewhere and not settled. */
  readonly bornAlso?: string;
  /** Services of an earlier screen: another panel over the same vault. */
  readonly again?: Pick<MemoryServices, 'store'>;
}

export async function showFill(options: ShowFillOptions = {}) {
  const { of = 'intervention', surface = 'panel', policy, again, bornAlso, ...how } = options;
  const page: MemoryFill = memoryFill(how);
  const store = again?.store ?? (await seeded(bornAlso));
  const record = of === 'referral' ? REFERRAL.id : INTERVENTION.id;
  const shown = await showShell({
    surface,
    page,
    store,
    ...(policy ? { policy } : {}),
    start: { name: 'fill', subject: SUBJECT.id, of, record },
  });
  await screen.findByRole('heading', { level: 1, name: 'Write to another system' });
  return { ...shown, page };
}

async function seeded(bornAlso?: string) {
  const { store } = await memoryServices();
  const change = <K extends RecordKind>(kind: K, set: { readonly id: string }): Change =>
    ({ kind, record: v.parse(RecordId, set.id), parents: [], set }) as unknown as Change;
  await store.commit({
    changes: [
      change('subject', {
        ...SUBJECT,
        ...(bornAlso === undefined
          ? {}
          : { alsoRecorded: [{ what: 'bornOn', date: bornAlso, notedOn: '2026-11-20' }] }),
      }),
      change('referral', REFERRAL),
      change('intervention', INTERVENTION),
    ],
    reason: 'case-work',
  });
  return store;
}

/** The row of a value in the plan, by its label. */
export const row = (label: string) => {
  const found = screen
    .getAllByRole('listitem')
    .find((item) => item.querySelector('.cp-fill-row__label')?.textContent === label);
  if (!found) throw new Error(`No row “${label}”`);
  return found;
};
export const press = (name: string | RegExp) =>
  fireEvent.click(screen.getByRole('button', { name }));
export const TYPE_2 = 'Type 2 values about Tamsin Vael, born 4 March 2010';
export const planned = () => screen.findByRole('heading', { name: 'Form of rms.example.org' });
