/** Reads one frame: every signal suggests labels, then one label wins for each value. */
import { adjacentCandidates, isNear } from './label/adjacency.js';
import { type Candidate, SCORE } from './label/candidate.js';
import { isChosen } from './label/chosen.js';
import { claims } from './label/claim.js';
import { definitionCandidates } from './label/definition-list.js';
import { headingCandidates } from './label/heading-pair.js';
import { knownUpTo } from './label/known.js';
import { labelCandidates } from './label/labels.js';
import { proseCandidates } from './label/line/prose.js';
import { textBeforeCandidates } from './label/line/text-before.js';
import { textRunCandidates } from './label/line/text-run.js';
import { type Scope, scopesOf } from './label/owner.js';
import { pageTextCandidates } from './label/page-text.js';
import { placePairs } from './label/place-pair.js';
import { propertyCandidates } from './label/property-word.js';
import { repeatedCandidates } from './label/repeated-pair.js';
import { inOrder, type Resolved, resolve, withoutContainers } from './label/resolve.js';
import { siblingCandidates } from './label/sibling-pair.js';
import { readTables } from './label/table/table-rows.js';
import { type Knows, templatePairs } from './label/template-pair.js';
import { writtenLabelCandidates } from './label/written-label.js';
import { type NotCaptured, notCaptured } from './snapshot/not-captured.js';
import type { FrameSnapshot } from './snapshot/snapshot.js';
import { type Control, readControls } from './tree/control.js';
import { type Line, linesOf } from './tree/line.js';
import { indexFrame, type PageIndex } from './tree/page-index.js';
import { isSecretLabel } from './tree/secret-name.js';

/** Certainty of a label that the markup gives outright. */
const SURE = SCORE.ariaLabel;

export interface FrameReading {
  readonly index: PageIndex;
  readonly controls: ReadonlyMap<number, Control>;
  readonly scopes: readonly Scope[];
  /** Resolved labels, in document order. */
  readonly resolved: readonly Resolved[];
  /** Number of controls with content and no label at all. */
  readonly unlabelled: number;
  readonly notCaptured: NotCaptured;
}

export function readFrame(frame: FrameSnapshot, knows?: Knows): FrameReading {
  const index = indexFrame(frame);
  const known = knows && knownUpTo(knows);
  const template = templatePairs(index, known);
  const found = readControls(index);
  const tables = readTables(index);
  const isInPlaced = claims(index, tables.placed);
  const ofRows = [...template.notValues].filter((at) => !isInPlaced(at));
  const notValues = new Set([...ofRows, ...tables.hints]);
  const scopes = scopesOf(index, tables.sections);
  const lines = linesOf(index);
  const structural: Candidate[] = [];
  const labelled = new Uint8Array(index.tags.length);
  for (const candidates of [
    labelCandidates(index, found),
    definitionCandidates(index),
    tables.candidates,
    siblingCandidates(index),
    repeatedCandidates(index),
    template.candidates,
    writtenLabelCandidates(index),
    propertyCandidates(index),
    headingCandidates(index),
    textBeforeCandidates(index, found).filter(
      ({ labelAt, target }) => labelAt === undefined || isNear(index, labelAt, target),
    ),
  ])
    for (const candidate of candidates) {
      if (!isValueNode(index, found, candidate.target) || isChosen(index, candidate)) continue;
      const isReadAlready = candidates !== tables.candidates && isInPlaced(candidate.target);
      if ((isReadAlready || notValues.has(candidate.target)) && candidate.score < SURE) continue;
      structural.push(candidate);
      labelled[candidate.target] = 1;
    }
  const placed = placePairs(index, structural, notValues, known);
  const ofForm = new Set([...notValues, ...placed.notValues]);
  const signs = structural.filter(({ target, score }) => score >= SURE || !ofForm.has(target));
  for (const candidate of placed.candidates) if (!isChosen(index, candidate)) signs.push(candidate);
  const bare = [...found.values()].filter(({ at, value }) => value !== '' && labelled[at] !== 1);
  const adjacent = adjacentCandidates(
    index,
    bare.map(({ at }) => at),
  );
  const beside = new Set(adjacent.map(({ target }) => target));
  const alone = bare.filter(({ at }) => !beside.has(at));
  const texts = pageTextCandidates(index, alone, frame.title);
  const labels = resolve([...signs, ...adjacent, ...texts]);
  const secret = secretBoxes(found, labels);
  const controls = new Map([...found].filter(([at]) => !secret.has(at)));
  const blocks = withoutContainers(
    index,
    labels.filter(({ best }) => !secret.has(best.target)),
  );
  const inText = textCandidates(index, lines, scopes, blocks, frame.title, ofForm);
  const resolved = [...blocks, ...inText].sort((a, b) => inOrder(a.best, b.best));
  const unlabelled = alone.length - texts.length;
  const missing = notCaptured(index, lines, tables.scattered);
  return { index, controls, scopes, resolved, unlabelled, notCaptured: missing };
}

/** Boxes that hold a password, a code or a card by their label alone. */
function secretBoxes(
  controls: ReadonlyMap<number, Control>,
  labels: readonly Resolved[],
): ReadonlySet<number> {
  return new Set(
    labels.flatMap(({ best }) =>
      controls.get(best.target)?.kind === 'text' && isSecretLabel(best.label) ? [best.target] : [],
    ),
  );
}

/** Text outside every value and label found so far, first as labelled lines, then as prose. */
function textCandidates(
  index: PageIndex,
  lines: readonly Line[],
  scopes: readonly Scope[],
  blocks: readonly Resolved[],
  title: string,
  ofForm: ReadonlySet<number>,
): Resolved[] {
  const taken = blocks.flatMap(({ best }) => [best.target, best.labelAt ?? -1]);
  const isTaken = claims(index, [...taken, ...ofForm]);
  const read = new Set<Line>();
  const runs = textRunCandidates(lines, (line) => !isTaken(line.at), read);
  const isFree = (line: Line): boolean => !isTaken(line.at) && !read.has(line);
  const texts = new Set(runs.map((run) => run.target));
  const isRemainder = (line: Line): boolean => line.block >= 0 && texts.has(line.block);
  const prose = proseCandidates(index, lines, scopes, isFree, isRemainder, title);
  return resolve([...runs, ...prose]);
}

/** False for a control that may not be read, and for the text around it. */
function isValueNode(
  index: PageIndex,
  controls: ReadonlyMap<number, Control>,
  at: number,
): boolean {
  return !isAnyControl(index, at) || controls.has(at);
}

function isAnyControl(index: PageIndex, at: number): boolean {
  return (index.counts.controls[at + 1] ?? 0) > (index.counts.controls[at] ?? 0);
}
