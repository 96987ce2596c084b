/** The ways in which batches handed to a store can be wrong. */
import { canonical } from '../../shared/canonical.js';
import type { RecordId } from '../../shared/primitives.js';
import type { Batch } from '../../store/log/revision.js';
import { createMemoryStore } from '../../store/memory-log.js';
import { buildId, buildSubject, newRecord } from '../fiction/builder.js';
import { testHost } from '../host.js';
import type { Colleague } from './store-colleague.js';
import { keepSubject, saving } from './store-suite.js';

interface Spoilt {
  readonly code: string;
  readonly spoil: (batches: Batch[], from: Colleague) => Batch[] | Promise<Batch[]>;
}

/** Ways to spoil batches handed to a store, each with the code of the refusal. */
export const BAD: Readonly<Record<string, Spoilt>> = {
  'an altered header': {
    code: 'receive-signature',
    spoil: ([first, ...rest]) =>
      first
        ? [{ ...first, header: { ...first.header, at: rest[0]?.header.at ?? first.header.at } }]
        : [],
  },
  'altered content': {
    code: 'receive-content',
    spoil: (batches) =>
      JSON.parse(JSON.stringify(batches).replaceAll('Later', 'Later still')) as Batch[],
  },
  'a batch of other records': {
    code: 'receive-team',
    spoil: async (_, from) => [...(await writtenOtherwise(from, { team: 'another-team' }))],
  },
  'a second batch in a place that is taken': {
    code: 'receive-fork',
    spoil: async (_, from) => [...(await writtenOtherwise(from))],
  },
  'a batch that does not follow on': {
    code: 'receive-fork',
    spoil: async (batches, from) => [
      ...batches.slice(0, 1),
      ...(await writtenOtherwise(from)).slice(1),
    ],
  },
  'what is no batch at all': {
    code: 'receive-malformed',
    spoil: () => [{ header: 'none' } as unknown as Batch],
  },
  'a record that is not filled in': {
    code: 'receive-unfit',
    spoil: (_, from) => signedBy(from, { name: '' }, from.officer),
  },
  'a record that is made again': {
    code: 'receive-made-twice',
    spoil: async (batches, from) => {
      const { id } = recordIn(batches);
      return signedBy(from, { id, name: 'Somebody Else' }, from.officer);
    },
  },
  'a field that its kind does not have': {
    code: 'receive-malformed',
    spoil: (_, from) => signedBy(from, { nickname: 'Quill' }, from.officer),
  },
  'a name with a mark that does not show': {
    code: 'receive-unfit',
    spoil: (_, from) => signedBy(from, { name: 'Petra \u202EtsivqdniL' }, from.officer),
  },
  'a change in another officer’s name': {
    code: 'receive-malformed',
    spoil: (_, from) => signedBy(from, {}, buildId()),
  },
};

function recordIn([first]: readonly Batch[]): { readonly id: RecordId } {
  const [entry] = first?.revisions ?? [];
  if (!entry) throw new Error('Something was kept');
  return { id: entry.content.record };
}

/** Batches that the same device would have written with other content. */
async function writtenOtherwise(
  { signer }: Colleague,
  who: { readonly team?: string } = {},
): Promise<readonly Batch[]> {
  const other = await createMemoryStore({ signer: { ...signer, ...who }, host: testHost() });
  const { change } = await keepSubject(other);
  await other.commit(saving(change({ name: 'Elsewhere' })));
  return other.batchesSince(0);
}

/** The third batch of the device, made by hand: a store would have refused it. */
async function signedBy(
  { signer, store }: Colleague,
  overrides: object,
  by: RecordId,
): Promise<Batch[]> {
  const { digest, random } = testHost();
  const last = (await store.batchesSince(0)).at(-1);
  if (!last) throw new Error('Something was kept');
  const { signature: _, ...header } = last.header;
  const record = { ...buildSubject(), ...overrides };
  const content = {
    ...newRecord('subject', record as never),
    id: random.id(),
    at: header.at,
    by,
    reason: 'case-work',
  };
  const salt = random.salt(16);
  const unsigned = {
    ...header,
    seq: header.seq + 1,
    prev: await digest(canonical(last.header)),
    commitments: [await digest(salt + canonical(content))],
  };
  const signature = await signer.sign(canonical(unsigned));
  return [
    {
      header: { ...unsigned, signature },
      revisions: [{ salt, content: content as never }],
      audit: [],
    },
  ];
}
