/** An assurance measure: it attacks or damages the real thing, counts, and has a control that must fail. */

export interface Context {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Less of everything, to fit into the everyday tests. */
  readonly isQuick: boolean;
  /** One line of progress. */
  readonly say: (line: string) => void;
}

/** One figure with its bar. */
export interface Finding {
  readonly what: string;
  readonly figure: number | string;
  /** The bar for the figure, in words. */
  readonly bar: string;
  readonly holds: boolean;
}

export interface Measure {
  /** As given on the command line. */
  readonly name: string;
  readonly what: string;
  /** The reason why it cannot be run on this machine; undefined when it can. */
  readonly without?: () => string | undefined;
  readonly run: (context: Context) => Promise<readonly Finding[]>;
}

/** The figure must be exactly this. */
export function exactly(what: string, figure: number | string, wanted: number | string): Finding {
  return { what, figure, bar: String(wanted), holds: figure === wanted };
}

export function atLeast(what: string, figure: number, least: number): Finding {
  return { what, figure, bar: `at least ${least}`, holds: figure >= least };
}

export function atMost(what: string, figure: number, most: number): Finding {
  return { what, figure, bar: `at most ${most}`, holds: figure <= most };
}

/** A figure that is printed with the others and has no bar. */
export function printed(what: string, figure: number | string): Finding {
  return { what, figure, bar: 'told', holds: true };
}
