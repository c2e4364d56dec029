import { createRequire, Module } from 'node:module';
import type * as ts from 'typescript';
import { loadedCompiler } from './print-module.ts';

// The only user of the typescript package: the few nodes that openapi-typescript has to be handed. Both work with the
// compiler inside ts-morph, which stands in for the package unless that is loaded already.

const load = createRequire(import.meta.url);
const location = createRequire(load.resolve('openapi-typescript/package.json')).resolve('typescript');
load.cache[location] ??= Object.assign(new Module(location), { exports: loadedCompiler, loaded: true });
const compiler = load(location) as typeof ts;

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
