/** Definition packs in the terms of views and of the keeper: what is in force, and what one more would change. */
import type {
  Adapter,
  CodeList,
  ForceNotice,
  HostClassRow,
  Instrument,
  Issue,
  LaterTimeLimit,
  LibraryCondition,
  MonitoringRules,
  OrderRules,
  PlainDate,
  ReplyWords,
  RetentionPeriod,
  Signpost,
  TimeLimit,
  Trigger,
} from '@cyber-prevent/core';
import type {
  DefinitionKindName,
  IssuerRank,
  PackChangeName,
  PolicyRecall,
  Standing,
} from '@cyber-prevent/core/pack';

/** Acts on a pack that is held, or on its issuer. */
export type PackChangeAct = 'set-aside' | 'put-back' | 'distrust';

/** An issuer in the force’s policy, by the fingerprint of its key: the key itself comes with its packs. */
export interface IssuerByPolicy {
  /** SHA-256 of the key, 64 hexadecimal digits without spaces. */
  readonly fingerprint: string;
  readonly name: string;
  readonly rank: IssuerRank;
  readonly official?: readonly { readonly kind: string; readonly ids: readonly string[] }[];
  /** Fingerprints of its earlier keys. */
  readonly succeeds?: readonly string[];
  /** From this day the key is no longer trusted. */
  readonly recalledOn?: PlainDate;
}

/** The part of the force’s policy about packs. */
export interface PackPolicy {
  /** Only packs of its own issuers are taken in, and only those are in force. */
  readonly isOnly: boolean;
  readonly issuers: readonly IssuerByPolicy[];
  /** The texts of packs that every officer is given. */
  readonly files: readonly string[];
  readonly recalls: readonly PolicyRecall[];
}

/** A definition in words. */
export interface NamedDefinition {
  readonly kind: DefinitionKindName;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly standing: Standing;
  readonly source: string;
  readonly checkedOn: PlainDate;
  /** Absent for what ships. */
  readonly issuer?: { readonly name: string; readonly rank: IssuerRank };
  readonly pack?: { readonly id: string; readonly version: number; readonly title: string };
  /** The plugin of the edition that it ships with. */
  readonly plugin?: string;
}

/** Entries of a definition in words, the first of them; `count` is the number of all. */
export interface EntriesSaid {
  readonly count: number;
  readonly words: readonly string[];
}

/** A value of a row that would be another; `null` if there is none, undefined if it is too long for a line. */
export interface MemberChanged {
  readonly name: string;
  readonly was: string | null | undefined;
  readonly now: string | null | undefined;
}

/** Entries that would say something else: in their new words, with the earlier ones if those were others. */
export interface ChangedSaid {
  readonly count: number;
  readonly entries: readonly {
    readonly words: string;
    readonly was?: string;
    readonly members: readonly MemberChanged[];
  }[];
}

/** A definition in whose place another is, with the part of it that is replaced. */
export interface ReplacedDefinition extends NamedDefinition {
  /** Entries that are replaced, of all that it has; absent: nothing of it is. */
  readonly replaced?: { readonly count: number; readonly of: number };
}

export interface PackChangeRow {
  readonly change: PackChangeName;
  readonly definition: NamedDefinition;
  /** The definition in its place until now, or the strongest of those that have its entries. */
  readonly before?: ReplacedDefinition;
  /** The one in force in place of it: a stronger issuer’s, or what comes in for one that is gone. */
  readonly instead?: NamedDefinition;
  /** Its first day, if later than that of the pack. */
  readonly from?: PlainDate;
  readonly added: EntriesSaid;
  readonly removed: EntriesSaid;
  readonly changed: ChangedSaid;
  readonly outranked: EntriesSaid;
  /** Codes of a list that could no longer be chosen, and the number of records that have one. */
  readonly gone?: { readonly codes: readonly string[]; readonly records: number };
}

/** The officer’s word on the key of an unknown issuer: what came of comparing its fingerprint, and whose key it is. */
export interface PackPin {
  readonly rank: IssuerRank;
  /** `not-same`: it differs, or was not compared. Nothing is shown or taken in then. */
  readonly compared: 'same' | 'not-same';
}

export interface PackAbout {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly madeAt: string;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  /** The name that it gives its issuer: only the key is proved. */
  readonly issuerName: string;
  /** SHA-256 of the key, in sixteen groups of four. */
  readonly fingerprint: readonly string[];
}

/** A definition or recall of a pack that is left out. */
export interface LeftOutRow {
  readonly kind: string;
  /** The same, if this release knows the kind. */
  readonly known?: DefinitionKindName;
  readonly id: string;
  readonly title: string;
  readonly version?: string;
  /** Number of its rows, if it is a list. */
  readonly rows?: number;
  readonly issues: readonly Issue[];
  /** The definition of its kind and id that is in force, and stays. */
  readonly stays?: NamedDefinition;
}

export interface PackPreview extends PackAbout {
  /** Names this answer: taking in what was shown needs it. */
  readonly shown: string;
  /** Absent if nobody has pinned the key. */
  readonly issuer?: {
    readonly name: string;
    readonly rank: IssuerRank;
    readonly by: 'policy' | 'officer';
    readonly pinnedOn: PlainDate;
  };
  /** Warnings that the pack is old. */
  readonly old: readonly Issue[];
  /** Errors keep it from being taken in; warnings say that it would be history. */
  readonly issues: readonly Issue[];
  /** First day on which it acts. */
  readonly actsFrom: PlainDate;
  readonly changes: readonly PackChangeRow[];
  readonly counts: Readonly<Partial<Record<PackChangeName, number>>>;
  readonly refused: readonly LeftOutRow[];
  readonly recalls: readonly {
    readonly kind: string;
    readonly id: string;
    readonly versions: string;
    readonly reason: string;
    /** Set if nothing of this issuer that is held has that id and version. */
    readonly isOfNothing?: true;
  }[];
}

export interface InForceRow extends NamedDefinition {
  readonly entries: number;
  /** First day on which it acts here; absent for what ships. */
  readonly since?: PlainDate;
  readonly displaced: readonly ReplacedDefinition[];
}

export interface RecalledRow extends NamedDefinition {
  readonly recalledOn: PlainDate;
  readonly reason: string;
}

export interface HeldPackRow extends PackAbout {
  readonly digest: string;
  readonly signingKey: string;
  /** First day on which it acts here. */
  readonly actsFrom: PlainDate;
  readonly rank?: IssuerRank;
  readonly takenInOn: PlainDate;
  readonly by: 'policy' | 'officer';
  /** It keeps the words of records made with it, and decides nothing. */
  readonly isHistory: boolean;
  /** True if it, or a source in it, is more than two years old: there may be a newer one. */
  readonly isOld: boolean;
  readonly setAside?: { readonly on: PlainDate; readonly reason: string };
  readonly definitions: number;
  readonly refused: number;
}

export interface IssuerRow {
  readonly signingKey: string;
  readonly fingerprint: readonly string[];
  readonly name: string;
  readonly rank: IssuerRank;
  readonly by: 'policy' | 'officer';
  readonly pinnedOn: PlainDate;
  readonly recalledOn?: PlainDate;
}

export interface PacksRead {
  readonly today: PlainDate;
  /** Instant at which every signature and every definition was last checked. */
  readonly checkedAt: string;
  readonly isOnly: boolean;
  /** Weakest first, as the core orders them. */
  readonly inForce: readonly InForceRow[];
  readonly recalled: readonly RecalledRow[];
  readonly packs: readonly HeldPackRow[];
  readonly issuers: readonly IssuerRow[];
  /** Packs that are held and cannot be read by this release. */
  readonly unread: readonly { readonly takenInOn: PlainDate; readonly issues: readonly Issue[] }[];
  /** Rows that the policy itself sets, which say their own standing and source. */
  readonly ofPolicy: Pick<PackRules, 'retention' | 'timeLimits'>;
  /** Packs of the policy that were not taken in, by their place in it, from 1. */
  readonly policyFaults: readonly { readonly row: number; readonly issues: readonly Issue[] }[];
}

/** Definitions that no setting of the policy has: only packs give them. Weakest first, over those that ship. */
export interface GivenByPacks {
  readonly conditions?: readonly LibraryCondition[];
  /** By pack: all that is said for one reason is replaced together. */
  readonly signposts?: readonly (readonly Signpost[])[];
  readonly triggers?: readonly Trigger[];
  readonly monitoring?: MonitoringRules;
  /**
   * In place of `timeLimits` where something is timed: the limits of the days before any pack acted, and each that took
   * another’s place since, for what begins on its day or later.
   */
  readonly limitsByDay?: readonly (TimeLimit | LaterTimeLimit)[];
  readonly orderRules?: OrderRules;
  readonly replyWords?: ReplyWords;
  readonly instruments?: InstrumentsOfPacks;
  readonly adapters?: AdaptersOfPacks;
  readonly templates?: TemplatesOfPacks;
  /** Everything of packs in force but code lists, which say themselves who gives them. */
  readonly named?: readonly NamedDefinition[];
  /** Everything recalled but code lists, which say it themselves. */
  readonly recalled?: readonly RecalledRow[];
}

/** A template of a pack or a plugin in force, with everything that its paper says of it. */
export interface GivenTemplateRow extends NamedDefinition {
  readonly markdown: string;
}

export interface TemplatesOfPacks {
  readonly inForce: readonly GivenTemplateRow[];
  /** Templates of the toolkit that are recalled, with nothing in their place. */
  readonly recalled: readonly RecalledRow[];
}

export interface AdaptersOfPacks {
  readonly inForce: readonly Adapter[];
  /** Every version that was ever held: a draft that was read by it may still be open. */
  readonly ever: readonly Adapter[];
}

export interface InstrumentsOfPacks {
  readonly inForce: readonly Instrument[];
  /** Every version that was ever held: an assessment is read by the one that it was made with. */
  readonly ever: readonly Instrument[];
}

/** The settings that packs give, as the force’s policy would. */
export interface PackRules {
  readonly retention?: readonly RetentionPeriod[];
  readonly timeLimits?: readonly TimeLimit[];
  readonly hostClasses?: readonly HostClassRow[];
  readonly notice?: ForceNotice;
  readonly given?: GivenByPacks;
}

/** The lists and settings in force with the packs, for a page that shows records by them. */
export interface RulesInForce {
  readonly lists: readonly CodeList[];
  /** In place of the same settings of the policy. */
  readonly rules: PackRules;
}
