/** Packs for tests: fictional issuers with real keys, and one definition of every kind. */
import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import * as v from 'valibot';
import { gatherCodeLists } from '../codes/shipped.js';
import type { DefinitionKindName } from '../pack/definition-kinds.js';
import { PinnedIssuer } from '../pack/issuer.js';
import type { Definition, HeldPack } from '../pack/pack.js';
import type { PackContext } from '../pack/read-pack.js';
import { signPack, type UnsignedPack } from '../pack/sign-pack.js';
import { civilDay } from '../shared/civil-day.js';
import type { IssuerRank } from '../shared/issuer-rank.js';
import { Instant, PlainDate } from '../shared/primitives.js';
import { testHost } from './host.js';

export const day = (text: string) => v.parse(PlainDate, text);
export const instant = (text: string) => v.parse(Instant, text);
export const TODAY = day('2026-12-01');

export interface TestIssuer {
  readonly name: string;
  readonly signingKey: string;
  readonly pinned: PinnedIssuer;
  sign(text: string): Promise<string>;
}

/** An issuer with a key of its own, pinned with that rank. */
export function testIssuer(
  rank: IssuerRank,
  name = `The ${rank} of Wendingshire`,
  more: Partial<PinnedIssuer> = {},
): TestIssuer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signingKey = rawKey(publicKey);
  return {
    name,
    signingKey,
    pinned: v.parse(PinnedIssuer, { signingKey, name, rank, pinnedOn: '2026-03-04', ...more }),
    sign: async (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
}

export function packContext(
  issuers: readonly TestIssuer[],
  more: Partial<PackContext> = {},
): PackContext {
  return {
    verify: async (key, text, signature) =>
      verify(null, Buffer.from(text), keyOf(key), Buffer.from(signature, 'base64url')),
    digest: testHost().digest,
    issuers: issuers.map(({ pinned }) => pinned),
    lists: gatherCodeLists(),
    ...more,
  };
}

export type PackParts = Partial<Omit<UnsignedPack, 'pack'>> & {
  readonly pack?: Partial<UnsignedPack['pack']>;
};

export function unsignedPack(
  { name, signingKey }: Pick<TestIssuer, 'name' | 'signingKey'>,
  { pack, ...parts }: PackParts = {},
): UnsignedPack {
  return {
    pack: {
      id: 'wendingshire',
      version: 1,
      title: 'Wendingshire force pack',
      madeAt: '2026-11-26T10:00:00.000Z' as UnsignedPack['pack']['madeAt'],
      from: day('2026-11-30'),
      ...pack,
    },
    issuer: { name, signingKey },
    definitions: [],
    ...parts,
  };
}

/** The text of a pack that the issuer signed. */
export function signedPack(issuer: TestIssuer, parts: PackParts = {}): Promise<string> {
  return signPack(unsignedPack(issuer, parts), issuer.sign);
}

let packs = 0;

/**
 * A pack as it is held, without the file; its digest says that it is like no other. It was made and taken in on 26
 * November, or on its first day if that is earlier.
 */
export function packOf(
  { name, signingKey }: Pick<TestIssuer, 'name' | 'signingKey'>,
  parts: Partial<Omit<HeldPack, 'issuer'>> = {},
): HeldPack {
  const { pack } = unsignedPack({ name, signingKey });
  const { from = pack.from } = parts;
  const [made = pack.madeAt] = [instant(`${from}T10:00:00.000Z`), pack.madeAt].sort();
  packs += 1;
  return {
    ...pack,
    issuer: { name, signingKey },
    digest: `digest ${packs}`,
    definitions: [],
    refused: [],
    recalls: [],
    madeAt: made,
    takenInOn: civilDay(parts.madeAt ?? made),
    ...parts,
  };
}

const HEAD = {
  version: '1.0.0',
  standing: 'proposed',
  source: 'Working paper 7 of the fictional Wendingshire team',
  checkedOn: day('2026-11-20'),
} as const;

/** A definition as a pack writes it. */
export function written(kind: string, id: string, value: unknown, more: object = {}) {
  return { kind, id, title: `Our ${kind}`, ...HEAD, value, ...more };
}

/** A checked code list with those codes. */
export function codeListDefinition(
  codes: Readonly<Record<string, string>>,
  { id = 'necessity', ...more }: Partial<Definition<'code-list'>> = {},
): Definition<'code-list'> {
  const { standing, source, checkedOn } = HEAD;
  const value = {
    id,
    title: 'Our list',
    status: standing,
    source,
    checkedOn,
    codes: Object.entries(codes).map(([code, label]) => ({ code, label })),
  };
  return { kind: 'code-list', id, title: 'Our list', ...HEAD, value, ...more };
}

/** One valid definition of every kind, as written. */
export const ONE_OF_EVERY_KIND: Readonly<Record<DefinitionKindName, ReturnType<typeof written>>> = {
  adapter: written('adapter', 'wendingshire/register', {
    id: 'wendingshire/register',
    version: '1.0.0',
    title: 'Wendingshire register',
    owner: 'Wendingshire Police',
    engine: '>=0.0.1',
    fixtures: [],
    match: { anchors: [{ title: 'Register' }] },
    screens: [{ fields: { 'subject.name': [{ label: 'Full name' }] } }],
  }),
  'code-list': written('code-list', 'necessity', {
    id: 'necessity',
    title: 'Why it is needed here',
    codes: [{ code: 'our-purpose', label: 'Our own purpose' }],
  }),
  conditions: written('conditions', 'our-conditions', [
    {
      id: 'workshop',
      title: 'A workshop',
      words: 'Attend the workshop of the Wendingshire team.',
      shownBy: 'The list of those who attended',
      aim: 'rehabilitative',
      timing: 'by',
      days: 60,
      kinds: ['community-resolution'],
    },
  ]),
  'host-classes': written('host-classes', 'our-hosts', [
    { class: 'partner', domains: ['cases.wendingshire.example'] },
  ]),
  instrument: written('instrument', 'our-screen', {
    id: 'our-screen',
    title: 'Our screening questions',
    version: '1.0.0',
    status: 'illustrative',
    source: 'Made up for a test',
    items: [
      { id: 'peers', prompt: 'Has peers who support change', bears: 'strength', source: 'Made up' },
    ],
    bands: [],
  }),
  letterhead: written('letterhead', 'letterhead', {
    letterhead: 'Wendingshire Police\nCyber Choices',
    contact: '01632 960 012, weekdays 9 to 5',
  }),
  'monitoring-rules': written('monitoring-rules', 'monitoring', {
    id: 'monitoring',
    title: 'How often somebody is seen here',
    version: '1.0.0',
    tiers: [
      {
        tier: 'cusp',
        everyDays: 20,
        words: 'Somebody on the cusp is seen every 20 days',
        status: 'proposed',
        source: 'Made up',
      },
    ],
    checks: [{ point: '6', months: 6, status: 'proposed', source: 'Made up' }],
  }),
  'order-rules': written('order-rules', 'order', {
    id: 'order',
    title: 'Rules of cautions here',
    version: '1.0.0',
    kinds: [
      {
        kind: 'community-resolution',
        who: 'any',
        days: 60,
        words: 'Its conditions end after 60 days',
        outcomes: [],
        status: 'proposed',
        source: 'Made up',
      },
    ],
    outcomes: [],
  }),
  'postcode-area': written('postcode-area', 'wendingshire-postcodes', {
    areas: [{ forceArea: '45', localAuthority: 'E10000030', postcodes: ['GU99 1 AA AB'] }],
  }),
  'reply-words': written('reply-words', 'enquiry-reply', {
    id: 'enquiry-reply',
    title: 'Our reply',
    version: '1.0.0',
    always: ['Thank you for writing to us.'],
    inDanger: 'If anybody is in danger now, call 999.',
    replies: [{ outcome: 'accept', subject: 'Your message', paragraphs: ['We will be in touch.'] }],
  }),
  'retention-groups': written('retention-groups', 'our-periods', [
    { group: 'not-suspected', clearYears: 2 },
  ]),
  signposts: written('signposts', 'our-signposts', [
    {
      reason: 'cyber-enabled-fraud',
      to: 'The fraud desk',
      words: 'Tell the fraud desk of Wendingshire.',
    },
  ]),
  template: written('template', 'our-letter', {
    markdown:
      '---\nid: our-letter\ntitle: A letter\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\n---\n\n# A letter\n\nDear :value[subject.name],\n',
  }),
  'time-limits': written('time-limits', 'our-limits', [
    { id: 'first-contact', workingDays: 3, words: 'The first contact is within 3 working days' },
  ]),
  triggers: written('triggers', 'our-triggers', [
    {
      id: 'three-contacts',
      version: '1.0.0',
      title: 'Three contacts in a week',
      withinDays: 7,
      when: [{ kind: 'intervention', day: 'heldOn', count: 3 }],
      limit: 'case-review',
    },
  ]),
};

function rawKey(key: KeyObject): string {
  return String(key.export({ format: 'jwk' }).x);
}

function keyOf(signingKey: string) {
  return {
    key: { kty: 'OKP', crv: 'Ed25519', x: signingKey },
    format: 'jwk' as const,
  };
}
