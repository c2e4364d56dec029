import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder of the project, with a slash at its end. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** One import, export from, dynamic import or import type. */
export interface SourceImport {
  /** As written: `../base/json.ts`, `node:fs`, `commander`. */
  readonly specifier: string;
  /** For a relative one, the file relative to the project: `generator/base/json.ts`. */
  readonly file?: string;
  /** For a library, its name: `commander`. */
  readonly library?: string;
  /** Whether the import is done at start: neither type-only nor dynamic. */
  readonly atStart: boolean;
}

/** A TypeScript file of the project. */
export interface Source {
  /** Relative to the project: `generator/cli.ts`. */
  readonly path: string;
  readonly imports: readonly SourceImport[];
  /** `path:line` of each `any`. */
  readonly anys: readonly string[];
  /** The names read from the global scope that only the command line may use. */
  readonly globals: ReadonlySet<string>;
}

/** Reads every TypeScript file below `folder`, which is relative to the project. */
export function readSources(folder: string): Source[] {
  const entries = readdirSync(posix.join(projectFolder, folder), { withFileTypes: true, recursive: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => posix.join(entry.parentPath, entry.name).slice(projectFolder.length));
  return names.toSorted().map(readSource);
}

function readSource(path: string): Source {
  const text = readFileSync(posix.join(projectFolder, path), 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: SourceImport[] = [];
  const anys: string[] = [];
  const globals = new Set<string>();
  const visit = (node: ts.Node): void => {
    const found = importOf(node, path);
    if (found !== undefined) imports.push(found);
    if (node.kind === ts.SyntaxKind.AnyKeyword) {
      anys.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    }
    if (ts.isIdentifier(node) && ['process', 'console'].includes(node.text) && isReference(node))
      globals.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { path, imports, anys, globals };
}

function importOf(node: ts.Node, path: string): SourceImport | undefined {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    const named = clause?.namedBindings;
    const onlyTypes =
      clause?.isTypeOnly === true ||
      (clause?.name === undefined &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.every((element) => element.isTypeOnly));
    return describeImport(node.moduleSpecifier, path, !onlyTypes);
  }
  if (ts.isExportDeclaration(node)) return describeImport(node.moduleSpecifier, path, !node.isTypeOnly);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return describeImport(node.arguments[0], path, false);
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return describeImport(node.argument.literal, path, false);
  }
  return undefined;
}

function describeImport(node: ts.Node | undefined, path: string, atStart: boolean): SourceImport | undefined {
  if (node === undefined || !ts.isStringLiteral(node)) return undefined;
  const specifier = node.text;
  if (specifier.startsWith('.')) {
    return { specifier, file: posix.join(posix.dirname(path), specifier), atStart };
  }
  if (specifier.startsWith('node:')) return { specifier, atStart };
  const [scope = '', name = ''] = specifier.split('/');
  return { specifier, library: scope.startsWith('@') ? `${scope}/${name}` : scope, atStart };
}

/** Whether an identifier is read as a variable, not the name of a property or a key. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !(
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
    parent.name === node
  );
}
