/**
 * Whatever comes from outside, made at random and made of what is sound with a part put wrong, to everything of ours that
 * takes it in. Each must answer, or refuse with an error that it says it has; and no prototype may be altered.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { gatherCodeLists } from '../../packages/core/src/codes/shipped.js';
import {
  canonical,
  checkAdapter,
  PreventError,
  parseSnapshot,
  readCheckpoint,
  verifyAudit,
} from '../../packages/core/src/index.js';
import { parseTemplate } from '../../packages/core/src/report/template.js';
import { caseSummary } from '../../packages/core/src/report/templates/case-summary.js';
import { buildRecord, newRecord } from '../../packages/core/src/testing/builder.js';
import { testHost } from '../../packages/core/src/testing/host.js';
import { auditUnderTest, digest } from '../../packages/core/src/testing/signed-chain.js';
import { newBench, setUp, until } from '../../packages/extension/src/keeper/keeper-under-test.js';
import { Answer, CHANNEL, News, Request } from '../../packages/extension/src/keeper/messages.js';
import { readPolicy } from '../../packages/extension/src/keeper/policy.js';
import { answerRelay } from '../../packages/extension/src/keeper/storage-relay.js';
import { VERBS, type Verb } from '../../packages/extension/src/keeper/verbs.js';
import {
  readDraftHead,
  readDraftRows,
  rowParts,
} from '../../packages/extension/src/sandbox/draft-part.js';
import { parsePage } from '../../packages/extension/src/sandbox/parse-page.js';
import { FromWorker, trouble } from '../../packages/extension/src/sandbox/parse-reply.js';
import { parseSettings } from '../../packages/extension/src/sandbox/parse-settings.js';
import { samplePage } from '../../packages/extension/src/sandbox/sample-page.js';
import { openJournal } from '../../packages/extension/src/storage/journal.js';
import { mapArea } from '../../packages/extension/src/storage/map-area.js';
import { memoryDisk } from '../../packages/extension/src/storage/memory-files.js';
import { newComputer } from '../../packages/extension/src/storage/storage-under-test.js';
import { cardOf, readCard } from '../../packages/extension/src/vault/card.js';
import { VaultHeader } from '../../packages/extension/src/vault/header.js';
import { csvImporter } from '../../packages/plugins/csv/src/read-csv.js';
import { summary as practiceAdapter } from '../../packages/plugins/practice-rms/src/summary.js';
import { commitSubjects, newVault } from './vault.ts';

export interface Fuzzed {
  readonly name: string;
  readonly cases: number;
  /** What was found, with the smallest case that shows it; undefined when nothing was. */
  readonly found?: string;
}

/** One thing that takes in what comes from outside. */
interface Target {
  readonly name: string;
  /** Parts of all cases; one each unless said otherwise. */
  readonly weight?: number;
  readonly cases: fc.Arbitrary<unknown>;
  /** Throws what `mayThrow` says, and nothing else. */
  readonly take: (given: unknown) => unknown;
  readonly mayThrow?: (error: unknown) => boolean;
}

const isOurs = (error: unknown): boolean => error instanceof PreventError;

/** Names that objects have already, and names that ours have. */
const NAMES = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'length',
    '0',
    'then',
    '',
  ],
  ...[
    'id',
    'kind',
    'value',
    'name',
    'frames',
    'tree',
    'type',
    'children',
    'header',
    'version',
    'changes',
  ],
];

/** JSON with the names above as members of its own, at any depth. */
const hostileJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('node'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('node')), {
        maxLength: 5,
      })
      .map((members) => {
        // As JSON.parse makes it: a member named so, and no prototype set.
        const made: Record<string, unknown> = {};
        for (const [name, value] of members)
          Object.defineProperty(made, name, {
            value,
            enumerable: true,
            writable: true,
            configurable: true,
          });
        return made;
      }),
  ),
  leaf: fc.oneof(
    fc.constantFrom(null, true, false, 0, -1, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 31, 0.1),
    fc.constantFrom(
      'polluted',
      'practice',
      'live',
      '2026-11-24',
      '../../etc',
      '=1+1',
      '\u0000',
      '\uD800',
    ),
    fc.string({ unit: 'binary' }),
    fc.uuid(),
  ),
})).node;

const anything = fc.oneof(
  hostileJson,
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withNullPrototype: true,
  }),
);

/** What is sound, with one place of it replaced, taken out, or given a member more. */
function brokenJson(sound: unknown): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      fc.nat(),
      fc.constantFrom('replace', 'remove', 'add'),
      fc.constantFrom(...NAMES),
      hostileJson,
    )
    .map(([pick, how, name, other]) => {
      const root = { root: structuredClone(sound) };
      const places = placesOf(root);
      const [parent, key] = places[pick % places.length] ?? [root, 'root'];
      if (how === 'replace') define(parent, key, other);
      else if (how === 'remove') Reflect.deleteProperty(parent, key);
      else {
        const inside = Reflect.get(parent, key);
        if (typeof inside === 'object' && inside !== null) define(inside, name, other);
        else define(parent, name, other);
      }
      return root.root;
    });
}

function define(holder: object, name: string, value: unknown): void {
  if (Array.isArray(holder) && !/^\d+$/.test(name)) return;
  Object.defineProperty(holder, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

function placesOf(value: object): (readonly [object, string])[] {
  return Object.entries(value).flatMap(([key, inside]) => [
    [value, key] as const,
    ...(typeof inside === 'object' && inside !== null ? placesOf(inside) : []),
  ]);
}

/** Sound text with a run of it replaced. */
function brokenText(sound: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('"', '\0', '<', '{', ']', '\n', '__proto__', '\uFEFF', ',,,,'),
      ),
    )
    .map(([pick, length, by]) => {
      const at = pick % (sound.length + 1);
      return sound.slice(0, at) + by + sound.slice(at + length);
    });
}

const texts = (...sound: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    ...sound.map(brokenText),
    hostileJson.map((value) => JSON.stringify(value)),
    fc.string({ unit: 'binary' }),
  );
const bytesOf = (text: unknown): Uint8Array => new TextEncoder().encode(String(text));

async function targets(): Promise<readonly Target[]> {
  const host = testHost();
  const settings = () => parseSettings(host, []);
  const sampleHtml =
    '<!doctype html><title>Record</title><h1>Referral</h1><table><tr><th>Full name<td>Orla Fennimore</table><dl><dt>Date of birth<dd>14 March 2010</dl><form><label>School <input value="Testford"></label></form><iframe src="a.html"></iframe>';
  const draft = parsePage({
    kind: 'snapshot',
    pieces: [samplePage()],
    settings: settings(),
  }).result;
  if (!draft.ok) throw new Error('The sample page gives no draft');
  const { rows, ...head } = draft.value;
  const [part = '[]'] = rowParts(rows);
  const ids = new Set([head.id, ...head.origins.map(({ id }) => id)]);
  const mayRefusePart = (error: unknown): boolean =>
    error instanceof TypeError ||
    error instanceof SyntaxError ||
    error instanceof RangeError ||
    error instanceof v.ValiError;
  const audit = await auditUnderTest(3);
  const vault = await newVault();
  const session = await vault.open();
  await commitSubjects(session, ['One', 'Two']);
  await session.close();
  const journal = vault.computer.disks.get(vault.keys.kind)?.bytes('journal-a') ?? new Uint8Array();
  const card = cardOf(vault.keys.identity);
  const context = { lists: gatherCodeLists(), today: host.clock.today() };
  const soundArgs: Partial<Record<Verb, unknown>> = {
    commit: [
      crypto.randomUUID(),
      { changes: [newRecord('subject', buildRecord('subject'))], reason: 'case-work' },
    ],
    get: ['subject', crypto.randomUUID()],
    query: ['subject', { name: 'One' }],
    unlock: ['practice', { passphrase: 'not the passphrase' }],
    'work-save': ['draft', { text: 'One' }, 0],
    checkpoint: [{ of: 'file', reason: 'disclosure', recipients: ['partner-agency', 'One'] }],
    dispose: [[crypto.randomUUID()], 'retention'],
  };
  /** The reader of pages answers everything; an answer that says that it broke is a crash inside it. */
  const read = (request: Parameters<typeof parsePage>[0]): void => {
    const { result } = parsePage(request);
    const broke = trouble('parse-broke').message;
    if (!result.ok && result.issues.some(({ message }) => message === broke))
      throw new Error('The reader broke');
  };

  return [
    ...(Object.keys(VERBS) as Verb[]).map(
      (verb): Target => ({
        name: `verb ${verb}`,
        weight: 0.3,
        cases: soundArgs[verb] ? fc.oneof(brokenJson(soundArgs[verb]), anything) : anything,
        take: (given) => v.safeParse(VERBS[verb].args, given),
      }),
    ),
    {
      name: 'messages',
      cases: fc.oneof(
        anything,
        brokenJson({
          to: 'keeper',
          client: crypto.randomUUID(),
          id: crypto.randomUUID(),
          verb: 'get',
          args: [],
        }),
        brokenJson({ to: 'all', keeper: crypto.randomUUID(), name: 'locking', withinMs: 1500 }),
      ),
      take: (given) => [
        v.safeParse(Request, given),
        v.safeParse(Answer, given),
        v.safeParse(News, given),
      ],
    },
    {
      name: 'storage relay',
      cases: fc.oneof(
        anything,
        brokenJson({ type: 'keeper/storage', op: 'set', key: 'cp-mark-live', value: 'x' }),
      ),
      take: async (given) => {
        const keeper = { id: 'a', url: 'chrome-extension://a/keeper.html' };
        const area = mapArea();
        await answerRelay(given, keeper, keeper, area, async () => undefined);
        const strange = [...area.held.keys()].find(
          (key) => !/^cp-(tries|(vault|mark)-(practice|live))$/.test(key),
        );
        if (strange !== undefined) throw new Error(`It wrote ${strange}`);
        if (answerRelay(given, { id: 'b', url: keeper.url }, keeper, area, async () => undefined))
          throw new Error('It served another');
      },
    },
    {
      name: 'CSV file',
      cases: texts(
        'Name,Date of birth,Narrative\r\nTaz Vael,14/03/2009,"one, ""two"""\r\n',
        'Name;Postcode\n"Ines\nOkoro";ZZ99 1AA\n',
      ),
      take: (given) => csvImporter.read(bytesOf(given), context),
      mayThrow: isOurs,
    },
    {
      name: 'CSV file, any bytes',
      cases: fc.uint8Array({ maxLength: 300 }),
      take: (given) => csvImporter.read(given as Uint8Array, context),
      mayThrow: isOurs,
    },
    {
      name: 'HTML of a saved page',
      cases: texts(sampleHtml),
      take: (given) =>
        read({
          kind: 'html',
          html: String(given),
          url: 'https://records.example.org/1',
          frames: { 'a.html': String(given) },
          settings: settings(),
        }),
    },
    {
      name: 'JSON of a snapshot',
      cases: fc.oneof(
        brokenJson(JSON.parse(samplePage())).map((value) => JSON.stringify(value) ?? ''),
        texts(samplePage()),
      ),
      take: (given) => read({ kind: 'snapshot-file', json: String(given), settings: settings() }),
    },
    {
      name: 'snapshot, checked',
      cases: texts(samplePage()),
      take: (given) => parseSnapshot(String(given)),
    },
    {
      name: 'pasted text',
      cases: texts('Full name: Orla Fennimore\nDate of birth: 14 March 2010\nMobile: 07700 900123'),
      take: (given) =>
        read({
          kind: 'text',
          text: String(given),
          title: String(given).slice(0, 40),
          settings: settings(),
        }),
    },
    {
      name: 'draft from the sandbox',
      cases: fc.oneof(
        brokenJson(head).map((value) => JSON.stringify(value) ?? ''),
        texts(JSON.stringify(head)),
      ),
      take: (given) => readDraftHead(String(given), ids),
      mayThrow: mayRefusePart,
    },
    {
      name: 'rows from the sandbox',
      cases: fc.oneof(
        brokenJson(JSON.parse(part)).map((value) => JSON.stringify(value) ?? ''),
        texts(part),
      ),
      take: (given) => readDraftRows(String(given), draft.value),
      mayThrow: mayRefusePart,
    },
    {
      name: 'messages from the sandbox',
      cases: fc.oneof(anything, brokenJson({ type: 'rows', id: 1, json: part })),
      take: (given) => v.safeParse(FromWorker, given),
    },
    {
      name: 'colleague card',
      cases: fc.oneof(anything, brokenJson(card)),
      take: (given) => readCard(given),
    },
    {
      name: 'audit file',
      cases: texts(audit.lines.join('')),
      take: (given) => verifyAudit(String(given), { digest, verify: audit.verify }),
    },
    {
      name: 'checkpoint',
      cases: texts(canonical(audit.file.checkpoint), 'Sequence: 3\nHead:\n0000 '),
      take: (given) => readCheckpoint(String(given)),
    },
    {
      name: 'adapter, as a file',
      cases: fc.oneof(
        brokenJson(practiceAdapter).map((value) => JSON.stringify(value) ?? ''),
        texts(JSON.stringify(practiceAdapter)),
      ),
      take: (given) => checkAdapter(String(given)),
    },
    {
      name: 'adapter, as an object',
      cases: fc.oneof(anything, brokenJson(practiceAdapter)),
      take: (given) => checkAdapter(given),
    },
    {
      name: 'template',
      cases: texts(caseSummary.markdown),
      take: (given) => parseTemplate(String(given)),
    },
    { name: 'vault header', cases: anything, take: (given) => v.safeParse(VaultHeader, given) },
    { name: 'managed policy', cases: anything, take: (given) => readPolicy(given) },
    {
      name: 'journal',
      cases: fc.tuple(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat()),
      take: async (given) => {
        const [pick, bytes, cut] = given as [number, Uint8Array, number];
        const altered = new Uint8Array(
          journal.subarray(0, journal.length - (cut % 3 === 0 ? cut % journal.length : 0)),
        );
        if (altered.length > bytes.length)
          altered.set(bytes, pick % (altered.length - bytes.length));
        const disk = memoryDisk();
        disk.damage('journal-a', () => altered);
        const opened = await openJournal(disk.open());
        await opened.read([1, 2]);
      },
      mayThrow: isOurs,
    },
  ];
}

/** @param cases - over all targets together */
export async function fuzz(cases: number): Promise<readonly Fuzzed[]> {
  const all = await targets();
  const weight = all.reduce((sum, one) => sum + (one.weight ?? 1), 0);
  const found: Fuzzed[] = [];
  for (const target of all)
    found.push(
      await tryOn(target, Math.max(20, Math.ceil((cases * (target.weight ?? 1)) / weight))),
    );
  return found;
}

/** Two parsers as nobody should write them: the same harness must find both. */
export async function unguarded(cases: number): Promise<readonly Fuzzed[]> {
  const merge = (into: Record<string, unknown>, from: Record<string, unknown>): void => {
    for (const [name, value] of Object.entries(from))
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        const inside = (into[name] ?? {}) as Record<string, unknown>;
        into[name] = inside;
        merge(inside, value as Record<string, unknown>);
      } else into[name] = value;
  };
  const sound = { rows: [{ name: 'One' }, { name: 'Two' }], settings: { deep: { x: 1 } } };
  return [
    await tryOn(
      {
        name: 'a parser that trusts its input',
        cases: brokenJson(sound).map((value) => JSON.stringify(value) ?? ''),
        take: (given) =>
          JSON.parse(String(given)).rows.map((row: { name: string }) => row.name.trim()),
        mayThrow: (error) => error instanceof SyntaxError,
      },
      cases,
    ),
    await tryOn(
      {
        name: 'a merge of whatever comes',
        cases: brokenJson(sound).filter((value) => typeof value === 'object' && value !== null),
        take: (given) => merge({}, given as Record<string, unknown>),
        mayThrow: (error) => error instanceof TypeError,
      },
      cases,
    ),
  ];
}

async function tryOn(
  { name, cases, take, mayThrow = () => false }: Target,
  count: number,
): Promise<Fuzzed> {
  const shared = watchPrototypes();
  const details = await fc.check(
    fc.asyncProperty(cases, async (given) => {
      try {
        await take(given);
      } catch (error) {
        if (!mayThrow(error)) throw error;
      }
      const altered = shared.putRight();
      if (altered !== undefined) throw new Error(`A prototype was altered: ${altered}`);
    }),
    { numRuns: count, endOnFailure: true },
  );
  const { failed, counterexample, errorInstance, numRuns } = details;
  if (!failed) return { name, cases: numRuns };
  const shown = fc.stringify(counterexample).slice(0, 300);
  return { name, cases: numRuns, found: `${String(errorInstance).slice(0, 200)} on ${shown}` };
}

const SHARED = [Object.prototype, Array.prototype, Function.prototype, String.prototype];

/** What stands on the prototypes that all share, and puts it back: the harness itself works with them. */
function watchPrototypes(): { putRight(): string | undefined } {
  const { ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty } = Reflect;
  const clean = SHARED.map((prototype) => {
    const members: [PropertyKey, PropertyDescriptor][] = [];
    const keys = ownKeys(prototype);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] as PropertyKey;
      members[at] = [key, getOwnPropertyDescriptor(prototype, key) as PropertyDescriptor];
    }
    return { prototype, members, known: new Set(keys) };
  });
  const has = Set.prototype.has;
  const apply = Reflect.apply;
  return {
    // Nothing here may go by a method that could itself have been altered.
    putRight() {
      let altered: string | undefined;
      for (let which = 0; which < clean.length; which += 1) {
        const one = clean[which];
        if (one === undefined) continue;
        const { prototype, members, known } = one;
        for (let at = 0; at < members.length; at += 1) {
          const [key, before] = members[at] as [PropertyKey, PropertyDescriptor];
          const now = getOwnPropertyDescriptor(prototype, key);
          if (now && now.value === before.value && now.get === before.get) continue;
          defineProperty(prototype, key, before);
          altered = typeof key === 'symbol' ? 'a symbol' : `${key}`;
        }
        const keys = ownKeys(prototype);
        for (let at = 0; at < keys.length; at += 1) {
          const key = keys[at] as PropertyKey;
          if (apply(has, known, [key])) continue;
          deleteProperty(prototype, key);
          altered = typeof key === 'symbol' ? 'a symbol' : `${key}`;
        }
      }
      return altered;
    },
  };
}

/** Requests with arguments put wrong to a keeper with an open vault: each is answered, and none with a crash. */
export async function fuzzKeeper(cases: number): Promise<Fuzzed> {
  const computer = newComputer();
  const recoveryKey = await setUp(computer);
  const bench = newBench(computer);
  await bench.keeper();
  const page = bench.page();
  await until(page, 'locked');
  await page.vault.unlock('practice', { recoveryKey });
  const subject = buildRecord('subject', { id: crypto.randomUUID() });
  await page.store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
  const change = newRecord('intervention', buildRecord('intervention', { subjectId: subject.id }));
  const sound: Readonly<Record<string, unknown>> = {
    commit: [crypto.randomUUID(), { changes: [change], reason: 'case-work' }],
    get: ['subject', subject.id],
    query: ['subject', { name: 'One' }],
    consult: [[subject.id], 'case-work'],
    history: [subject.id],
    dispose: [[crypto.randomUUID()], 'retention'],
    checkpoint: [{ of: 'file', reason: 'disclosure', recipients: ['partner-agency', 'One'] }],
    'batches-since': [0],
    'work-save': ['draft', { text: 'One' }, 0],
    'work-load': ['draft'],
    'work-discard': ['draft'],
    audit: [],
    card: [],
    'no such verb': [],
  };
  const channel = bench.channel(CHANNEL);
  const waiting = new Map<string, (answer: Answer) => void>();
  channel.onmessage = ({ data }: MessageEvent) => {
    const answer = v.safeParse(Answer, data);
    if (answer.success && answer.output.name !== 'taken')
      waiting.get(answer.output.id)?.(answer.output);
  };
  const ask = (verb: string, args: unknown): Promise<Answer> => {
    const id = crypto.randomUUID();
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('The keeper did not answer')), 20_000);
      waiting.set(id, (answer) => {
        clearTimeout(late);
        waiting.delete(id);
        resolve(answer);
      });
      channel.postMessage({ to: 'keeper', client: crypto.randomUUID(), id, verb, args });
    });
  };
  const requests = fc
    .constantFrom(...Object.keys(sound))
    .chain((verb) =>
      brokenJson(sound[verb]).map((args) => ({ verb, args: Array.isArray(args) ? args : [args] })),
    );
  const found = await tryOn(
    {
      name: 'keeper with an open vault',
      cases: requests,
      take: async (given) => {
        const { verb, args } = given as { verb: string; args: unknown[] };
        const answer = await ask(verb, args);
        // What no error of ours came of is told as a failure of that name.
        if (answer.name === 'failed' && /just now \(/.test(answer.message))
          throw new Error(answer.message);
      },
    },
    cases,
  );
  channel.close();
  await bench.clear();
  return found;
}
