// @vitest-environment happy-dom
import {
  buildContactCheck,
  buildContactPlan,
  buildDecision,
  buildIntervention,
  buildObjective,
  buildPlan,
  buildReferral,
  buildReferrer,
  buildRelatedPerson,
  buildSafeguardingConcern,
  buildSession,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

afterEach(cleanup);

const subject = buildSubject({ name: 'Kit Vale', phones: [], emails: [] });
const about = { subjectId: subject.id };

/** The date in the memory services: 24 November 2026. */
async function opens(...changes: readonly ReturnType<typeof newRecord>[]) {
  const shown = await showShell({ start: { name: 'safeguarding' } });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), ...changes],
    reason: 'case-work',
  });
  shown.app.router.go({ name: 'subject', subject: subject.id });
  await screen.findByRole('region', { name: 'Overview' });
  return shown;
}
const part = (name: string) => screen.getByRole('region', { name });

it('says on what conditions the referral was given, where it is read', async () => {
  const capture = buildSourceCapture({ conditions: 'Do not tell the school' });
  const referral = newRecord('referral', buildReferral({ ...about, referrerId: undefined }));
  const sources = { narrative: [buildSource({ capture: capture.id })] };
  await opens(newRecord('sourceCapture', capture), { ...referral, sources } as never);
  expect(part('Why they are here').textContent).toContain(
    'Conditions apply Do not tell the school',
  );
});

describe('the overview of somebody of whom little is known', () => {
  it('says of each part that there is nothing, and how to begin', async () => {
    const { app } = await opens();
    expect(part('Last contact').textContent).toContain('No contact yet.');
    expect(part('Why they are here').textContent).toContain('No referral is on record.');
    expect(part('So far').textContent).toContain('Nothing has happened yet.');
    expect(part('Keep in mind').textContent).toContain('Nothing recorded.');
    expect(part('Related people').textContent).toContain('Nobody is recorded yet.');
    expect(screen.queryByRole('region', { name: 'Conditions' })).toBeNull();
    fireEvent.click(within(part('Plan')).getByRole('button', { name: 'Make a plan' }));
    expect(app.router.route.value).toEqual({ name: 'plan', subject: subject.id, form: 'make' });
  });

  it('names what is on record rather than that nothing has happened', async () => {
    await opens(
      newRecord('safeguardingConcern', buildSafeguardingConcern(about)),
      newRecord('relatedPerson', buildRelatedPerson(about)),
      newRecord('relatedPerson', buildRelatedPerson(about)),
    );
    expect(part('So far').textContent).toContain(
      'On record: 2 related people, safeguarding concern.',
    );
    expect(part('So far').textContent).not.toContain('Nothing has happened yet.');
  });

  it('says in a sentence what is too little for a picture', async () => {
    await opens(newRecord('intervention', buildIntervention({ ...about, heldOn: '2026-11-20' })));
    expect(part('So far').textContent).toContain('1 contact');
    expect(part('So far').textContent).toContain('no level assessed');
    expect(screen.queryByRole('img', { name: /^From / })).toBeNull();
  });
});

describe('the overview of a case', () => {
  const referrer = buildReferrer();
  const referral = buildReferral({ ...about, referrerId: referrer.id, status: 'accepted' });

  it('says why they are here in the words of the referral, as what was reported, and what was decided', async () => {
    await opens(
      newRecord('referrer', referrer),
      newRecord('referral', referral),
      newRecord(
        'decision',
        buildDecision({ ...about, referralId: referral.id, decidedOn: '2026-11-24' }),
      ),
    );
    const words = part('Why they are here').textContent;
    expect(words).toContain('Referred on 20 November 2026. Referrer: Ottilie Brandt');
    expect(words).toContain('booking page was taken down');
    expect(words).toContain('Computer Misuse Act 1990, s.1');
    expect(words).toContain('Accepted on 24 November 2026.');
  });

  it('says how the last contact went, how far the plan has come and what is next', async () => {
    const plan = buildPlan(about);
    await opens(
      newRecord(
        'intervention',
        buildIntervention({ ...about, heldOn: '2026-11-20', nextAction: 'Ring the club' }),
      ),
      newRecord('plan', plan),
      newRecord('objective', buildObjective({ ...about, planId: plan.id })),
      newRecord('session', buildSession({ ...about, arrangedFor: '2026-12-01' })),
    );
    expect(part('Last contact').textContent).toMatch(
      /Fri 20 Nov, .*, in person, 45 minutes: engaged\./,
    );
    expect(part('Last contact').textContent).toContain('What happens next: Ring the club');
    expect(within(part('Plan')).getByRole('img').getAttribute('aria-label')).toBe(
      '0 of 1 objectives closed, 0 of them achieved',
    );
    expect(part('Plan').textContent).toContain('Tue 1 Dec, Testford Academy.');
  });

  it('draws the case from the fourth entry on, with the same in a sentence and in a table', async () => {
    await opens(
      ...['2026-03-02', '2026-05-04', '2026-08-10', '2026-11-20'].map((heldOn) =>
        newRecord('intervention', buildIntervention({ ...about, heldOn })),
      ),
    );
    const picture = screen.getByRole('img', { name: /^From 2 March 2026 to 24 November 2026/ });
    expect(picture.getAttribute('aria-label')).toContain('4 contacts');
    await waitFor(
      () => expect(picture.querySelectorAll('.cp-plot__mark--contact > *')).toHaveLength(4),
      { timeout: 20_000 },
    );
    const fold = screen.getByText('As a table').closest('details');
    if (fold) fold.open = true;
    fireEvent(fold ?? document, new Event('toggle'));
    const table = await within(part('So far')).findByRole('table');
    expect(document.querySelectorAll('.cp-picture style')).toHaveLength(0);
    expect(within(table).getAllByRole('row')).toHaveLength(5);
  });

  it('draws no picture of one day, and says in a sentence what was on it', async () => {
    await opens(
      ...[1, 2, 3, 4].map(() =>
        newRecord('intervention', buildIntervention({ ...about, heldOn: '2026-11-24' })),
      ),
    );
    screen.getByText(/^On 24 November 2026: /);
    expect(screen.queryByRole('img', { name: /24 November/ })).toBeNull();
  });

  it('offers a first plan once, under what is due', async () => {
    const decision = buildDecision({ ...about, referralId: referral.id, outcome: 'accept' });
    await opens(
      newRecord('referrer', referrer),
      newRecord('referral', referral),
      newRecord('decision', decision),
    );
    expect(screen.getAllByRole('button', { name: 'Make a plan' })).toHaveLength(1);
    expect(part('Plan').textContent).toContain('No plan');
  });

  it('offers a plan in its own part once the case is closed, and nothing more is due', async () => {
    const decided = (outcome: 'accept' | 'close', more: object) =>
      newRecord('decision', buildDecision({ ...about, outcome, ...more }));
    await opens(
      newRecord('referrer', referrer),
      newRecord('referral', referral),
      decided('accept', { referralId: referral.id, decidedOn: '2026-11-20' }),
      decided('close', { closureReason: 'no-further-concern', decidedOn: '2026-11-24' }),
    );
    within(part('Plan')).getByRole('button', { name: 'Make a plan' });
    expect(screen.getAllByRole('button', { name: 'Make a plan' })).toHaveLength(1);
  });

  it('says first that a concern is open and who was told, and leads to it', async () => {
    const concern = buildSafeguardingConcern({ ...about, reference: 'CSC-1' });
    const { app } = await opens(newRecord('safeguardingConcern', concern));
    const strip = part('A safeguarding concern is open');
    expect(strip.textContent).toContain('reference CSC-1');
    expect(strip.textContent).not.toContain(concern.what);
    fireEvent.click(within(strip).getByRole('button', { name: 'Open the concern' }));
    expect(app.router.route.value).toEqual({ name: 'concern', concern: concern.id });
  });

  it('has an open concern before the check before contact', async () => {
    await opens(
      newRecord('contactCheck', buildContactCheck(about)),
      newRecord('safeguardingConcern', buildSafeguardingConcern(about)),
    );
    const strip = part('A safeguarding concern is open');
    const check = part('Check with investigations before contact.');
    expect(strip.compareDocumentPosition(check)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('keeps in mind what the contact plan says', async () => {
    await opens(
      newRecord('contactPlan', buildContactPlan({ ...about, safeContact: 'Text before you ring' })),
    );
    expect(part('Keep in mind').textContent).toContain('Safe contact: Text before you ring');
  });
});

describe('the people in somebody’s life', () => {
  const mother = buildRelatedPerson({
    ...about,
    name: 'Niamh Vale',
    phones: ['07700 900417'],
    emails: ['n.vale@example.org'],
  });

  it('have numbers and addresses that can be pressed', async () => {
    await opens(newRecord('relatedPerson', mother));
    const people = within(part('Related people'));
    const call = people.getByRole('link', { name: 'Call Niamh Vale on 07700 900417' });
    expect(call.getAttribute('href')).toBe('tel:07700900417');
    const write = people.getByRole('link', { name: 'Write to Niamh Vale at n.vale@example.org' });
    expect(write.getAttribute('href')).toBe('mailto:n.vale@example.org');
  });

  it('are named by their part where no name is recorded, and a number stays with its own record', async () => {
    const worker = buildRelatedPerson({
      ...about,
      name: 'Ines Marlow',
      relationship: 'Social worker',
      relationshipKind: 'social-worker',
      phones: [],
      emails: [],
    });
    const aunt = buildRelatedPerson({
      ...about,
      name: undefined,
      relationship: 'Aunt',
      relationshipKind: undefined,
      phones: ['07700 900418'],
      emails: [],
    });
    const referrer = buildReferrer({
      name: undefined,
      kind: undefined,
      organisation: 'Testford Academy',
      role: undefined,
      phone: '01632 960417',
      email: undefined,
    });
    await opens(
      newRecord('relatedPerson', worker),
      newRecord('relatedPerson', aunt),
      newRecord('referrer', referrer),
      newRecord('referral', buildReferral({ ...about, referrerId: referrer.id })),
    );
    const people = part('Related people');
    const links = within(people)
      .getAllByRole('link')
      .map((link) => link.getAttribute('aria-label') ?? link.textContent);
    expect(links).toEqual([
      'Call Aunt, name not recorded on 07700 900418',
      'Call Referrer, name not recorded on 01632 960417',
    ]);
    const rows = within(people)
      .getAllByRole('listitem')
      .map((row) => row.textContent ?? '');
    expect(rows.find((row) => row.startsWith('Ines Marlow'))).not.toMatch(/0\d{4}/);
    expect(rows.find((row) => row.startsWith('Referrer, name not recorded'))).toContain(
      'Testford Academy',
    );
  });

  it('come after the check before contact, where one is in place', async () => {
    await opens(
      newRecord('relatedPerson', mother),
      newRecord('contactCheck', buildContactCheck(about)),
    );
    expect(part('Related people').textContent).toMatch(
      /Check with investigations before contact.*Niamh Vale/,
    );
  });

  it('have them copied, which is said', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    await opens(newRecord('relatedPerson', mother));
    const copy = await screen.findByRole('button', { name: 'Copy 07700 900417 of Niamh Vale' });
    fireEvent.click(copy);
    expect(await screen.findByText(/^Copied 07700 900417/)).toBeTruthy();
    expect(copied).toEqual(['07700 900417']);
  });

  it('are not offered to be copied where the force does not allow it', async () => {
    const shown = await showShell({ start: { name: 'safeguarding' } });
    Object.assign(shown.app.services, { policy: async () => ({ clipboard: false }) });
    await shown.services.store.commit({
      changes: [newRecord('subject', subject), newRecord('relatedPerson', mother)],
      reason: 'case-work',
    });
    shown.app.router.go({ name: 'subject', subject: subject.id });
    await screen.findByRole('link', { name: /^Call Niamh Vale/ });
    expect(screen.queryByRole('button', { name: /^Copy/ })).toBeNull();
  });

  it('are nobody who was recorded for somebody else', async () => {
    const other = buildSubject({ name: 'Wren Quill' });
    await opens(
      newRecord('subject', other),
      newRecord('relatedPerson', buildRelatedPerson({ subjectId: other.id, name: 'Not theirs' })),
    );
    expect(document.body.textContent).not.toContain('Not theirs');
  });
});
