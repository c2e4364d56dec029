import type { Block, CodeBlock } from '../../pages/page.ts';
import { allBlocks } from '../blocks.ts';
import type {
  EntityName,
  EntityReference,
  Evidence,
  Fact,
  HttpMethod,
  ParameterLocation,
  Subject,
} from '../evidence.ts';
import { fieldEvidence, type FieldRole } from '../sections/field-evidence.ts';
import type { FieldRow } from '../sections/field-row.ts';
import { slug } from '../sections/outline.ts';
import { isUnlabelledType, declarationsIn, locationOf, type Declaration, type Declared } from './declarations.ts';
import { declaredRows, declaredType } from './rows.ts';

/** Where the values of a declared type are sent; `parameters` does not say where. */
export type TypePlace = ParameterLocation | 'body' | 'response' | 'parameters';

/** A declared type, and where its values are sent. */
export interface PlacedType {
  readonly declaration: Declaration;
  readonly place: TypePlace;
}

/** The types that the code of some blocks declares, by their names; of two of one name the first. Gives no diagnostics. */
export function declaredTypes(blocks: readonly Block[]): Declared {
  const found = new Map<string, Declaration>();
  for (const block of allBlocks(blocks)) {
    for (const one of block.kind === 'code' ? declarationsIn(block) : [])
      if (!found.has(one.name)) found.set(one.name, one);
  }
  return found;
}

/** Whether a type is one for itself, and not called after what it is the type of. */
function isNamed({ name, parameters }: Declaration): boolean {
  return (
    parameters.length === 0 &&
    !/^(?:(?:Request|Response|Query|Path)(?:Body|Params?)?|Body|Params?|Headers|Result|Data|)$/.test(name)
  );
}

/** What the declared types of a page state, each of an object of its own that others refer to by its name. Gives no diagnostics. */
export function typeEntities(declared: Declared): Evidence[] {
  return [...declared.values()].flatMap((declaration): Evidence[] => {
    const rows = isNamed(declaration) ? declaredRows(declaration, declared) : undefined;
    const alternatives = isNamed(declaration) && !rows ? alternativesOf(declaration, declared) : undefined;
    if (!rows && !alternatives) return [];
    const { location, name, comment } = declaration;
    const entity: EntityName = { document: location.document, anchor: slug(name), title: name };
    const subject: Subject = { kind: 'entity', entity, path: [] };
    const said: Fact = alternatives ? { kind: 'refers', reference: alternatives } : { kind: 'type', words: 'object' };
    const facts: Fact[] = [{ kind: 'exists' }, said];
    if (comment !== '') facts.push({ kind: 'description', text: comment });
    return [
      ...facts.map((fact) => ({ subject, fact, location, method: 'cell', confidence: 'high' }) as const),
      ...fieldEvidence(rows ?? [], { role: { place: 'entity', entity }, path: [] }),
    ];
  });
}

/** The objects of which a declared type is one: `type Thing = Book | Lamp`. */
function alternativesOf(declaration: Declaration, declared: Declared): EntityReference | undefined {
  const { reference } = declaration.parameters.length === 0 ? declaredType(declaration, declared) : {};
  return reference?.form === 'one' && reference.others ? reference : undefined;
}

/**
 * Which of the types that a block declares is sent where: the one that the others are parts of, at the place that what stands around
 * the block says; where nothing does, those that their names tell (`CreateBoxRequest`). Gives no diagnostics.
 */
export function placedTypes(
  block: CodeBlock,
  place: TypePlace | undefined,
  method: HttpMethod,
  declared: Declared,
): PlacedType[] {
  const nameless = place === undefined ? undefined : namelessType(block, declared);
  if (nameless && place !== undefined) return [{ declaration: nameless, place }];
  const all = declarationsIn(block);
  const roots = all.filter(
    (one) =>
      !all.some((other) => other !== one && [other.type, ...other.bases].some(({ text }) => mentions(text, one.name))),
  );
  if (place !== undefined) {
    const [first] = [...roots.filter(({ name }) => fits(name, place)), ...roots, ...all];
    return first ? [{ declaration: first, place }] : [];
  }
  return roots.flatMap((declaration) => {
    const named = namedPlace(declaration.name, method);
    return named === undefined ? [] : [{ declaration, place: named }];
  });
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$'"])${name.replaceAll('$', '\\$')}(?![\\w$'"])`).test(text);
}

const answerName = /(?:Response|Result|Reply|Output|Answer)(?:Body|Data)?$/;

function fits(name: string, place: TypePlace): boolean {
  return (place === 'response') === answerName.test(name);
}

/** Where values of a type are sent whose name says so. */
function namedPlace(name: string, method: HttpMethod): TypePlace | undefined {
  if (answerName.test(name)) return 'response';
  if (/Quer(?:y|ies)(?:Params?|Parameters?|String)?$/.test(name)) return 'query';
  if (/Path(?:Params?|Parameters?)$/.test(name)) return 'path';
  if (name.endsWith('Headers')) return 'header';
  const isBodiless = /^(?:get|head|delete)$/.test(method);
  if (/(?:Request|Input|Payload|Body)$/.test(name)) return isBodiless ? 'parameters' : 'body';
  return /(?:Params|Parameters|Args|Options)$/.test(name) ? 'parameters' : undefined;
}

/** The rows of a declared type whose members are parameters. Gives no diagnostics. */
export function typeRows({ declaration }: PlacedType, declared: Declared): readonly FieldRow[] {
  return declaredRows(declaration, declared) ?? [];
}

/** The body that a type is of; where the line before it says so, one of a list of these. */
export interface TypedBody {
  readonly role: FieldRole;
  readonly subject: Subject;
  readonly isList?: boolean;
}

/** What a declared type says of the body that it is the type of: the object by its name, or what it stands for. Gives no diagnostics. */
export function typedBody(
  { declaration }: PlacedType,
  { role, subject, isList = false }: TypedBody,
  declared: Declared,
): Evidence[] {
  const { location, name } = declaration;
  const evidence = (fact: Fact): Evidence => ({ subject, fact, location, method: 'cell', confidence: 'high' });
  const exists = evidence({ kind: 'exists' });
  const rows = declaredRows(declaration, declared);
  if (rows && !isNamed(declaration))
    return [exists, ...fieldEvidence(rows, { role, path: isList ? [{ kind: 'items' }] : [] })];
  if (rows || (isNamed(declaration) && alternativesOf(declaration, declared))) {
    const reference = { document: location.document, words: name, form: 'one' } as const;
    return [exists, evidence({ kind: 'type', words: 'object' }), evidence({ kind: 'refers', reference })];
  }
  const { words, reference, children } = declaredType(declaration, declared);
  return [
    exists,
    ...(words === undefined ? [] : [evidence({ kind: 'type', words })]),
    ...(reference ? [evidence({ kind: 'refers', reference })] : []),
    ...fieldEvidence(children, { role, path: words === 'array of objects' ? [{ kind: 'items' }] : [] }),
  ];
}

/** The members of a type of one object that code shows without a name; undefined for other code. Gives no diagnostics. */
export function namelessRows(block: CodeBlock): readonly FieldRow[] | undefined {
  const declared: Declared = new Map();
  const declaration = namelessType(block, declared);
  return declaration && !declaration.type.text.endsWith(']') ? declaredRows(declaration, declared) : undefined;
}

/** The type of a body that code shows without a name: `{ id: string; tags?: string[] }`; undefined for code that is none. */
function namelessType(block: CodeBlock, declared: Declared): Declaration | undefined {
  const written = block.text.trim();
  // a text about the whole stands before it; members may stand without the braces around them
  const about = /^(?:[ \t]{0,40}\/\/[^\n]{0,2000}\n){1,50}(?=\s{0,40}\{)/.exec(written)?.[0] ?? '';
  const members = /^[\w$.-]{1,100}\??: [^\n{}]{1,5000}$/.test(written) ? `{ ${written} }` : undefined;
  const text = members ?? written.slice(about.length).trim();
  const named = /^([A-Za-z_$][\w$]{0,100})(?:\[\])?;?$/.exec(text)?.[1];
  const isNamed = named !== undefined && declared.has(named);
  const isTyped = /^(?:ts|tsx|typescript)$/.test(block.language ?? '') || isUnlabelledType(block);
  if (!isTyped || !(isNamed || /^\{[\s\S]*\}(?:\[\])?;?$/.test(text))) return undefined;
  const line = block.text.slice(0, block.text.search(/\S/)).split('\n').length - 1 + about.split('\n').length - 1;
  const location = locationOf(block, line, block.text.trimEnd().split('\n').length - 1);
  return {
    name: '',
    parameters: [],
    bases: [],
    type: { text: text.replace(/;$/, ''), line },
    comment: '',
    location,
    block,
  };
}
