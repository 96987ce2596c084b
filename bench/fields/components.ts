/** The components' own examples, read by the built extension and by the peers: the templates' options are the gold. */
import type { LabelledValue } from '../../packages/core/src/index.ts';
import { type Machine, machine } from '../machine.ts';
import { type Component, type Example, libraries, serveExamples } from './component-examples.ts';
import type { Gold, State } from './component-gold.ts';
import { dumpedPairs } from './dump.ts';
import { loadReader } from './load-reader.ts';
import { folded, foldedLabel } from './meaning.ts';
import type { PeerName } from './peers/peers.ts';
import { buildPeerScript, PEER_NAMES, readFrames } from './peers.ts';
import { mean, type Rates, share } from './rates.ts';
import type { PageTruth } from './saved-pages.ts';
import { listOf, type PairScore, scorePairs } from './score-pairs.ts';
import { pairRates } from './summary.ts';
import { type Aim, atLeast } from './targets.ts';
import { openFieldsToolkit, pressOpened } from './toolkit.ts';

export interface ComponentFigures {
  readonly component: string;
  readonly exampleCount: number;
  readonly pairs: Rates;
  readonly controls: { readonly count: number; readonly right: number };
  readonly peers: Readonly<Record<PeerName, Rates>>;
  /** The faults, in words: the example's name first. */
  readonly wrong: readonly string[];
}

export interface ComponentsFigures {
  readonly bench: 'components';
  readonly at: string;
  readonly machine: Machine;
  readonly browser: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly notInstalled: readonly string[];
  readonly components: readonly ComponentFigures[];
  readonly f1: number | undefined;
  readonly controlState: number | undefined;
  readonly peers: Readonly<Record<PeerName, number | undefined>>;
  readonly targets: readonly Aim[];
}

export interface ComponentsOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Only components whose name starts like this: `govuk`, `nhsuk tables`. */
  readonly only?: string;
  readonly say: (line: string) => void;
}

/** Frames on one page. */
const AT_ONCE = 25;

export async function benchComponents({
  extension,
  only = '',
  say,
}: ComponentsOptions): Promise<ComponentsFigures> {
  const atStart = machine();
  const all = libraries();
  const [reader, peerScript] = await Promise.all([loadReader(), buildPeerScript()]);
  const server = await serveExamples();
  const toolkit = await openFieldsToolkit(extension, server.show([], ''), false, reader);
  const components: ComponentFigures[] = [];
  try {
    for (const component of all.flatMap((library) => library.components)) {
      if (!component.name.startsWith(only)) continue;
      say(`${component.name}, ${component.examples.length} examples`);
      components.push(await readComponent(component));
    }
  } finally {
    await toolkit.close();
    await server.stop();
  }
  const withPairs = components.filter(({ pairs }) => pairs.f1 !== undefined);
  const controls = components.map((each) => each.controls);
  const f1 = mean(withPairs.map(({ pairs }) => pairs.f1));
  const controlState = share(
    controls.reduce((sum, { right }) => sum + right, 0),
    controls.reduce((sum, { count }) => sum + count, 0),
  );
  return {
    bench: 'components',
    at: new Date().toISOString(),
    machine: atStart,
    browser: toolkit.browserVersion,
    versions: Object.fromEntries(
      all.flatMap(({ name, version }) => (version ? [[name, version]] : [])),
    ),
    notInstalled: all.filter(({ version }) => version === undefined).map(({ name }) => name),
    components,
    f1,
    controlState,
    peers: Object.fromEntries(
      PEER_NAMES.map((peer) => [peer, mean(withPairs.map(({ peers }) => peers[peer].f1 ?? 0))]),
    ) as ComponentsFigures['peers'],
    targets: [
      atLeast('label and value, F1, mean over components', f1, 0.98),
      atLeast('state of controls', controlState, 0.99),
    ],
  };

  async function readComponent({ name, examples, style }: Component): Promise<ComponentFigures> {
    const read: ExampleRead[] = [];
    for (let from = 0; from < examples.length; from += AT_ONCE) {
      const some = examples.slice(from, from + AT_ONCE);
      const url = server.show(some, style);
      const { head, pieces } = await pressOpened(toolkit, () => toolkit.show(url));
      await toolkit.clear();
      const { values } = reader.readBeside(head, pieces).reading;
      const frames = await readFrames(toolkit.page, peerScript);
      some.forEach((example, nth) => {
        const own = values.filter(({ place }) => place.frame[0] === nth);
        const frame = frames.find(({ url }) => url.endsWith(`/${nth + 1}`));
        read.push({
          example,
          ours: scored(example.gold, dumpedPairs({ values: own })),
          isRight: example.gold.state && isRightState(example.gold.state, own),
          values: own,
          peers: Object.fromEntries(
            PEER_NAMES.map((peer) => [peer, scored(example.gold, frame?.pairs[peer] ?? [])]),
          ) as Record<PeerName, PairScore>,
        });
      });
    }
    const controls = read.flatMap(({ isRight }) => isRight ?? []);
    return {
      component: name,
      exampleCount: examples.length,
      pairs: pairRates(read.map(({ ours }) => ours)),
      controls: { count: controls.length, right: controls.filter(Boolean).length },
      peers: Object.fromEntries(
        PEER_NAMES.map((peer) => [peer, pairRates(read.map(({ peers }) => peers[peer]))]),
      ) as ComponentFigures['peers'],
      wrong: read.flatMap(wrongOf),
    };
  }
}

interface ExampleRead {
  readonly example: Example;
  readonly ours: PairScore;
  readonly isRight: boolean | undefined;
  readonly values: readonly LabelledValue[];
  readonly peers: Readonly<Record<PeerName, PairScore>>;
}

/** Scores the pairs without those that are optional. */
function scored(
  { truth, isOptional }: Gold,
  pairs: readonly { readonly label: string; readonly value: string }[],
): PairScore {
  // A word may be the head of one row and a value of another: it counts only under its own label.
  const asked = pairs.filter(
    ({ label, value }) =>
      !isOptional.has(folded(value)) || isWanted(truth, foldedLabel(label), folded(value)),
  );
  return scorePairs(
    { ...truth, labels: mapped(truth.labels ?? {}) },
    asked.map(({ label, value }) => ({ label, value: plainDate(value), visible: true })),
  );
}

function isWanted({ labels = {} }: PageTruth, label: string, value: string): boolean {
  return Object.entries(labels).some(
    ([name, values]) => foldedLabel(name) === label && listOf(values).map(folded).includes(value),
  );
}

function mapped(labels: NonNullable<Gold['truth']['labels']>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(labels).map(([label, values]) => [label, listOf(values).map(plainDate)]),
  );
}

/**
 * True if the values read from controls are exactly their values, each once. A part of a date does not count next to
 * the whole; a choice without a legend is a label that says yes.
 */
export function isRightState(
  { values, byDefault }: State,
  read: readonly Pick<LabelledValue, 'kind' | 'label' | 'value' | 'partOf' | 'method'>[],
): boolean {
  const found = read
    .filter((value) => value.partOf === undefined && isOfControl(value))
    .map(({ kind, label, value }) =>
      plainDate(kind === 'choice' && value === 'Yes' ? label : value),
    )
    .filter((value) => byDefault === undefined || value !== folded(byDefault));
  return found.toSorted().join(' ') === values.map(plainDate).toSorted().join(' ');
}

/** Long text in a box is prose, as is text on the page. */
function isOfControl({ kind, method }: Pick<LabelledValue, 'kind' | 'method'>): boolean {
  const isPlain = kind === 'control' || kind === 'choice';
  return isPlain || (kind === 'prose' && BOX_METHODS.includes(method));
}

const BOX_METHODS: readonly string[] = [
  'label-for',
  'label-wraps',
  'aria',
  'legend',
  'placeholder',
];

/** Replaces the separators of a date, which may be any. */
function plainDate(value: string): string {
  return folded(value).replace(/(?<=\d)[/.-](?=\d)/g, ' ');
}

function wrongOf({ example, ours, isRight, values }: ExampleRead): readonly string[] {
  const seen = values.map(({ label, value }) => `${label}: ${value}`).join(' | ');
  const said: string[] = [];
  if (ours.missed.length > 0) said.push(`missed ${ours.missed.join(' | ')}`);
  if (ours.read > ours.right) said.push(`${ours.read - ours.right} too many`);
  if (isRight === false) said.push(`state is not ${JSON.stringify(example.gold.state?.values)}`);
  return said.length === 0 ? [] : [`${example.name}: ${said.join('; ')}; read ${seen}`];
}
