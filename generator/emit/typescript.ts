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

/** `{} | null`: anything but undefined. */
export function presentType(): TypeNode {
  return ts.factory.createUnionTypeNode([
    ts.factory.createTypeLiteralNode([]),
    ts.factory.createLiteralTypeNode(ts.factory.createNull()),
  ]);
}

/** A type by its name. */
export function namedType(name: string): TypeNode {
  return ts.factory.createTypeReferenceNode(name);
}

/** `type Name = ...;` */
export function aliasDeclaration(name: string, type: TypeNode): ts.Node {
  return ts.factory.createTypeAliasDeclaration(undefined, name, undefined, type);
}

/** The name that a node declares as a type, if it does. */
export function declarationName(node: ts.Node): string | undefined {
  return ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) ? node.name.text : undefined;
}

/** An interface without the members whose names begin with `prefix`; any other node as it is. */
export function withoutMembers(node: ts.Node, prefix: string): ts.Node {
  if (!ts.isInterfaceDeclaration(node)) return node;
  const isKept = ({ name }: ts.TypeElement): boolean =>
    !(name && ts.isStringLiteral(name) && name.text.startsWith(prefix));
  const { modifiers, name, typeParameters, heritageClauses, members } = node;
  if (members.every(isKept)) return node;
  const kept = members.filter(isKept);
  return ts.factory.createInterfaceDeclaration(modifiers, name, typeParameters, heritageClauses, kept);
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
  declaration: true,
  isolatedDeclarations: true,
  rootDir: '/src',
  outDir: '/dist',
  // each module stands for itself: nothing is looked up, neither types nor other modules
  noCheck: true,
  noLib: true,
  noResolve: true,
  types: [],
};

/** What the runtime's modules become: they are the same in every package of a run. */
const compiledRuntime = new Map<string, readonly EmittedFile[]>();

/**
 * How many characters are compiled as one program. Small modules together take less than half the time that they take one
 * by one; the syntax trees of a large package, which are a hundred times its size, need not all be held at once.
 */
const programSize = 1_000_000;

/**
 * Each `src/**.ts` among `files` as `dist/**.js` and `dist/**.d.ts`. Modules are compiled
 * without type information. Throws where the compiler finds a fault: emitted code with a fault is a bug of ours.
 */
export function compilePackage(files: readonly EmittedFile[]): EmittedFile[] {
  const sources = files.filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'));
  return [
    ...inPrograms(sources.filter((file) => !isRuntime(file))).flatMap(compileModules),
    ...sources.filter(isRuntime).flatMap(compileRuntimeModule),
  ];
}

/** The modules in groups that are compiled together. */
function inPrograms(files: readonly EmittedFile[]): EmittedFile[][] {
  const programs: EmittedFile[][] = [];
  let size = programSize;
  for (const file of files) {
    if (size + file.text.length > programSize) {
      programs.push([]);
      size = 0;
    }
    programs.at(-1)?.push(file);
    size += file.text.length;
  }
  return programs;
}

function isRuntime({ path }: EmittedFile): boolean {
  return path.startsWith('src/runtime/');
}

function compileRuntimeModule(file: EmittedFile): readonly EmittedFile[] {
  const key = `${file.path}\n${file.text}`;
  const compiled = compiledRuntime.get(key) ?? compileModules([file]);
  compiledRuntime.set(key, compiled);
  return compiled;
}

function compileModules(files: readonly EmittedFile[]): EmittedFile[] {
  const compiled: EmittedFile[] = [];
  const host = memoryHost(new Map(files.map(({ path, text }) => [`/${path}`, withScriptImports(text)])), compiled);
  const program = ts.createProgram(
    files.map(({ path }) => `/${path}`),
    options,
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
      return text === undefined ? undefined : ts.createSourceFile(path, text, languageVersion);
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
  for (const { fileName, pos } of ts.preProcessFile(text).importedFiles) {
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
  const message = ts.flattenDiagnosticMessageText(first.messageText, '\n');
  const path = first.file?.fileName.slice(1) ?? '';
  const line = first.file?.getLineAndCharacterOfPosition(first.start ?? 0).line ?? 0;
  throw new Error(`${path}:${line + 1} does not compile, which is a bug in specloom: ${message}`);
}
