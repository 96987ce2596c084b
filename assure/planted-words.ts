/** Words that are in no page, no file and no word list, to be searched for. */

/** @param stem - ten letters or more, or chance finds its shortest encodings */
export function plantedWords(stem: string): { next(): string; readonly all: readonly string[] } {
  const all: string[] = [];
  const letter = (index: number): string => String.fromCharCode(97 + (index % 26));
  return {
    all,
    next() {
      const count = all.length;
      const word =
        stem + letter(Math.floor(count / 676)) + letter(Math.floor(count / 26)) + letter(count);
      all.push(word);
      return word;
    },
  };
}
