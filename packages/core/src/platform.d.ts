/**
 * Globals that every host has: browsers, workers, Node, Deno. The core may name these and nothing else of its
 * surroundings; naming `document`, `fetch`, `crypto` or `process` in a stage is a compile error.
 */

interface URL {
  readonly href: string;
  readonly host: string;
  readonly hostname: string;
  readonly origin: string;
  readonly pathname: string;
  readonly hash: string;
  readonly protocol: string;
  readonly searchParams: { getAll(name: string): string[]; keys(): Iterable<string> };
}
declare var URL: {
  prototype: URL;
  new (url: string, base?: string | URL): URL;
  canParse(url: string, base?: string | URL): boolean;
};

interface TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: { prototype: TextEncoder; new (): TextEncoder };

interface TextDecoder {
  decode(bytes?: Uint8Array): string;
}
declare var TextDecoder: {
  prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean }): TextDecoder;
};
