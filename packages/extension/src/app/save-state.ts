/** The save state of typed input. */
export type SaveState =
  | { readonly name: 'clean' }
  | { readonly name: 'saving' }
  | { readonly name: 'saved'; readonly time: string }
  | { readonly name: 'failed'; readonly why: string };
