import { createRequire } from 'node:module';
import type * as ts from 'typescript';
import type { EmittedFile } from './emitter.ts';

// The only import of the typescript package: compiling the emitted modules, and the few nodes that openapi-typescript
// has to be handed (it works with the same version).

// Required and not imported: node would compile the nine megabytes twice, to find out what kind of module they are.
const compiler = createRequire(import.meta.url)('typescript') as typeof ts;

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
  if (first.length === 0 && rest) return compiler.factory.createArrayTypeNode(rest);
  const items = first.map((type, index) => (index < present ? type : compiler.factory.createOptionalTypeNode(type)));
  const further = rest ? [compiler.factory.createRestTypeNode(compiler.factory.createArrayTypeNode(rest))] : [];
  return compiler.factory.createTupleTypeNode([...items, ...further]);
}

/** `string & {}`: any string, yet editors still offer the literals that stand beside it in a union. */
export function openType(type: 'string' | 'number'): TypeNode {
  const keyword = type === 'string' ? compiler.SyntaxKind.StringKeyword : compiler.SyntaxKind.NumberKeyword;
  return compiler.factory.createParenthesizedType(
    compiler.factory.createIntersectionTypeNode([
      compiler.factory.createKeywordTypeNode(keyword),
      compiler.factory.createTypeLiteralNode([]),
    ]),
  );
}

/** `{} | null`: anything but undefined. */
export function presentType(): TypeNode {
  return compiler.factory.createUnionTypeNode([
    compiler.factory.createTypeLiteralNode([]),
    compiler.factory.createLiteralTypeNode(compiler.factory.createNull()),
  ]);
}

/** A type by its name. */
export function namedType(name: string): TypeNode {
  return compiler.factory.createTypeReferenceNode(name);
}

/** `Name<'text', Further>`. */
export function typeOf(name: string, text: string, further: readonly string[]): TypeNode {
  const first = compiler.factory.createLiteralTypeNode(compiler.factory.createStringLiteral(text));
  return compiler.factory.createTypeReferenceNode(name, [first, ...further.map(namedType)]);
}

/** `type Name = ...;` */
export function aliasDeclaration(name: string, type: TypeNode): ts.Node {
  return compiler.factory.createTypeAliasDeclaration(undefined, name, undefined, type);
}

/** The name that a node declares as a type, if it does. */
export function declarationName(node: ts.Node): string | undefined {
  return compiler.isTypeAliasDeclaration(node) || compiler.isInterfaceDeclaration(node) ? node.name.text : undefined;
}

/** An interface without the members whose names begin with `prefix`; any other node as it is. */
export function withoutMembers(node: ts.Node, prefix: string): ts.Node {
  if (!compiler.isInterfaceDeclaration(node)) return node;
  const isKept = ({ name }: ts.TypeElement): boolean =>
    !(name && compiler.isStringLiteral(name) && name.text.startsWith(prefix));
  const { modifiers, name, typeParameters, heritageClauses, members } = node;
  if (members.every(isKept)) return node;
  const kept = members.filter(isKept);
  return compiler.factory.createInterfaceDeclaration(modifiers, name, typeParameters, heritageClauses, kept);
}

const options: ts.CompilerOptions = {
  target: compiler.ScriptTarget.ES2022,
  module: compiler.ModuleKind.ESNext,
  moduleDetection: compiler.ModuleDetectionKind.Force,
  newLine: compiler.NewLineKind.LineFeed,
  strict: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  removeComments: false,
  rootDir: '/src',
  outDir: '/dist',
  // each module stands for itself: nothing is looked up, neither types nor other modules
  noCheck: true,
  noLib: true,
  noResolve: true,
  types: [],
};

/** Which of the compiled files are wanted: `dist/**.js`, `dist/**.d.ts`, or both. */
export type CompiledParts = 'scripts' | 'declarations' | 'all';

const partOptions: Readonly<Record<CompiledParts, ts.CompilerOptions>> = {
  scripts: {},
  declarations: { declaration: true, isolatedDeclarations: true, emitDeclarationOnly: true },
  all: { declaration: true, isolatedDeclarations: true },
};

/** What modules of the runtime became: they are the same in every package of a run. */
const compiledRuntime = new Map<string, readonly EmittedFile[]>();

/**
 * Each of some modules `src/**.ts` as `dist/**.js` and `dist/**.d.ts`, all in one program and without type information.
 * Throws where the compiler finds a fault: emitted code with a fault is a bug of ours.
 */
export function compileModules(files: readonly EmittedFile[], parts: CompiledParts): EmittedFile[] {
  const known = files.flatMap((file) => compiledRuntime.get(runtimeKey(file, parts)) ?? []);
  const others = files.filter((file) => !compiledRuntime.has(runtimeKey(file, parts)));
  if (others.length === 0) return known;
  const compiled = compileProgram(others, parts);
  for (const file of others.filter(({ path }) => path.startsWith('src/runtime/'))) {
    const stem = file.path.replace(/^src(.*)\.ts$/, 'dist$1.');
    const own = compiled.filter(({ path }) => path.startsWith(stem));
    compiledRuntime.set(runtimeKey(file, parts), own);
  }
  return [...known, ...compiled];
}

function runtimeKey(file: EmittedFile, parts: CompiledParts): string {
  return `${parts}\n${file.path}\n${file.text}`;
}

function compileProgram(files: readonly EmittedFile[], parts: CompiledParts): EmittedFile[] {
  const compiled: EmittedFile[] = [];
  const host = memoryHost(new Map(files.map(({ path, text }) => [`/${path}`, withScriptImports(text)])), compiled);
  const program = compiler.createProgram(
    files.map(({ path }) => `/${path}`),
    { ...options, ...partOptions[parts] },
    host,
  );
  throwFaults(program.getSyntacticDiagnostics());
  throwFaults(program.emit().diagnostics);
  return compiled;
}

/** A disk on which nothing lies but `texts`, by absolute path; what is written to it is added to `written`. */
function memoryHost(texts: ReadonlyMap<string, string>, written: EmittedFile[]): ts.CompilerHost {
  return {
    getSourceFile(path, languageVersion) {
      const text = texts.get(path);
      return text === undefined ? undefined : compiler.createSourceFile(path, text, languageVersion);
    },
    writeFile: (path, text) => void written.push({ path: path.slice(1), text }),
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    directoryExists: () => true,
    getDirectories: () => [],
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  };
}

/** Relative imports of `.ts` files as imports of the `.js` files they become; the compiler does so in scripts only. */
function withScriptImports(text: string): string {
  let result = '';
  let end = 0;
  for (const { fileName, pos } of compiler.preProcessFile(text).importedFiles) {
    if (!/^\.\.?\/.*\.ts$/.test(fileName)) continue;
    const start = text.indexOf(fileName, pos);
    result += text.slice(end, start) + fileName.replace(/ts$/, 'js');
    end = start + fileName.length;
  }
  return result + text.slice(end);
}

function throwFaults(diagnostics: readonly ts.Diagnostic[]): void {
  const [first] = diagnostics;
  if (!first) return;
  const message = compiler.flattenDiagnosticMessageText(first.messageText, '\n');
  const path = first.file?.fileName.slice(1) ?? '';
  const line = first.file?.getLineAndCharacterOfPosition(first.start ?? 0).line ?? 0;
  throw new Error(`${path}:${line + 1} does not compile, which is a bug in specloom: ${message}`);
}
