/** A Debian package that a system needs. */
export interface DebianPackage {
  readonly name: string;
  /** The oldest acceptable version, in Debian's numbering; any by default. */
  readonly atLeast?: string;
}
