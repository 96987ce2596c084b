/** A server, as described to the keeper. */
export interface Program {
  /** One word; its log is named after it. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
}
