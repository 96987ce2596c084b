/** Small drawings in the colour of the text around them. Words on screen, or read out, say what they mean. */
const DRAWN = {
  find: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.5 8 4 4',
  backup:
    'M2.5 4c0-1 2.5-1.8 5.5-1.8s5.5.8 5.5 1.8S11 5.8 8 5.8 2.5 5 2.5 4Zm0 0v8c0 1 2.5 1.8 5.5 1.8s5.5-.8 5.5-1.8V4m-11 4c0 1 2.5 1.8 5.5 1.8S13.5 9 13.5 8',
  lock: 'M3 7h10v7.5H3ZM5 7V5a3 3 0 0 1 6 0v2',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  window: 'M6.5 3H3v10h10V9.5M9 3h4v4m0-4L7.5 8.5',
} as const;

export type IconName = keyof typeof DRAWN;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="cp-ico" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={DRAWN[name]} />
    </svg>
  );
}
