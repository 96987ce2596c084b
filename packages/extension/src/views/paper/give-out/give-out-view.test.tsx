// @vitest-environment happy-dom
/** A file of referrals leaves once it was prepared, looked at and logged, with what its recipient may have. */
import { buildReferral, buildReferrer, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showShell } from '../../../testing/show-shell.js';

beforeAll(() => Promise.all([import('./give-out-view.js'), import('./make-file.js')]), 60_000);
afterEach(cleanup);

const ADA = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const IVO = buildSubject({ name: 'Ivo Quill', bornOn: '2011-01-09' });
const REFERRER = buildReferrer({ name: 'Ottilie Brandt' });
const OF_ADA = { subjectId: ADA.id, referrerId: REFERRER.id };
const EARLIER = buildReferral({ ...OF_ADA, reference: 'CC-1', receivedOn: '2026-01-05' });
const LATEST = buildReferral({
  ...OF_ADA,
  reference: 'CC-2',
  receivedOn: '2026-11-03',
  narrative: 'Her mother rang.',
});
const OF_IVO = buildReferral({ subjectId: IVO.id, reference: 'CC-3' });
const DECLINED = buildReferral({ ...OF_ADA, reference: 'CC-4', status: 'declined' });

async function opens(to: object = { subject: ADA.id }) {
  const shown = await showShell({ start: { name: 'settings' } });
  await shown.services.store.commit({
    changes: [
      ...[ADA, IVO].map((each) => newRecord('subject', each)),
      newRecord('referrer', REFERRER),
      ...[EARLIER, LATEST, OF_IVO, DECLINED].map((each) => newRecord('referral', each)),
    ],
    reason: 'referral',
  });
  shown.app.router.go({ name: 'give-out', ...to });
  await screen.findByRole('heading', { level: 1, name: 'Give out a file' });
  return shown;
}

const chooses = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const given = async (services: Awaited<ReturnType<typeof opens>>['services']) =>
  (await services.store.audit()).filter(({ action }) => action === 'disclosure');

/** Answers everything for a partner, but the legal gateway. */
async function answers(destination = 'partner') {
  fireEvent.click(await screen.findByLabelText('Spreadsheet (CSV)'));
  chooses('Where is it going?', destination);
  fireEvent.input(screen.getByLabelText(/Who receives it/), { target: { value: 'DS Moss' } });
}
async function prepares(destination?: string) {
  await answers(destination);
  press('Prepare the file');
  await screen.findByRole('button', { name: 'Give out the file' });
}

describe('a file to give out', () => {
  it('has the latest referral ticked, offers the earlier one and none that was declined', async () => {
    await opens();
    const boxes = await screen.findAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
    expect(boxes).toEqual([
      screen.getByLabelText('Ada Vael, born 2 May 2010: CC-2, received on 3 November 2026'),
      screen.getByLabelText('Ada Vael, born 2 May 2010: CC-1, received on 5 January 2026'),
    ]);
    expect(screen.getByText(/1 declined referral is not listed/)).toBeTruthy();
  });

  it('leaves once it is logged, with what a partner may have and nothing else', async () => {
    const { services } = await opens();
    await prepares();
    expect(
      screen.getByText('The file has 1 referral. Check what is not in it, then give it out.'),
    ).toBeTruthy();
    expect(screen.getByText('What the referral says')).toBeTruthy();
    press('Give out the file');
    await screen.findAllByText('Select the legal gateway');
    expect([services.downloads, await given(services)]).toEqual([[], []]);
    chooses('Legal gateway', 'crime-disorder-115');
    press('Give out the file');
    await waitFor(() => expect(services.downloads).toHaveLength(1));
    const [file] = services.downloads;
    expect(file?.name).toMatch(/^practice-referrals-official-sensitive-2026-11-24-\w{8}\.csv$/);
    expect(file?.content).toContain('CC-2');
    for (const secret of ['CC-1', 'Her mother rang', 'Ottilie Brandt', 'Ivo Quill'])
      expect(file?.content).not.toContain(secret);
    expect(await given(services)).toMatchObject([
      {
        records: [ADA.id, LATEST.id],
        recipients: ['partner', 'DS Moss'],
        gateway: 'crime-disorder-115',
        file: { format: 'csv', marking: 'OFFICIAL-SENSITIVE' },
      },
    ]);
  });

  it('is prepared again after another answer to what is in it', async () => {
    await opens();
    await prepares();
    chooses('Where is it going?', 'force-system');
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Give out the file' })).toBeNull(),
    );
  });

  it('does not leave once something in it was changed on record', async () => {
    const { services } = await opens();
    await prepares();
    chooses('Legal gateway', 'crime-disorder-115');
    const held = await services.store.get('subject', ADA.id);
    await services.store.commit({
      changes: [
        {
          kind: 'subject',
          record: ADA.id,
          parents: held?.heads ?? [],
          set: { sexRecorded: 'Female' as never },
        },
      ],
      reason: 'correction',
    });
    press('Give out the file');
    await screen.findByText(/was changed on record since it was prepared/);
    expect([services.downloads, await given(services)]).toEqual([[], []]);
  });

  it('is stopped while it is prepared, and leaves neither a log entry nor a file', async () => {
    const { services } = await opens();
    const files = await services.files();
    const { write } = files;
    let went: readonly unknown[] = [];
    Object.assign(files, {
      write: async (...asked: Parameters<typeof write>) => {
        await new Promise((stopped) => asked[1]?.signal?.addEventListener('abort', stopped));
        const made = await write(...asked);
        went = made.issues.map(({ code }) => code);
        return made;
      },
    });
    await answers();
    press('Prepare the file');
    await screen.findAllByText('Writing the file…');
    press('Stop');
    await screen.findAllByText('Making the file was stopped. Nothing was given out.');
    expect(went).toEqual(['file-stopped']);
    expect(screen.queryByRole('button', { name: 'Give out the file' })).toBeNull();
    expect([services.downloads, await given(services)]).toEqual([[], []]);
    Object.assign(files, { write });
    press('Prepare the file');
    await screen.findByRole('button', { name: 'Give out the file' });
  });

  it('is stopped while its records are compared, before anything is logged', async () => {
    const { services } = await opens();
    await prepares();
    chooses('Legal gateway', 'crime-disorder-115');
    const { get } = services.store;
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    Object.assign(services.store, {
      get: async (...named: Parameters<typeof get>) => {
        await asked;
        return get.apply(services.store, named);
      },
    });
    press('Give out the file');
    await screen.findAllByText('Checking that nothing was changed meanwhile…');
    press('Stop');
    answer();
    await screen.findAllByText('Making the file was stopped. Nothing was given out.');
    expect([services.downloads, await given(services)]).toEqual([[], []]);
  });

  it('does not leave if something in it is changed once it has been compared', async () => {
    const { services } = await opens();
    await prepares();
    chooses('Legal gateway', 'crime-disorder-115');
    const { get } = services.store;
    let isChanged = false;
    Object.assign(services.store, {
      get: async (...named: Parameters<typeof get>) => {
        const held = await get.apply(services.store, named);
        if (named[1] === ADA.id && !isChanged) {
          isChanged = true;
          const set = { sexRecorded: 'Female' as never };
          const parents = held?.heads ?? [];
          await services.store.commit({
            changes: [{ kind: 'subject', record: ADA.id, parents, set }],
            reason: 'correction',
          });
        }
        return held;
      },
    });
    press('Give out the file');
    await screen.findByText(/was changed on record since it was prepared/);
    expect([services.downloads, await given(services)]).toEqual([[], []]);
  });

  it.each([
    ['for a school, which gets nothing of a referral', 'school', /Nothing of a referral goes/],
  ])('is refused %s', async (_, destination, words) => {
    const { services } = await opens();
    await answers(destination);
    press('Prepare the file');
    await screen.findAllByText(words);
    expect(services.downloads).toEqual([]);
  });

  it('of very many referrals shows the first hundred, and has the others ticked as well', async () => {
    const shown = await opens();
    const people = Array.from({ length: 130 }, (_, at) => buildSubject({ name: `Taz Vael ${at}` }));
    await shown.services.store.commit({
      changes: people.flatMap((subject) => [
        newRecord('subject', subject),
        newRecord('referral', buildReferral({ subjectId: subject.id })),
      ]),
      reason: 'referral',
    });
    shown.app.router.go({ name: 'give-out', subjects: people.map(({ id }) => id) });
    await screen.findByText(
      '130 of 130 referrals are ticked, counting those further down the list.',
    );
    expect(screen.getAllByRole('checkbox')).toHaveLength(100);
    fireEvent.click(screen.getByLabelText(/^Taz Vael 7,/));
    await screen.findByText(/^129 of 130 referrals are ticked/);
    press('Show 30 more');
    await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(130));
    await prepares();
    expect(screen.getByText(/^The file has 129 referrals\./)).toBeTruthy();
  }, 60_000);

  it('asks for people first where nobody is chosen, and takes those who are', async () => {
    const { app } = await opens({});
    press('Choose people');
    expect(app.router.route.value).toEqual({ name: 'subjects' });
    app.router.go({ name: 'give-out', subjects: [ADA.id, IVO.id] });
    await waitFor(() => expect(screen.getAllByRole('checkbox')).toHaveLength(3));
  });
});
