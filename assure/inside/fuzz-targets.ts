/** All parts of ours that take input from outside, with the errors each may throw. */
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
import { buildRecord, newRecord } from '../../packages/core/src/testing/fiction/builder.js';
import { testHost } from '../../packages/core/src/testing/host.js';
import { auditUnderTest, digest } from '../../packages/core/src/testing/store/signed-chain.js';
import { Answer, News, Request } from '../../packages/extension/src/keeper/desk/messages.js';
import { answerRelay } from '../../packages/extension/src/keeper/desk/storage-relay.js';
import { readPolicy } from '../../packages/extension/src/keeper/policy.js';
import { VERBS, type Verb } from '../../packages/extension/src/ports/verbs/verbs.js';
import {
  readDraftHead,
  readDraftRows,
  rowParts,
} from '../../packages/extension/src/sandbox/draft-part.js';
import { parsePage } from '../../packages/extension/src/sandbox/parse-page.js';
import { FromWorker, trouble } from '../../packages/extension/src/sandbox/parse-reply.js';
import { parseSettings } from '../../packages/extension/src/sandbox/parse-settings.js';
import { samplePage } from '../../packages/extension/src/sandbox/sample-page.js';
import { openJournal } from '../../packages/extension/src/storage/journal/journal.js';
import { mapArea } from '../../packages/extension/src/storage/place/map-area.js';
import { memoryDisk } from '../../packages/extension/src/testing/memory-files.js';
import { cardOf, readCard } from '../../packages/extension/src/vault/card.js';
import { VaultHeader } from '../../packages/extension/src/vault/header.js';
import { csvImporter } from '../../packages/plugins/csv/src/read-csv.js';
import { summary as practiceAdapter } from '../../packages/plugins/practice-rms/src/summary.js';
import { singleOnlineHomeImporter } from '../../packages/plugins/single-online-home/src/read-json.js';
import { FULL as sampleReport } from '../../packages/plugins/single-online-home/src/samples.js';
import { anything, brokenJson, bytesOf, texts } from './fuzz-cases.ts';
import { commitSubjects, newVault } from './vault.ts';

/** One part that takes input from outside. */
export interface Target {
  readonly name: string;
  /** Share of all cases; one each by default. */
  readonly weight?: number;
  readonly cases: fc.Arbitrary<unknown>;
  /** May throw only errors that `mayThrow` accepts. */
  readonly take: (given: unknown) => unknown;
  readonly mayThrow?: (error: unknown) => boolean;
}

const isOurs = (error: unknown): boolean => error instanceof PreventError;

/** Every target of ours except the keeper. */
export async function targets(): Promise<readonly Target[]> {
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
  /** The reader of pages answers everything; its answer that it broke is a crash inside. */
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
      name: 'Single Online Home file',
      cases: fc.oneof(
        brokenJson(sampleReport).map((value) => JSON.stringify(value) ?? ''),
        texts(JSON.stringify(sampleReport)),
      ),
      take: (given) => singleOnlineHomeImporter.read(bytesOf(given), context),
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
