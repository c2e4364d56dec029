import type { Block, ElementBlock } from '../pages/page.ts';
import {
  innerPath,
  isNamelessPath,
  nameSteps,
  parameterPlace,
  writtenName,
  writtenType,
  type Enclosing,
  type ParameterPlace,
} from './component-parameters.ts';
import type { Context, Reading } from './component-reading.ts';
import { componentRole, tagPlace, type Place, type Section } from './component-roles.ts';
import { pathParameters } from './request-url.ts';

/**
 * Where the value that a parameter component describes is sent, as its attributes, what stands around it and the path of
 * the operation say; undefined where nothing does. Gives no diagnostics.
 */
export function parameterWhere(reading: Reading, written: ElementBlock, around: Context): ParameterPlace | undefined {
  const block = withPlainPath(reading, written, around);
  const isOpen = around.section === undefined && around.role === undefined;
  // a parameter is sent, where a field may be one of whatever
  const isFree =
    around.section === undefined &&
    (block !== written || (isOpen && /^(?:api|endpoint)?(?:param|arg)/i.test(block.tag)));
  const context: Context = isFree ? { ...around, isHeld: true } : around;
  const where =
    parameterPlace(block, sectionPlace(context.section) ?? rolePlace(context), context.enclosing) ??
    templateParameter(reading, block) ??
    namelessParameter(reading, block) ??
    conventional(reading, block, context);
  const sent = where?.place === 'response' ? misplaced(reading, block, context) : undefined;
  return where && sent ? { ...where, place: sent, path: sent === 'body' ? where.path : [] } : where;
}

/**
 * A component whose attribute `path` is only its name: the path of the operation does not have it, and either has no parameter at all, or
 * the component stands in another part of the page than the path, or in a field.
 */
function withPlainPath({ operation, named }: Reading, block: ElementBlock, context: Context): ElementBlock {
  const { path, ...attributes } = block.attributes;
  const { section, role, enclosing } = context;
  const isElsewhere =
    enclosing !== undefined ||
    role === 'request' ||
    role === 'response' ||
    pathParameters(operation.path).length === 0 ||
    /^(?:query|header|cookie|body|response|request)$/.test(section ?? '');
  if (path === undefined || !named || !isElsewhere || pathParameters(operation.path).includes(path)) return block;
  const isRequest = section === 'request' && role === undefined && enclosing === undefined;
  return { ...block, attributes: { ...attributes, name: path, ...(isRequest && { in: 'body' }) } };
}

/**
 * Where a field is sent that has the component of responses but stands in the section of the request, before that of the
 * response: where the section says, else with the fields before it.
 */
function misplaced(reading: Reading, block: ElementBlock, context: Context): Place | undefined {
  const { section, role, enclosing } = context;
  if (enclosing || role !== undefined || tagPlace(block.tag) !== 'response') return undefined;
  if (reading.lastAnswer <= block.location.line) return undefined;
  const stated = sectionPlace(section);
  if (stated !== undefined) return stated === 'response' ? undefined : stated;
  return section === 'request' || section === 'parameters' ? reading.sentBefore : undefined;
}

/** A parameter below a heading that does not say where its values are sent (`Parameters`), or in an operation: by convention, by the method. */
function conventional(
  { operation, named }: Reading,
  block: ElementBlock,
  { section, enclosing, presence, isHeld }: Context,
): ParameterPlace | undefined {
  const name = writtenName(block);
  const isFree = section === 'parameters' || (section === undefined && isHeld === true);
  if (!named || !isFree || enclosing || name === undefined || /\s/.test(name)) return undefined;
  const isBodiless = /^(?:get|head|delete)$/.test(operation.method);
  const isGuess = presence === undefined;
  const where = isBodiless
    ? ({ place: 'query', name, path: [] } as const)
    : ({ place: 'body', name, path: nameSteps(name) } as const);
  return { ...where, ...(isGuess && { isGuess }) };
}

/** A parameter of no stated place that the path template names. */
function templateParameter(reading: Reading, block: ElementBlock): ParameterPlace | undefined {
  const name = writtenName(block);
  const isInPath = name !== undefined && pathParameters(reading.operation.path).includes(name);
  return isInPath ? { place: 'path', name, path: [] } : undefined;
}

/** A parameter of the path without a name: the only one, or the one at its place where the page has as many of them as the path. */
function namelessParameter(
  { operation, endpoints, namelessPaths }: Reading,
  block: ElementBlock,
): ParameterPlace | undefined {
  if (!isNamelessPath(block)) return undefined;
  const names = pathParameters(operation.path);
  const isComplete = endpoints.size === 1 && namelessPaths.length === names.length;
  const name = names.length === 1 ? names[0] : isComplete ? names[namelessPaths.indexOf(block)] : undefined;
  return name === undefined ? undefined : { place: 'path', name, path: [] };
}

/** What a component for requests or responses says of the values in it. */
function rolePlace({ role }: Context): Place | undefined {
  if (role === 'response') return 'response';
  return role === 'request' ? 'body' : undefined;
}

const places: ReadonlySet<Section> = new Set(['path', 'query', 'header', 'cookie', 'body', 'response']);

function sectionPlace(section: Section | undefined): Place | undefined {
  return section !== undefined && places.has(section) ? (section as Place) : undefined;
}

/** Whether an element only folds what stands in it. */
export function isFold(block: Block): boolean {
  return (
    block.kind === 'element' && /^(?:expandable|accordion|collaps(?:e|ible)|details|toggle|fold)$/i.test(block.tag)
  );
}

/** The parameter before a fold, if it may have parts and holds none itself. */
export function foldedIn(reading: Reading, before: Block | undefined, context: Context): Enclosing | undefined {
  if (before?.kind !== 'element' || componentRole(before.tag) !== 'parameter') return undefined;
  const isContainer = /\b(?:object|array|list|map|record|dict)\b|\[\]/i.test(writtenType(before) ?? '');
  const where = isContainer && !before.children.some(isFold) ? parameterWhere(reading, before, context) : undefined;
  if (where?.place !== 'body' && where?.place !== 'response') return undefined;
  return { place: where.place, path: innerPath(before, where) };
}
