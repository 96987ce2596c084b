/**
 * Classes of an editor's prompt: editors put *Type your message here* into the region itself, and mark by a class that
 * it is not text.
 */
const PROMPT = /^(?:placeholder|is-empty|is-editor-empty|ql-blank)$/;

/** True if one of an editable region's classes says that it only holds its prompt. */
export function holdsPrompt(classes: readonly string[]): boolean {
  return classes.some((name) => PROMPT.test(name));
}
