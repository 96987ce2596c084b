/** The targets of the figures. A missed one fails nothing: they are printed next to the measurements. */
import type { Spread } from './figures.ts';

export interface Held {
  readonly what: string;
  readonly figure: number;
  /** At most this. */
  readonly target: number;
  readonly isMet: boolean;
}

export function againstTarget(what: string, figure: number, target: number): Held {
  return { what, figure, target, isMet: figure <= target };
}

/** Milliseconds of the longest task; a person would not notice it. */
const LONGEST_TASK = 50;
/** From press to draft at 5,000 nodes, 95th percentile, in milliseconds. */
const DRAFT_AT_5000 = 80;
/** From press to draft at 100,000 nodes, 95th percentile, in milliseconds. */
const DRAFT_AT_100000 = 2000;
/** Multiple of readability plus turndown at 5,000 nodes, at the median; at every other size at most 1. */
const SHARE_AT_5000 = 0.5;
/**
 * Growth of the time per node from one size to the next: twice the nodes then take no more than 2.2 times as long.
 * Nothing in a browser stays at exactly one; the figures of the peers and of a bare parse in the same run are printed
 * next to it.
 */
const LINEAR = 1.1;
/** From press to the shell of a closed panel, in milliseconds. */
const SHELL = 400;

/** The figures that have a target. */
interface CaptureHeld {
  readonly sizes: readonly {
    readonly nodes: number;
    readonly ratio: { readonly readabilityTurndown: number };
    readonly toolkit: {
      readonly totalMs: P95;
      readonly longest: { readonly pageMs: number; readonly panelMs: number };
    };
  }[];
  readonly growth: readonly {
    readonly from: number;
    readonly to: number;
    readonly perNode: Readonly<
      Record<'toolkit' | 'readabilityTurndown' | 'defuddle' | 'domParser', number>
    >;
  }[];
  readonly closedPanel: { readonly shellMs: P95 };
}
type P95 = Pick<Spread, 'p95'>;

export function heldAgainst({ sizes, growth, closedPanel }: CaptureHeld): Held[] {
  return [
    ...sizes.map(({ nodes, ratio }) =>
      againstTarget(
        `${nodes} nodes: times readability plus turndown, p50`,
        ratio.readabilityTurndown,
        nodes === 5000 ? SHARE_AT_5000 : 1,
      ),
    ),
    ...growth.map(({ from, to, perNode }) =>
      againstTarget(
        `${from} to ${to} nodes: growth of the time of one node (readability + turndown ×${perNode.readabilityTurndown}, defuddle ×${perNode.defuddle}, DOMParser ×${perNode.domParser})`,
        perNode.toolkit,
        LINEAR,
      ),
    ),
    ...sizes
      .filter(({ nodes }) => nodes === 5000)
      .flatMap(({ toolkit }) => [
        againstTarget('5000 nodes: press to draft, p95 ms', toolkit.totalMs.p95, DRAFT_AT_5000),
        againstTarget(
          '5000 nodes: longest task in the page, ms',
          toolkit.longest.pageMs,
          LONGEST_TASK,
        ),
      ]),
    ...sizes
      .filter(({ nodes }) => nodes === 100_000)
      .map(({ toolkit }) =>
        againstTarget('100000 nodes: press to draft, p95 ms', toolkit.totalMs.p95, DRAFT_AT_100000),
      ),
    ...sizes.map(({ nodes, toolkit }) =>
      againstTarget(
        `${nodes} nodes: longest task in the panel, ms`,
        toolkit.longest.panelMs,
        LONGEST_TASK,
      ),
    ),
    againstTarget('closed panel: press to painted shell, p95 ms', closedPanel.shellMs.p95, SHELL),
  ];
}
