/** An instrument of judgement, stored as data so that it can be read, cited and versioned separately from the code. */
export interface Instrument {
  /** The schema that an editor checks the file against; it says nothing about the instrument. */
  readonly $schema?: string;
  readonly id: string;
  readonly title: string;
  /** Bumped on any change to items, weights, rules or bands: levels are compared only within a version. */
  readonly version: string;
  /** The strength of the evidence, shown next to every level. No instrument decides anything. */
  readonly status: InstrumentStatus;
  /** The publication that the items and weights come from. */
  readonly source: string;
  /** Civil day on which somebody last checked it against its source, `YYYY-MM-DD`. */
  readonly checkedOn?: string;
  /** Set once another has replaced it: its assessments can still be read, and nothing new is started from that day. */
  readonly supersededBy?: Supersession;
  /** Conditions for its use; every one of them must be met. Absent: it is for everybody. */
  readonly applies?: readonly Applicability[];
  /** The answers required before a level is given. */
  readonly minimum?: readonly MinimumAnswers[];
  /** Points of the common answers for items that have a `weight` and no points of their own. */
  readonly scale?: Readonly<Record<string, number>>;
  readonly domains?: readonly Domain[];
  readonly items: readonly Item[];
  /**
   * Levels, lowest first; the first is the floor. Empty: it gives no level and is a record of the matters considered.
   */
  readonly bands: readonly Band[];
  readonly rules?: readonly Rule[];
}

export const INSTRUMENT_STATUSES = ['illustrative', 'professional-judgement', 'validated'] as const;
export type InstrumentStatus = (typeof INSTRUMENT_STATUSES)[number];

/** The status of an item's source: the same words as for code lists. */
export const ITEM_STATUSES = ['found', 'secondary', 'recalled', 'proposed'] as const;

/** The basis of a reason: the law, published guidance, research, or somebody's judgement. */
export const GROUND_KINDS = ['law', 'guidance', 'research', 'judgement'] as const;

export interface Ground {
  readonly kind: (typeof GROUND_KINDS)[number];
  /** One sentence for the officer. */
  readonly text: string;
  readonly source?: string;
}

export interface Supersession {
  /** Id of the instrument that replaces it; absent: a later version of this one. */
  readonly id?: string;
  readonly version: string;
  /** First civil day of the replacement. */
  readonly on: string;
}

/** One condition on the subject for the instrument to be used. It never affects the level itself. */
export interface Applicability {
  /** The fact that is checked: `age` in whole years, or a fact that the caller supplies. */
  readonly fact: string;
  /** The question in a form; absent: the name of the fact. */
  readonly prompt?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly oneOf?: readonly string[];
  readonly reason: Ground;
}

export interface MinimumAnswers {
  /** The smallest number of items answered. */
  readonly answered: number;
  /** Absent: of all items. */
  readonly items?: readonly string[];
  readonly reason: Ground;
}

export interface Domain {
  readonly id: string;
  readonly label: string;
}

export interface Band {
  readonly id: string;
  readonly label: string;
  /** Lowest score in points. Given on every band if any item carries points, on none otherwise. */
  readonly from?: number;
  readonly reason?: Ground;
}

/** Keeps a level up or down for any points. If two disagree, the one that keeps it up takes precedence. */
export interface Rule {
  readonly id: string;
  /** Every one must be met. */
  readonly when: readonly Clause[];
  /** Id of the lowest band, or of the highest, while the rule is met; exactly one of the two. */
  readonly atLeast?: string;
  readonly atMost?: string;
  readonly reason: Ground;
}

/** Met when that many of the items have one of the answers. */
export interface Clause {
  readonly items: readonly string[];
  readonly answers: readonly string[];
  /** Absent: 1. */
  readonly count?: number;
}

export interface Item {
  readonly id: string;
  readonly prompt: string;
  readonly hint?: string;
  /**
   * The same in plain words, for a page about the subject; absent: it is on no such page. It is never about anybody
   * else, and an item that cannot be expressed without another person has none.
   */
  readonly plain?: string;
  /** Id of one of the instrument's domains. */
  readonly domain?: string;
  /**
   * A strength is shown next to the concerns, never hidden among them. Context is recorded for the plan and affects no
   * level.
   */
  readonly bears: 'concern' | 'strength' | 'context';
  /** Publication, law or judgement that the item is based on. */
  readonly source: string;
  readonly status?: (typeof ITEM_STATUSES)[number];
  /** Multiplies the points, whole and not negative; absent: 1 if the item has points, otherwise it carries none. */
  readonly weight?: number;
  /** Points of each answer that the item offers; never above 0 for a strength. Never shown: a person sees the level. */
  readonly points?: Readonly<Record<string, number>>;
  /** Labels of the item's own answers; those of the common scale need none. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** The scale that an item offers unless it has its own. */
export const COMMON_ANSWERS = ['present', 'partly', 'absent'] as const;

/** Allowed on every item and always missing, never a no: nobody knows, or nobody has asked. */
export const MISSING_ANSWERS = ['unknown', 'not-asked'] as const;

/** Answers by item id; an item without one has not been asked. */
export type Answers = Readonly<Record<string, string | undefined>>;
