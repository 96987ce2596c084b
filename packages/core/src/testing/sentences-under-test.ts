/** The sentences in code: every text with a space in it, for tests of how the toolkit speaks. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export type Sentence = readonly [at: string, words: string];

/** Paths of the code below a folder, without its tests. */
export function codeIn(folder: string, files = '**/*.{ts,tsx}'): readonly string[] {
  return globSync(files, { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.(test|test-d|bench|e2e)\.tsx?$|(^|\/)testing\//.test(path));
}

/** The sentences of one file: a template literal has `{}` where a value goes. */
export function sentencesOf(folder: string, path: string): readonly Sentence[] {
  const file = ts.createSourceFile(
    path,
    readFileSync(join(folder, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Sentence[] = [];
  const add = (node: ts.Node, words: string) => {
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (words.includes(' ')) found.push([`${path}:${line}`, words]);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) add(node, node.text);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
      add(node, parts.map(({ text }) => text).join('{}'));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
