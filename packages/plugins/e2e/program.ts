/** A server as the keeper is told of it. */
export interface Program {
  /** One word; its log is named after it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
}
