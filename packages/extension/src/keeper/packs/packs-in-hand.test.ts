/** The packs of a vault for everything else in its keeper: lists and rules as they are with them, from day to day. */
import type { CodeList, PlainDate } from '@cyber-prevent/core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PackPin, RulesInForce } from '../../ports/packs.js';
import type { Policy } from '../../ports/services.js';
import { type MemoryWork, memoryWork } from '../../testing/memory-work.js';
import {
  day,
  signedPack,
  type TestIssuer,
  testIssuer,
  written,
} from '../../testing/packs-under-test.js';
import { browserHost } from '../host.js';
import { NO_POLICY } from '../policy.js';
import { packsInHand } from './packs-in-hand.js';

const FORCE = await testIssuer('Wendingshire cyber unit');
const NATION = await testIssuer('The national unit');

let today: PlainDate;
let work: MemoryWork;

const host = () => ({
  digest: browserHost().digest,
  clock: {
    today: () => today,
    now: () => browserHost(() => new Date(`${today}T12:00:00Z`)).clock.now(),
  },
});
const hand = (policy = async () => NO_POLICY) => packsInHand({ work, host: host(), policy });

beforeEach(() => {
  today = day('2026-12-01');
  work = memoryWork();
});

const necessity = (label: string) =>
  written('code-list', 'necessity', {
    id: 'necessity',
    title: 'Why it is needed here',
    codes: [{ code: 'our-purpose', label }],
  });
const limits = written('time-limits', 'our-limits', [
  { id: 'first-contact', workingDays: 3, words: 'The first contact is within 3 working days' },
]);
const PERIOD = {
  group: 'not-suspected',
  clearYears: 9,
  status: 'found',
  source: 'Procedure 12 of the force',
} as const;
const pack = (definitions: readonly object[], version = 1, issuer: TestIssuer = FORCE, more = {}) =>
  signedPack(issuer, definitions, { version, ...more });

/** Takes in a pack by its desk, as an officer who has seen its changes does. */
async function takesIn(text: string, pin: PackPin | undefined) {
  const desk = await hand().desk();
  const preview = await desk.preview(text, pin);
  const taken = preview.ok ? await desk.take(text, pin, preview.value.shown) : preview;
  expect(taken).toMatchObject({ ok: true });
}

it('gives the lists and the limits of packs in force, and again on the day on which one begins', async () => {
  await takesIn(
    await pack([necessity('Our own purpose'), limits], 1, FORCE, { from: day('2026-12-03') }),
    {
      rank: 'force',
      compared: 'same',
    },
  );
  const packs = hand();
  const { lists } = packs;
  await packs.refresh();
  const isThere = () => lists.get('necessity')?.codes.some(({ code }) => code === 'our-purpose');
  expect([isThere(), (await packs.policy()).timeLimits]).toEqual([false, undefined]);
  today = day('2026-12-03');
  await packs.refresh();
  expect(isThere()).toBe(true);
  expect((await packs.policy()).timeLimits).toMatchObject([
    { id: 'first-contact', workingDays: 3 },
  ]);
  expect((await packs.inForce())?.rules.timeLimits).toHaveLength(1);
});

it('reads the policy over the force’s packs and under the national unit’s', async () => {
  const limit = (workingDays: number) =>
    written('time-limits', 'our-limits', [
      { id: 'first-contact', workingDays, words: `Within ${workingDays} working days` },
    ]);
  await takesIn(await pack([limit(3)]), { rank: 'force', compared: 'same' });
  await takesIn(await pack([limit(5)], 1, NATION), { rank: 'national', compared: 'same' });
  const own = { id: 'first-contact', workingDays: 4 };
  const packs = hand(async () => ({ ...NO_POLICY, timeLimits: [own as never] }));
  const { timeLimits } = await packs.policy();
  expect(timeLimits?.map(({ workingDays }) => workingDays)).toEqual([3, 4, 5]);
});

it('gives what no setting has: conditions, signposts, instruments of packs', async () => {
  const conditions = written('conditions', 'our-conditions', [
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
  ]);
  const register = written('adapter', 'wendingshire/register', {
    id: 'wendingshire/register',
    version: '1.0.0',
    title: 'Wendingshire register',
    owner: 'Wendingshire Police',
    engine: '>=0.0.1',
    fixtures: [],
    match: { anchors: [{ title: 'Register' }] },
    screens: [{ fields: { 'subject.name': [{ label: 'Full name' }] } }],
  });
  const instrument = (version: string) =>
    written(
      'instrument',
      'our-screen',
      {
        id: 'our-screen',
        title: 'Our screening questions',
        version,
        status: 'illustrative',
        source: 'Made up for a test',
        items: [{ id: 'peers', prompt: 'Has peers', bears: 'strength', source: 'Made up' }],
        bands: [],
      },
      { version },
    );
  await takesIn(await pack([conditions, register, instrument('1.0.0')]), {
    rank: 'force',
    compared: 'same',
  });
  today = day('2026-12-02');
  await takesIn(await pack([conditions, instrument('1.1.0')], 2), undefined);
  const given = (await hand().policy()).given;
  expect(given?.conditions).toMatchObject([{ id: 'workshop', status: 'proposed' }]);
  expect(given?.instruments?.inForce).toMatchObject([{ version: '1.1.0' }]);
  expect(given?.instruments?.ever.map(({ version }) => version)).toEqual(['1.0.0', '1.1.0']);
  expect(given?.adapters?.inForce).toEqual([]);
  expect(given?.adapters?.ever).toMatchObject([{ id: 'wendingshire/register' }]);
  expect(given?.signposts).toBeUndefined();
  expect(given?.named?.map(({ kind, issuer }) => `${kind} ${issuer?.rank}`).sort()).toEqual([
    'conditions force',
    'instrument force',
  ]);
  expect(given?.recalled).toBeUndefined();
});

it('gives the templates of packs in force with all that a paper says of them, until they are recalled', async () => {
  const letter = (id: string, version: string) =>
    written(
      'template',
      id,
      {
        markdown: `---\nid: ${id}\ntitle: Our letter\nmarking: OFFICIAL-SENSITIVE\nneeds: [subject]\n---\n\nDear :value[subject.name]\n`,
      },
      { version },
    );
  await takesIn(await pack([letter('our-letter', '1.0.0'), letter('case-summary', '2.0.0')]), {
    rank: 'force',
    compared: 'same',
  });
  const templates = async (...recalls: readonly object[]) => {
    const packs = { isOnly: false, issuers: [], files: [], recalls: recalls as never };
    return (await hand(async () => ({ ...NO_POLICY, packs })).policy()).given?.templates;
  };
  expect(await templates()).toMatchObject({
    inForce: [
      { id: 'case-summary', version: '2.0.0' },
      {
        id: 'our-letter',
        title: 'Our template',
        version: '1.0.0',
        standing: 'proposed',
        source: 'Working paper 7 of the fictional Wendingshire team',
        checkedOn: '2026-11-20',
        issuer: { name: 'Wendingshire cyber unit', rank: 'force' },
        markdown: expect.stringContaining('Dear'),
      },
    ],
    recalled: [],
  });
  const recall = (id: string, versions: string) => ({
    kind: 'template',
    id,
    versions,
    reason: 'It names the wrong Act.',
    recalledOn: day('2026-12-01'),
  });
  // What ships comes back, unless it is recalled too.
  const ofPack = await templates(recall('our-letter', '*'), recall('case-summary', '>=2.0.0'));
  expect(ofPack).toBeUndefined();
  const both = await templates(recall('our-letter', '*'), recall('case-summary', '*'));
  expect(both).toMatchObject({
    inForce: [],
    recalled: [{ id: 'case-summary', reason: 'It names the wrong Act.' }],
  });
  expect(both?.recalled).toHaveLength(1);
});

it('makes nothing official that an officer’s own pack calls so, nor what lowers the marking', async () => {
  const head = (marking: string) =>
    `---\nid: our-letter\ntitle: A\nmarking: ${marking}\nneeds: [subject]\n---\n\nA\n`;
  const official = written(
    'template',
    'our-letter',
    { markdown: head('OFFICIAL-SENSITIVE') },
    { standing: 'official' },
  );
  await takesIn(await pack([official]), { rank: 'force', compared: 'same' });
  const lowered = written('template', 'our-letter', { markdown: head('OFFICIAL') });
  await takesIn(await pack([lowered], 2), undefined);
  expect((await hand().policy()).given?.templates).toBeUndefined();
});

const TEXT = await pack([necessity('Our own purpose'), limits], 1, FORCE, {
  from: day('2020-01-02'),
});
const ISSUER = {
  fingerprint: await browserHost().digest(FORCE.signingKey),
  name: FORCE.name,
  rank: 'force' as const,
};
const WITH: Policy = {
  ...NO_POLICY,
  packs: { isOnly: false, issuers: [ISSUER], files: [TEXT], recalls: [] },
};
const WITHOUT: Policy = {
  ...NO_POLICY,
  packs: { isOnly: false, issuers: [], files: [], recalls: [] },
};
const RECALLED: Policy = {
  ...NO_POLICY,
  packs: {
    isOnly: false,
    issuers: [ISSUER],
    files: [TEXT],
    recalls: [
      {
        kind: 'time-limits',
        id: 'our-limits',
        versions: '*',
        reason: 'It was agreed for another year.',
        recalledOn: day('2026-12-01'),
      },
    ],
  },
};

describe('a policy that changes while the vault is open', () => {
  let given: Policy | Error;
  let told: Policy[];
  const opens = () =>
    packsInHand({
      work,
      host: host(),
      policy: async () => {
        if (given instanceof Error) throw given;
        return given;
      },
      onChange: (policy) => told.push(policy),
    });
  beforeEach(() => {
    given = NO_POLICY;
    told = [];
  });
  const isListed = (lists: Iterable<CodeList>) =>
    [...lists].some(({ codes }) => codes.some(({ code }) => code === 'our-purpose'));

  it('takes its packs in, recalls them, and trusts their issuer no more, by the first to ask', async () => {
    const packs = opens();
    expect((await packs.policy()).timeLimits).toBeUndefined();
    given = WITH;
    expect((await packs.policy()).timeLimits).toMatchObject([{ workingDays: 3 }]);
    expect(isListed(packs.lists.values())).toBe(true);
    given = RECALLED;
    expect((await packs.policy()).timeLimits).toBeUndefined();
    expect(isListed(packs.lists.values())).toBe(true);
    given = WITH;
    expect((await packs.policy()).timeLimits).toMatchObject([{ workingDays: 3 }]);
    given = WITHOUT;
    expect((await packs.inForce())?.rules.timeLimits).toBeUndefined();
    expect(told).toHaveLength(4);
  });

  it('is told with the rules of now, before anybody asks, and whatever in it has changed', async () => {
    const packs = opens();
    await packs.refresh();
    let heard = 0;
    const stop = packs.subscribe(() => {
      heard += 1;
    });
    given = { ...NO_POLICY, retention: [PERIOD] };
    await packs.reread();
    expect([heard, told.at(-1)?.retention]).toEqual([1, [PERIOD]]);
    given = { ...WITH, retention: [PERIOD] };
    await packs.reread();
    expect(told.at(-1)).toMatchObject({
      retention: [PERIOD],
      timeLimits: [{ id: 'first-contact' }],
    });
    stop();
    await packs.reread();
    expect(heard).toBe(2);
  });

  it('gives the lists of one reading with the rules of that one, to whoever asks meanwhile', async () => {
    const packs = opens();
    await packs.refresh();
    const answers: (RulesInForce | undefined)[] = [];
    const asks = async () => void answers.push(await packs.inForce());
    given = WITH;
    await Promise.all([asks(), packs.reread(), asks(), packs.refresh(), asks()]);
    expect(answers).toHaveLength(3);
    for (const answer of answers) {
      const hasLimit = answer?.rules.timeLimits !== undefined;
      expect(isListed(answer?.lists ?? [])).toBe(hasLimit);
    }
    expect(answers.at(-1)?.rules.timeLimits).toHaveLength(1);
  });

  it('acts for the rest where the packs cannot be read, which stay as they were', async () => {
    given = WITH;
    const packs = opens();
    await packs.refresh();
    work.failLoadsWith('The disk does not answer.');
    given = { ...WITH, retention: [PERIOD] };
    await packs.reread();
    expect(told.at(-1)).toMatchObject({ retention: [PERIOD], timeLimits: [{ workingDays: 3 }] });
  });

  it('that cannot be read takes nothing from anybody, and acts once it can be', async () => {
    given = { ...WITH, retention: [PERIOD] };
    const packs = opens();
    await packs.refresh();
    given = new Error('not now');
    await packs.reread();
    expect(told.at(-1)?.retention).toEqual([PERIOD]);
    expect(isListed(packs.lists.values())).toBe(true);
    given = NO_POLICY;
    expect((await packs.policy()).timeLimits).toBeUndefined();
  });
});

it('loads nothing of packs while there are none', async () => {
  const packs = hand();
  expect(await packs.inForce()).toBeUndefined();
  expect(await packs.policy()).toEqual(NO_POLICY);
});
