/** Controls told apart by what typing into them means. */

export type Control =
  | { readonly kind: 'input'; readonly element: HTMLInputElement }
  | { readonly kind: 'tick' | 'radio'; readonly element: HTMLInputElement }
  | { readonly kind: 'area'; readonly element: HTMLTextAreaElement }
  | { readonly kind: 'select'; readonly element: HTMLSelectElement }
  | { readonly kind: 'region'; readonly element: HTMLElement }
  /** A button, a colour, a slider: nothing to type into. */
  | { readonly kind: 'other'; readonly element: HTMLElement };
