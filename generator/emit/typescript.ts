import ts from 'typescript';
import type { EmittedFile } from './emitter.ts';

// The only import of the typescript package: compiling the emitted modules, and the few nodes that openapi-typescript
// has to be handed (it works with the same version).

/** A type as the compiler holds it. */
export type TypeNode = ts.TypeNode;

/** An array or tuple type in the making. */
export interface ArrayTypeParts {
  /** Types of the first items, by position. */
  readonly first: readonly TypeNode[];
  /** How many items are always there. */
  readonly present: number;
  /** Type of all items after the first; absent where there are none. */
  readonly rest?: TypeNode;
}

/** `T[]`, or a tuple whose items beyond `present` are optional: `[A, B?, ...T[]]`. */
export function arrayType({ first, present, rest }: ArrayTypeParts): TypeNode {
  if (first.length === 0 && rest) return ts.factory.createArrayTypeNode(rest);
  const items = first.map((type, index) => (index < present ? type : ts.factory.createOptionalTypeNode(type)));
  const further = rest ? [ts.factory.createRestTypeNode(ts.factory.createArrayTypeNode(rest))] : [];
  return ts.factory.createTupleTypeNode([...items, ...further]);
}

/** `string & {}`: any string, yet editors still offer the literals that stand beside it in a union. */
export function openType(type: 'string' | 'number'): TypeNode {
  const keyword = type === 'string' ? ts.SyntaxKind.StringKeyword : ts.SyntaxKind.NumberKeyword;
  return ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(keyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );
}

/** The name that a node declares as a type, if it does. */
export function declarationName(node: ts.Node): string | undefined {
  return ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) ? node.name.text : undefined;
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  newLine: ts.NewLineKind.LineFeed,
  strict: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  removeComments: false,
};

const declarationOptions: ts.CompilerOptions = {
  ...options,
  declaration: true,
  isolatedDeclarations: true,
  // it would otherwise read the standard library, which it then does not use
  noLib: true,
};

/**
 * Each `src/**.ts` among `files` as `dist/**.js` and `dist/**.d.ts`, in the order given. Modules are compiled one by
 * one without type information. Throws where the compiler finds a fault: emitted code with a fault is a bug of ours.
 */
export function compilePackage(files: readonly EmittedFile[]): EmittedFile[] {
  return files.filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts')).flatMap(compileModule);
}

/** What the runtime's modules become: they are the same in every package of a run. */
const compiledRuntime = new Map<string, readonly EmittedFile[]>();

function compileModule({ path, text }: EmittedFile): readonly EmittedFile[] {
  const key = `${path}\n${text}`;
  const known = compiledRuntime.get(key);
  if (known) return known;
  const file = { path, text: withScriptImports(text) };
  const compiled = [scriptOf(file), declarationsOf(file)];
  if (path.startsWith('src/runtime/')) compiledRuntime.set(key, compiled);
  return compiled;
}

/** Relative imports of `.ts` files as imports of the `.js` files they become; the compiler does so in scripts only. */
function withScriptImports(text: string): string {
  let result = '';
  let end = 0;
  for (const { fileName, pos } of ts.preProcessFile(text).importedFiles) {
    if (!/^\.\.?\/.*\.ts$/.test(fileName)) continue;
    const start = text.indexOf(fileName, pos);
    result += text.slice(end, start) + fileName.replace(/ts$/, 'js');
    end = start + fileName.length;
  }
  return result + text.slice(end);
}

function scriptOf({ path, text }: EmittedFile): EmittedFile {
  const result = ts.transpileModule(text, { fileName: path, compilerOptions: options, reportDiagnostics: true });
  throwFaults(path, result.diagnostics ?? []);
  return { path: distPath(path, '.js'), text: result.outputText };
}

function declarationsOf({ path, text }: EmittedFile): EmittedFile {
  const result = ts.transpileDeclaration(text, {
    fileName: path,
    compilerOptions: declarationOptions,
    reportDiagnostics: true,
  });
  throwFaults(path, result.diagnostics ?? []);
  return { path: distPath(path, '.d.ts'), text: result.outputText };
}

function distPath(path: string, extension: string): string {
  return path.replace(/^src\//, 'dist/').replace(/\.ts$/, extension);
}

function throwFaults(path: string, diagnostics: readonly ts.Diagnostic[]): void {
  const [first] = diagnostics;
  if (!first) return;
  const message = ts.flattenDiagnosticMessageText(first.messageText, '\n');
  const line = first.file?.getLineAndCharacterOfPosition(first.start ?? 0).line ?? 0;
  throw new Error(`${path}:${line + 1} does not compile, which is a bug in specloom: ${message}`);
}
