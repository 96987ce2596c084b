/** Editors put what they ask for into the region itself, *Type your message here*, and say by a class that it is no text. */
const PROMPT = /^(?:placeholder|is-empty|is-editor-empty|ql-blank)$/;

/** Whether one of an editable region's classes says that it only holds its prompt. */
export function holdsPrompt(classes: readonly string[]): boolean {
  return classes.some((name) => PROMPT.test(name));
}
