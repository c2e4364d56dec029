import type { Report } from '../../base/diagnostic.ts';
import type { JsonObject } from '../../base/json.ts';
import type { Library, Place } from '../../base/library.ts';
import type { Source } from '../../base/source.ts';
import { componentSections, type Kind } from '../../base/openapi-shape.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { SchemaDialect } from '../../base/schema-dialect.ts';

/** A part of some document that the bundle must hold under a name of its own. */
export interface Target {
  readonly place: Place;
  readonly kind: Kind;
  /** The same for the same part in the same role. */
  readonly id: string;
}

/** A reference in the bundle whose text is known once every target has its name. */
export interface Patch {
  readonly node: JsonObject;
  readonly key: string;
  readonly target: Target;
}

/** An entry of a component section that says nothing but where its content stands: the content takes its place. */
export interface Slot {
  readonly section: JsonObject;
  readonly name: string;
  /** Its JSON Pointer in the bundle. */
  readonly pointer: string;
  readonly target: Target;
}

/** What is gathered while documents are copied into one bundle. */
export interface BundleState {
  readonly root: Source;
  readonly library: Library;
  readonly report: Report;
  readonly isSwagger2: boolean;
  /** Targets by their id, in the order in which they were met. */
  readonly targets: Map<string, Target>;
  /** Where parts have come to stand: id → JSON Pointer in the bundle. */
  readonly placed: Map<string, string>;
  /** Where parts of the bundle come from, by their JSON Pointer; all others stand in the root document as they are. */
  readonly origins: Map<string, Place>;
  readonly patches: Patch[];
  readonly slots: Slot[];
  /** `operationRef`s, whose operations may be taken into the bundle later. */
  readonly operationRefs: { readonly node: JsonObject; readonly from: Place; readonly found: Place }[];
  /** Copied schemas with a discriminator. */
  readonly unions: JsonObject[];
  /** What has taken the place of a reference so far. */
  readonly inlined: Set<string>;
  /** What is known of the dialects of schemas, by their `$schema`. */
  readonly dialects: Map<string, SchemaDialect>;
  /** How many more values may take the place of references to what has done so before. */
  budget: number;
}

/** The target that a part is in a role. */
export function targetOf(place: Place, kind: Kind): Target {
  return { place, kind, id: `${kind} ${place.source.uri}#${place.pointer}${place.mark ?? ''}` };
}

/** The JSON Pointer of the section that holds components of a kind; undefined where the dialect has none. */
export function sectionPointer(kind: Kind, isSwagger2: boolean): string | undefined {
  if (isSwagger2) return swagger2Pointers[kind];
  const section = componentSections[kind];
  return section === undefined ? undefined : joinPointer('/components', section);
}

const swagger2Pointers: Readonly<Partial<Record<Kind, string>>> = {
  schema: '/definitions',
  parameter: '/parameters',
  response: '/responses',
  securityScheme: '/securityDefinitions',
};

/** The members of the root of Swagger 2.0 that hold components. */
export const swagger2Sections: readonly string[] = Object.values(swagger2Pointers).map((pointer) => pointer.slice(1));
