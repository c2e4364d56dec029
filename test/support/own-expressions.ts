import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectFolder } from './sources.ts';

/** A regular expression of our own code. */
export interface OwnExpression {
  /** Relative to the checkout. */
  readonly file: string;
  readonly expression: RegExp;
}

/** The literals of regular expressions in a file of ours. */
export function literalsIn(file: string): OwnExpression[] {
  const text = readFileSync(join(projectFolder, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const found: OwnExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ file, expression: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
