/** An instrument of judgement, held as data so that it can be read, cited and versioned apart from the code. */
export interface Instrument {
  /** The schema that an editor checks the file by; says nothing of the instrument. */
  readonly $schema?: string;
  readonly id: string;
  readonly title: string;
  /** Bumped on any change to items, weights, rules or bands: levels are compared only within a version. */
  readonly version: string;
  /** How far the evidence goes, shown wherever a level is. No instrument drives anything. */
  readonly status: InstrumentStatus;
  /** Publication the items and weights come from. */
  readonly source: string;
  /** Civil day on which somebody last checked it against its source, `YYYY-MM-DD`. */
  readonly checkedOn?: string;
  /** Set once another has taken its place: it still reads what it made, and starts nothing new from that day. */
  readonly supersededBy?: Supersession;
  /** Whom it is for; every one of them must hold. Absent: everybody. */
  readonly applies?: readonly Applicability[];
  /** How much must be answered before a level is given. */
  readonly minimum?: readonly MinimumAnswers[];
  /** Points of the common answers for items that have a `weight` and no points of their own. */
  readonly scale?: Readonly<Record<string, number>>;
  readonly domains?: readonly Domain[];
  readonly items: readonly Item[];
  /** Levels, lowest first; the first is the floor. None: it gives no level and is a record of what was considered. */
  readonly bands: readonly Band[];
  readonly rules?: readonly Rule[];
}

export const INSTRUMENT_STATUSES = ['illustrative', 'professional-judgement', 'validated'] as const;
export type InstrumentStatus = (typeof INSTRUMENT_STATUSES)[number];

/** How an item's source is known: the same words as code lists use. */
export const ITEM_STATUSES = ['found', 'secondary', 'recalled', 'proposed'] as const;

/** What a reason rests on: the law, published guidance, research, or somebody's judgement. */
export const GROUND_KINDS = ['law', 'guidance', 'research', 'judgement'] as const;

export interface Ground {
  readonly kind: (typeof GROUND_KINDS)[number];
  /** One sentence for the officer. */
  readonly text: string;
  readonly source?: string;
}

export interface Supersession {
  /** Id of the instrument in its place; absent: a later version of this one. */
  readonly id?: string;
  readonly version: string;
  /** First civil day of the other. */
  readonly on: string;
}

/** One thing that must be so of the subject for the instrument to be used. It never bears on the level itself. */
export interface Applicability {
  /** What is asked of the subject: `age` in whole years, or a fact that the caller hands in. */
  readonly fact: string;
  /** What a form asks for it, in words; absent: the fact as it is named. */
  readonly prompt?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly oneOf?: readonly string[];
  readonly reason: Ground;
}

export interface MinimumAnswers {
  /** How many of the items, at least. */
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
  /** Lowest score in points. Given on every band where any item carries points, on none where none does. */
  readonly from?: number;
  readonly reason?: Ground;
}

/** Holds a level up or down whatever the points are. Where two disagree, the one that holds it up goes first. */
export interface Rule {
  readonly id: string;
  /** Every one must be met. */
  readonly when: readonly Clause[];
  /** Id of the lowest band, or of the highest, while the rule is met; one of the two. */
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
   * The same in plain words, said to the subject on a page about them; absent: it is on no such page. Never of anybody else,
   * and an item that cannot be said without another person has none.
   */
  readonly plain?: string;
  /** Id of one of the instrument's domains. */
  readonly domain?: string;
  /** A strength is set beside the concerns, never hidden among them. Context is recorded for the plan and bears on no level. */
  readonly bears: 'concern' | 'strength' | 'context';
  /** Publication, law or judgement that the item rests on. */
  readonly source: string;
  readonly status?: (typeof ITEM_STATUSES)[number];
  /** Times the points, whole and not negative; absent: 1 where the item has points, otherwise it carries none. */
  readonly weight?: number;
  /** Points per answer that the item offers; never above 0 for a strength. Never shown: a person sees the level. */
  readonly points?: Readonly<Record<string, number>>;
  /** What is shown for answers of the item's own; those of the common scale need none. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** The scale that an item offers unless it has its own. */
export const COMMON_ANSWERS = ['present', 'partly', 'absent'] as const;

/** Allowed on every item and always missing, never a no: nobody knows, or nobody has asked. */
export const MISSING_ANSWERS = ['unknown', 'not-asked'] as const;

/** Answers by item id; an item without one has not been asked. */
export type Answers = Readonly<Record<string, string | undefined>>;
