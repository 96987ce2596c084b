/** One of two lengths of the same words; where there is little room, the full words are read out. */
export function Sized({ wide, narrow }: { wide: string; narrow: string }) {
  return (
    <>
      <span class="cp-wide">{wide}</span>
      <span class="cp-narrow" aria-hidden="true">
        {narrow}
      </span>
    </>
  );
}
