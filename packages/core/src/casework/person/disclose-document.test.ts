/** Nothing leaves without a recipient, a reason and a legal gateway; the log includes all of them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { createMemoryStore } from '../../store/index.js';
import { buildId } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { type DisclosureInput, discloseDocument, isPaperGiven } from './disclose-document.js';

const lists = gatherCodeLists();
const host = testHost();
const records = [buildId()];
const whole = {
  destination: 'school',
  recipient: 'P. Okafor',
  reason: 'disclosure',
  gateway: 'children-act-11',
};
const disclose = (input: DisclosureInput) => discloseDocument({ records }, input, { host, lists });
const faults = (input: DisclosureInput) =>
  disclose(input).issues.map(({ code, at }) => `${code} ${at}`);

it('logs to whom it went, why, and by which gateway', async () => {
  const store = await createMemoryStore({ host, signer: testSigner() });
  const made = disclose({ ...whole, gateway: 'other', gatewayNote: ' Education Act 2002 s.175 ' });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  await store.commit(made.value);
  expect(await store.audit()).toMatchObject([
    {
      action: 'disclosure',
      records,
      recipients: ['school', 'P. Okafor'],
      gateway: 'other',
      gatewayNote: 'Education Act 2002 s.175',
    },
  ]);
});

it('logs in which fields words were confirmed, and takes none of a record that is not in it', async () => {
  const store = await createMemoryStore({ host, signer: testSigner() });
  const [record = buildId()] = records;
  const log = async (of: typeof record) => {
    const confirmed = [{ record: of, field: 'reason' }];
    const made = discloseDocument({ records, confirmed }, whole, { host, lists });
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    await store.commit(made.value);
  };
  await log(record);
  expect(await store.audit()).toMatchObject([{ confirmed: [{ record, field: 'reason' }] }]);
  await expect(log(buildId())).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
  expect(await store.audit()).toHaveLength(1);
});

it('is known in the log as a paper if it leaves whole, and not if it is a table or a file', () => {
  const entriesOf = (fields: readonly string[]) => {
    const made = discloseDocument({ records, fields }, whole, { host, lists });
    return made.ok ? (made.value.audit ?? []) : [];
  };
  expect(entriesOf([]).map(isPaperGiven)).toEqual([true]);
  expect(entriesOf(['name']).map(isPaperGiven)).toEqual([false]);
});

it('asks for each answer that is missing', () => {
  expect(faults({})).toEqual([
    'missing destination',
    'missing recipient',
    'missing reason',
    'missing gateway',
  ]);
  expect(faults({ ...whole, gateway: 'other', gatewayNote: '  ' })).toEqual([
    'missing gatewayNote',
  ]);
});

it('lets nothing out by a gateway that is none', () => {
  for (const gateway of ['not-known', 'nothing-shared'])
    expect(faults({ ...whole, gateway })).toEqual(['gateway-not-known gateway']);
});

it('logs nothing unless all is answered, whatever is typed', () => {
  const codes = (id: string) => lists.get(id)?.codes.map(({ code }) => code) ?? [];
  const some = (...values: readonly string[]) =>
    fc.option(fc.constantFrom('', ' ', 'made-up', ...values), { nil: undefined });
  fc.assert(
    fc.property(
      fc.record({
        destination: some(...codes('export-destination')),
        recipient: some('P. Okafor'),
        reason: some(...codes('reason')),
        gateway: some(...codes('legal-gateway')),
        gatewayNote: some('Education Act 2002'),
      }),
      (input) => {
        const said = (text: string | undefined) => (text ?? '').trim() !== '';
        const isWhole =
          codes('export-destination').includes(input.destination ?? '') &&
          said(input.recipient) &&
          codes('reason').includes(input.reason ?? '') &&
          codes('legal-gateway').includes(input.gateway ?? '') &&
          !['not-known', 'nothing-shared'].includes(input.gateway ?? '') &&
          (input.gateway !== 'other' || said(input.gatewayNote));
        expect(disclose(input).ok).toBe(isWhole);
      },
    ),
  );
});

it('is refused by the store where a gateway is named for anything but a disclosure', async () => {
  const store = await createMemoryStore({ host, signer: testSigner() });
  const entry = { action: 'consultation', records, fields: [], reason: 'report' } as const;
  await expect(
    store.commit({ changes: [], reason: 'report', audit: [{ ...entry, gateway: 'vital' }] }),
  ).rejects.toMatchObject({ code: 'CP_RECORD_INVALID' });
  expect(await store.audit()).toEqual([]);
});
