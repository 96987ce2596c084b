import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { matchedParts } from './matched-parts.js';

/** The words that were typed to find what is shown below; empty where nothing is looked for. */
export const TypedWords = createContext('');

/** A text with the typed words in it marked. @param within - see {@link matchedParts} */
export function MatchedText({ text, within }: { text: string; within?: readonly string[] }) {
  const typed = useContext(TypedWords);
  if (typed.trim() === '') return <>{text}</>;
  return (
    <>
      {matchedParts(text, typed, within).map((part, nth) =>
        part.isMatch ? <mark key={nth}>{part.text}</mark> : part.text,
      )}
    </>
  );
}
