// @vitest-environment happy-dom
/** The forms of work with a subject, by role and label; their results are read back from the store. */
import type { RecordId } from '@cyber-prevent/core';
import {
  buildNoticeBreach,
  buildObjective,
  buildPlan,
  buildSession,
  buildStopCard,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../app/route.js';
import { showShell } from '../../../testing/show-shell.js';
import { routeOfAct } from '../../desk/today/act-route.js';

beforeAll(async () => {
  await Promise.all([import('./late.js'), import('../quick-log/quick-log-view.js')]);
}, 60_000);
afterEach(cleanup);

/** Presses the button with these words; one that saves also names the person. */
const presses = async (words: string) =>
  fireEvent.click(
    await screen.findByRole('button', {
      name: (said) => said === words || said === `${words} for Petra Lindqvist`,
    }),
  );
const box = (label: string) => screen.getByLabelText(label) as HTMLInputElement;
const types = (label: string, value: string) => fireEvent.input(box(label), { target: { value } });

async function shows(
  to: (subject: RecordId) => Route,
  records: (subject: RecordId) => readonly ReturnType<typeof newRecord>[] = () => [],
  bornOn: string | undefined = '2010-03-14',
) {
  const shown = await showShell({});
  const subject = buildSubject({ name: 'Petra Lindqvist', bornOn });
  await shown.services.store.commit({
    changes: [newRecord('subject', subject), ...records(subject.id)],
    reason: 'case-work',
  });
  shown.app.router.go(to(subject.id));
  return { ...shown, subject, store: shown.services.store };
}

describe('an objective', () => {
  const plan = buildPlan();
  const standing = (subjectId: RecordId) => [
    newRecord('plan', { ...plan, subjectId, reviewDueOn: '2099-01-01' as never }),
  ];

  it('is not kept without somebody who sees to it, and nothing typed is lost', async () => {
    const { store } = await shows((subject) => ({ name: 'plan', subject, form: 'add' }), standing);
    await screen.findByLabelText('Need');
    types('Need', 'Nobody shows interest.');
    await presses('Save the objective');
    const problems = within(await screen.findByRole('alert'));
    expect(problems.getByRole('button', { name: 'Enter the person responsible' })).toBeDefined();
    expect(box('Need').value).toBe('Nobody shows interest.');
    expect(await store.query('objective')).toEqual([]);
  });

  it('is under a plan whose review day is said with its weekday', async () => {
    await shows((subject) => ({ name: 'subject', subject, section: 'work-plan' }), standing);
    expect(await screen.findByText('Thursday 1 January 2099')).toBeDefined();
  });

  it('is beside a session that is still to come, of which nobody has to say anything yet', async () => {
    const objective = buildObjective({ planId: plan.id });
    const arranged = (subjectId: RecordId, arrangedFor: string) =>
      newRecord('session', buildSession({ subjectId, objectiveId: objective.id, arrangedFor }));
    await shows(
      (subject) => ({ name: 'subject', subject, section: 'work-plan' }),
      (subjectId) => [
        ...standing(subjectId),
        newRecord('objective', { ...objective, subjectId }),
        arranged(subjectId, '2026-11-02'),
        arranged(subjectId, '2030-06-01'),
      ],
    );
    await screen.findByText('Session arranged for 1 June 2030');
    screen.getByText('Session on 2 November 2026: nobody has said whether they came');
  });

  it('is not achieved while a session for it has not been accounted for', async () => {
    const objective = buildObjective({ planId: plan.id });
    const { store } = await shows(
      (subject) => ({ name: 'plan', subject, form: 'close', objective: objective.id }),
      (subjectId) => [
        ...standing(subjectId),
        newRecord('objective', { ...objective, subjectId }),
        newRecord('session', buildSession({ subjectId, objectiveId: objective.id })),
      ],
    );
    fireEvent.click(await screen.findByLabelText('Achieved'));
    types('What shows it, or why not', 'Came third.');
    await presses('Close the objective');
    await screen.findByRole('button', { name: /^A session is arranged for .* Say so first\.$/ });
    expect(box('What shows it, or why not').value).toBe('Came third.');
    expect((await store.get('objective', objective.id))?.value.result).toBeUndefined();
  });
});

describe('a plan', () => {
  it('proposes the day of its review by the rule, and keeps the day that the officer gives', async () => {
    const { store } = await shows((subject) => ({ name: 'plan', subject, form: 'make' }));
    await screen.findByText(/^A plan is reviewed within sixty working days\. /);
    const day = within(screen.getByRole('group', { name: 'Review due' }));
    const typed = () =>
      ['Day', 'Month', 'Year'].map((part) => (day.getByLabelText(part) as HTMLInputElement).value);
    // Sixty working days after Tuesday 24 November 2026, over three bank holidays.
    expect(typed()).toEqual(['19', '2', '2027']);
    fireEvent.input(day.getByLabelText('Day'), { target: { value: '11' } });
    await presses('Save the plan');
    await waitFor(async () =>
      expect((await store.query('plan'))[0]?.value.reviewDueOn).toBe('2027-02-11'),
    );
  });
});

describe('a notice', () => {
  it('asks for nothing before it is said whether there are grounds', async () => {
    await shows((subject) => ({ name: 'notice', subject, form: 'serve' }));
    await screen.findByText(/no statutory force and finds no guilt/);
    expect(screen.queryByLabelText('Another notice, on its own paper')).toBeNull();
    fireEvent.click(screen.getByLabelText('Yes'));
    await screen.findByText(/by this route unless the officer in the case agrees/);
    expect(screen.queryByLabelText('Version of the notice')).toBeNull();
    fireEvent.click(screen.getByLabelText('Another notice, on its own paper'));
    expect(await screen.findByLabelText('Version of the notice')).toBeDefined();
    fireEvent.click(screen.getByLabelText('The notice of this toolkit, version 2'));
    await waitFor(() => expect(screen.queryByLabelText('Version of the notice')).toBeNull());
  });

  it('offers the newest version of ours alone, and takes no earlier one from a draft', async () => {
    const { app, services, subject } = await shows((id) => ({ name: 'subject', subject: id }));
    const draft = { grounds: 'none', noticeText: 'toolkit-1', how: 'in-person' };
    await services.work.save(`notice/serve/${subject.id}`, draft, 0);
    app.router.go({ name: 'notice', subject: subject.id, form: 'serve' });
    await presses('Continue');
    await screen.findByLabelText('Another notice, on its own paper');
    expect(screen.queryByLabelText('The notice of this toolkit, version 1')).toBeNull();
    fireEvent.click(screen.getByLabelText(/^Section 1:/));
    fireEvent.click(screen.getByLabelText('Signed for'));
    await presses('Save the served notice');
    const problems = await screen.findByRole('alert');
    expect(problems.textContent).toContain('Select which notice was served');
    expect(await services.store.query('ceaseAndDesist')).toEqual([]);
  });

  it('says what to answer of the questions that are on screen, and of no other', async () => {
    await shows((subject) => ({ name: 'notice', subject, form: 'serve' }));
    await screen.findByText(/no statutory force and finds no guilt/);
    const problems = async () =>
      within(await screen.findByRole('alert'))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
    await presses('Save the served notice');
    expect(await problems()).toEqual(['Select whether there are grounds to suspect an offence']);
    fireEvent.click(screen.getByLabelText('No'));
    // It starts from the paper in use here.
    const paper = await screen.findByLabelText<HTMLInputElement>(
      'The notice of this toolkit, version 2',
    );
    expect(paper.checked).toBe(true);
    await presses('Save the served notice');
    await waitFor(async () => expect((await problems()).length).toBeGreaterThan(1));
    expect((await problems()).filter((each) => /^Enter the/.test(each ?? ''))).toEqual([]);
  });

  it('logs its serving as a contact with the same people present', async () => {
    const { store } = await shows((subject) => ({ name: 'notice', subject, form: 'serve' }));
    fireEvent.click(await screen.findByLabelText('Yes'));
    fireEvent.click(await screen.findByLabelText('In person'));
    types('Officer in the case, who agreed', 'DC Imogen Farthing, 5520');
    fireEvent.click(screen.getByLabelText('The notice of this toolkit, version 2'));
    types('Parent, carer or supporter present (optional)', 'Marisol Quillon, mother');
    types('Appropriate adult (optional)', 'Ottilie Brandt');
    fireEvent.click(screen.getByLabelText('Signed for'));
    fireEvent.click(screen.getByLabelText(/^Section 1:/));
    fireEvent.click(screen.getByLabelText('Log the serving as a contact as well'));
    types('Contact time in minutes', '40');
    fireEvent.change(screen.getByLabelText('Outcome of the contact'), {
      target: { value: 'engaged' },
    });
    await presses('Save the served notice');
    await screen.findByText(/The notice was recorded as served/);
    expect(await store.query('ceaseAndDesist')).toMatchObject([
      { value: { adultPresent: 'Marisol Quillon, mother', appropriateAdult: 'Ottilie Brandt' } },
    ]);
    expect(await store.query('intervention')).toMatchObject([
      { value: { present: 'Marisol Quillon, mother', appropriateAdult: 'Ottilie Brandt' } },
    ]);
  });

  it('has no form for a child under ten', async () => {
    await shows((subject) => ({ name: 'notice', subject, form: 'serve' }), undefined, '2020-01-01');
    await screen.findByText(/A child under ten cannot commit an offence/);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

it('logs a contact of today from the quick log', async () => {
  const { store, subject, services } = await shows((of) => ({ name: 'quick-log', subject: of }));
  for (const [label, value] of [
    ['Kind of intervention', 'home-visit'],
    ['How', 'telephone'],
    ['Outcome', 'engaged'],
  ] as const)
    fireEvent.change(await screen.findByLabelText(label), { target: { value } });
  types('Contact time in minutes', '25');
  await presses('Log for Petra Lindqvist');
  await screen.findByText('The contact with Petra Lindqvist was logged');
  expect(await store.query('intervention')).toMatchObject([
    { value: { subjectId: subject.id, minutes: 25, heldOn: services.today() } },
  ]);
});

it('does what is due of a plan, a notice and a stop card on the form of each', () => {
  const subject = buildSubject().id;
  const leads = (act: Parameters<typeof routeOfAct>[0]['act'], record: RecordId) =>
    routeOfAct({ act, record, about: subject } as Parameters<typeof routeOfAct>[0]);
  const [objective, session, breach, card] = [
    buildObjective().id,
    buildSession().id,
    buildNoticeBreach().id,
    buildStopCard().id,
  ];
  expect(leads('review-plan', buildPlan().id)).toEqual({ name: 'plan', subject, form: 'review' });
  expect(leads('close-objective', objective)).toEqual({
    name: 'plan',
    subject,
    form: 'close',
    objective,
  });
  expect(leads('hold-session', session)).toEqual({ name: 'session', subject, session });
  expect(leads('tell-of-breach', breach)).toEqual({
    name: 'notice',
    subject,
    form: 'tell',
    breach,
  });
  expect(leads('complete-stop-card', card)).toEqual({ name: 'stop-card', subject, card });
});

it('says before the form what keeps a plan from ending, with the way to each, and asks nothing', async () => {
  const plan = buildPlan();
  const objective = buildObjective({ planId: plan.id, objective: 'Finds a club' });
  const session = buildSession({ objectiveId: objective.id, arrangedFor: '2026-11-02' });
  const { app } = await shows(
    (subject) => ({ name: 'plan', subject, form: 'end' }),
    (subjectId) => [
      newRecord('plan', { ...plan, subjectId, reviewDueOn: '2099-01-01' as never }),
      newRecord('objective', { ...objective, subjectId }),
      newRecord('session', { ...session, subjectId }),
    ],
  );
  await screen.findByText(/^The plan cannot end yet\./);
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('button', { name: /^End the plan/ })).toBeNull();
  screen.getByRole('button', { name: 'Session on 2 November 2026: say whether they came' });
  await presses('Close the objective “Finds a club”');
  expect(app.router.route.value).toMatchObject({
    name: 'plan',
    form: 'close',
    objective: objective.id,
  });
});

it('offers of a session to come only what may be said of it already', async () => {
  const [ahead, past] = ['2030-06-01', '2026-11-02'].map((arrangedFor) =>
    buildSession({ arrangedFor }),
  ) as [ReturnType<typeof buildSession>, ReturnType<typeof buildSession>];
  const { app, subject } = await shows(
    (id) => ({ name: 'session', subject: id, session: ahead.id }),
    (subjectId) => [ahead, past].map((session) => newRecord('session', { ...session, subjectId })),
  );
  await screen.findByRole('heading', { level: 1, name: 'Call off or excuse the session' });
  const offered = () =>
    screen.getAllByRole('radio').map((each) => (each as HTMLInputElement).value);
  expect(offered()).toEqual(['absent-acceptable', 'cancelled-by-us']);
  // Nobody can have come yet: that is not asked.
  screen.getByRole('group', { name: 'Why will it not take place?' });
  expect(screen.queryByText(/Did they come/)).toBeNull();
  await presses('Call off the session');
  await screen.findByRole('button', { name: 'Select why it will not take place' });
  fireEvent.click(screen.getByLabelText('They have an acceptable reason not to come'));
  await presses('Call off the session');
  await screen.findByRole('button', { name: 'Enter why they cannot come, as you were told' });
  app.router.go({ name: 'session', subject: subject.id, session: past.id });
  await screen.findByRole('heading', { level: 1, name: 'Say whether they came' });
  expect(offered()).toContain('attended');
  screen.getByRole('group', { name: 'Did they come?' });
});
