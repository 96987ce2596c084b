/** A package of Debian's that a system needs. */
export interface DebianPackage {
  readonly name: string;
  /** The oldest version that will do, as Debian numbers it; any by default. */
  readonly atLeast?: string;
}
