/**
 * Input from outside, random or sound with one part broken, to everything of ours that takes it. Each must answer, or
 * refuse with one of its declared errors; and no prototype may be altered.
 */
import fc from 'fast-check';
import * as v from 'valibot';
import { buildRecord, newRecord } from '../../packages/core/src/testing/fiction/builder.js';
import { Answer, CHANNEL } from '../../packages/extension/src/keeper/desk/messages.js';
import { newBench, setUp, until } from '../../packages/extension/src/testing/keeper-under-test.js';
import { newComputer } from '../../packages/extension/src/testing/storage-under-test.js';
import { brokenJson } from './fuzz-cases.ts';
import { type Target, targets } from './fuzz-targets.ts';
import { watchPrototypes } from './shared-prototypes.ts';

export interface Fuzzed {
  readonly name: string;
  readonly cases: number;
  /** The failure, with the smallest case that shows it; undefined when there was none. */
  readonly found?: string;
}

/** @param cases - number over all targets together */
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

/** Two badly written parsers: the same harness must find both. */
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

/** Requests with wrong arguments to a keeper with an open vault: each is answered, and none with a crash. */
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
        // An error that is not ours is reported as a failure with this message.
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
