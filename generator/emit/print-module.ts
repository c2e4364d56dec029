import { createRequire } from 'node:module';
import type * as tsMorph from 'ts-morph';
import type {
  ExportDeclarationStructure,
  FunctionDeclarationStructure,
  ImportDeclarationStructure,
  InterfaceDeclarationStructure,
  JSDocStructure,
  OptionalKind,
  StatementStructures,
  TypeAliasDeclarationStructure,
  VariableStatementStructure,
} from 'ts-morph';
import type { Identifier } from '../base/names.ts';
import { compareText } from '../base/order.ts';
import { docCommentText, type DocComment } from './docs.ts';
import type { EmittedFile } from './emitter.ts';
import { mentionedImports, type Imports } from './imports.ts';
import { moduleHeader, type FinishedModule, type ModuleStatement } from './module.ts';
import { neededStatements } from './needed.ts';

// The only import of ts-morph. A module is built as one structure tree and printed once: adding nodes to a parsed
// file one by one is quadratic, and parsing what we just wrote finds nothing new.

// Required and not imported: node would first look through its megabytes for what they export.
const { printStructure, StructureKind, ts, VariableDeclarationKind } = createRequire(import.meta.url)(
  'ts-morph',
) as typeof tsMorph;

/** The TypeScript compiler inside ts-morph, for who needs one too: a second one takes as long to load as all the rest. */
export const loadedCompiler: typeof tsMorph.ts = ts;

/** Each of some modules as the file that it becomes. */
export function printModules(modules: readonly FinishedModule[]): EmittedFile[] {
  return modules.map(printModule);
}

/** The text of a module: without the imports and local declarations that nothing needs. */
export function printModule({ path, imports, statements }: FinishedModule): EmittedFile {
  const body = printStatements(neededStatements(statements).flatMap((one) => statementStructures(path, one)));
  const used = printStatements(importStructures(path, mentionedImports(imports, body)));
  return { path, text: `${[moduleHeader, used, body].filter((part) => part !== '').join('\n\n')}\n` };
}

function printStatements(statements: (StatementStructures | string)[]): string {
  const text = printStructure(
    { kind: StructureKind.SourceFile, statements },
    { indentNumberOfSpaces: 2, useSingleQuote: true, newLine: '\n' },
  );
  return text.replaceAll(/\n{3,}/g, '\n\n').trim();
}

/** The specifier by which the module at `from` imports the module at `to`, both paths in one package. */
function moduleSpecifier(from: string, to: string): string {
  const fromParts = from.split('/').slice(0, -1);
  const toParts = to.replace(/\.ts$/, '.js').split('/');
  let shared = 0;
  while (shared < fromParts.length && shared < toParts.length - 1 && fromParts[shared] === toParts[shared]) shared += 1;
  const up = '../'.repeat(fromParts.length - shared);
  return `${up === '' ? './' : up}${toParts.slice(shared).join('/')}`;
}

/** Longer lines are hard to read and to compare. */
const lineWidth = 110;

function importStructures(path: string, imports: Imports): (ImportDeclarationStructure | string)[] {
  return [...imports]
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([from, names]) => {
      const sorted = [...names].toSorted(([left], [right]) => compareText(left, right));
      const typeOnly = sorted.every(([, as]) => as === 'type');
      const specifiers = sorted.map(([name, as]) => ({ name, isTypeOnly: !typeOnly && as === 'type' }));
      const source = moduleSpecifier(path, from);
      const length = specifiers.reduce((sum, { name }) => sum + name.length + 2, source.length + 20);
      if (length > lineWidth) return longImport(source, typeOnly, specifiers);
      return {
        kind: StructureKind.ImportDeclaration,
        moduleSpecifier: source,
        isTypeOnly: typeOnly,
        namedImports: specifiers,
      };
    });
}

/** One name a line; ts-morph knows only imports on one line. */
function longImport(
  source: string,
  typeOnly: boolean,
  specifiers: readonly { readonly name: Identifier; readonly isTypeOnly: boolean }[],
): string {
  const lines = specifiers.map(({ name, isTypeOnly }) => `  ${isTypeOnly ? 'type ' : ''}${name},`);
  return [`import ${typeOnly ? 'type ' : ''}{`, ...lines, `} from '${source}';`].join('\n');
}

function jsDocs(docs: DocComment | undefined): OptionalKind<JSDocStructure>[] {
  const text = docs ? docCommentText(docs) : '';
  // a leading line break makes ts-morph write the comment over several lines
  return text === '' ? [] : [{ description: text.includes('\n') ? `\n${text}` : text }];
}

function statementStructures(path: string, statement: ModuleStatement): (StatementStructures | string)[] {
  switch (statement.kind) {
    case 'function':
      return [functionStructure(statement)];
    case 'const':
      return spaced(statement, constStructure(statement), constText(statement));
    case 'type':
      return spaced(statement, typeStructure(statement), typeText(statement));
    case 'interface':
      return [interfaceStructure(statement)];
    case 'export':
      return [exportStructure(path, statement)];
    case 'code':
      return [statement.code];
  }
}

/**
 * ts-morph sets documented constants and types tight and hangs the later lines of a long one: a blank line goes before
 * the first, and what is longer than a line is written as text, so that it is indented as a person would.
 */
function spaced(
  statement: { readonly docs?: DocComment | undefined },
  structure: StatementStructures,
  text: string,
): (StatementStructures | string)[] {
  const long = text.includes('\n') || text.length > lineWidth;
  const body = long ? [commentBlock(statement.docs), text].filter((part) => part !== '').join('\n') : structure;
  return [typeof body === 'string' ? `\n${body}` : { ...body, leadingTrivia: '\n' }];
}

function commentBlock(docs: DocComment | undefined): string {
  const text = docs ? docCommentText(docs) : '';
  if (text === '') return '';
  if (!text.includes('\n')) return `/** ${text} */`;
  return ['/**', ...text.split('\n').map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

function constText({ exported, name, type, value }: StatementOf<'const'>): string {
  const declared = type === undefined ? '' : `: ${type}`;
  const text = `${exported === false ? '' : 'export '}const ${name}${declared} =`;
  const firstLine = value.split('\n', 1)[0] ?? '';
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  const fits = lastLine.length + firstLine.length <= lineWidth;
  return `${text}${!fits ? `\n  ${value.replaceAll('\n', '\n  ')}` : ` ${value}`};`;
}

function typeText({ exported, name, typeParameters, type }: StatementOf<'type'>): string {
  const parameters = typeParameters && typeParameters.length > 0 ? `<${typeParameters.join(', ')}>` : '';
  const text = `${exported === false ? '' : 'export '}type ${name}${parameters} =`;
  return type.startsWith('\n') ? `${text}${type};` : `${text} ${type};`;
}

type StatementOf<K extends ModuleStatement['kind']> = Extract<ModuleStatement, { kind: K }>;

function functionStructure(statement: StatementOf<'function'>): FunctionDeclarationStructure {
  return {
    kind: StructureKind.Function,
    name: statement.name,
    isExported: statement.exported ?? true,
    docs: jsDocs(statement.docs),
    typeParameters: [...(statement.typeParameters ?? [])],
    parameters: statement.parameters.map((parameter) => ({
      // strict compilers refuse a parameter that is not used, unless its name says so
      name: isMentioned(parameter.name, statement) ? parameter.name : (`_${parameter.name}` as Identifier),
      type: parameter.type,
      hasQuestionToken: parameter.optional ?? false,
      ...(parameter.initializer !== undefined && { initializer: parameter.initializer }),
    })),
    returnType: statement.returnType,
    statements: statement.body,
  };
}

function isMentioned(name: Identifier, { returnType, body }: StatementOf<'function'>): boolean {
  return name.startsWith('_') || `${returnType}${body}`.includes(name);
}

function constStructure(statement: StatementOf<'const'>): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    declarationKind: VariableDeclarationKind.Const,
    isExported: statement.exported ?? true,
    docs: jsDocs(statement.docs),
    declarations: [
      {
        name: statement.name,
        initializer: statement.value,
        ...(statement.type !== undefined && { type: statement.type }),
      },
    ],
  };
}

function typeStructure(statement: StatementOf<'type'>): TypeAliasDeclarationStructure {
  return {
    kind: StructureKind.TypeAlias,
    name: statement.name,
    isExported: statement.exported ?? true,
    docs: jsDocs(statement.docs),
    typeParameters: [...(statement.typeParameters ?? [])],
    type: statement.type,
  };
}

function interfaceStructure(statement: StatementOf<'interface'>): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: statement.name,
    isExported: statement.exported ?? true,
    docs: jsDocs(statement.docs),
    typeParameters: [...(statement.typeParameters ?? [])],
    extends: [...(statement.extends ?? [])],
    properties: statement.members.map((property) => ({
      name: property.name,
      type: property.type,
      isReadonly: property.readonly ?? false,
      hasQuestionToken: property.optional ?? false,
      docs: jsDocs(property.docs),
    })),
  };
}

function exportStructure(path: string, statement: StatementOf<'export'>): ExportDeclarationStructure {
  return {
    kind: StructureKind.ExportDeclaration,
    moduleSpecifier: moduleSpecifier(path, statement.from),
    isTypeOnly: statement.typeOnly ?? false,
    ...(statement.names && { namedExports: [...statement.names] }),
  };
}
