import type { Data } from '../base/data.ts';
import type { Report } from '../base/diagnostic.ts';
import type { JsonValue } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import type { Page } from '../pages/page.ts';

/** HTTP methods that OpenAPI knows (OAS 3.1, section 4.8.9), in lower case. */
export type HttpMethod = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';

/** An operation as a page names it. `path` is the template as written; operations are matched by the positions of its parameters. */
export interface OperationName {
  readonly method: HttpMethod;
  readonly path: string;
}

/** Where a parameter is sent (OAS 3.1, section 4.8.12). */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/**
 * One step into a JSON value: a property by name, the items of an array, the values of a map, or the union
 * branch whose property `tag` holds `value`.
 */
export type Step =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'values' }
  | { readonly kind: 'branch'; readonly tag: string; readonly value: string };

/** An object that pages describe once, for other parts to refer to. */
export interface EntityName {
  /** The document that describes it. */
  readonly document: string;
  /** What links to it end in: the anchor of its heading. */
  readonly anchor: string;
  /** What its heading calls it. */
  readonly title: string;
}

/** How a text names an entity; which one it means is decided when all pages are read. */
export interface EntityReference {
  /** The document in which the reference stands. */
  readonly document: string;
  /** The words: `guild member`. */
  readonly words: string;
  /** The target of the link, as written, where the words are one. */
  readonly link?: string;
  /** Whether the value is such an object, a list of them or a map to them. */
  readonly form: 'one' | 'list' | 'map';
  /** The lists and maps in which that stands, outermost first: `Box[][]`. */
  readonly within?: readonly ('list' | 'map')[];
  /** The value may also be one of these: `[Box](#box) or [Bag](#bag)`. */
  readonly others?: readonly Pick<EntityReference, 'words' | 'link'>[];
  /** Only some of its properties may be there. */
  readonly partial?: true;
}

/** Which operations share what a page says of all of them. */
export type SharedBy = 'all' | 'get' | 'lists';

/** What a fact is about. */
export type Subject =
  /** The API as a whole. */
  | { readonly kind: 'api' }
  | { readonly kind: 'operation'; readonly operation: OperationName }
  | {
      readonly kind: 'parameter';
      readonly operation: OperationName;
      readonly location: ParameterLocation;
      readonly name: string;
    }
  /** The request body, or a part of it. */
  | { readonly kind: 'request'; readonly operation: OperationName; readonly path: readonly Step[] }
  /** A response body or a part of it. Without `status` the page does not say for which status it stands. */
  | {
      readonly kind: 'response';
      readonly operation: OperationName;
      readonly status?: string;
      readonly path: readonly Step[];
    }
  /** A header of a response (OAS 3.1, section 4.8.21). */
  | {
      readonly kind: 'answerHeader';
      readonly operation: OperationName;
      readonly status?: string;
      readonly name: string;
    }
  /** An object with a name of its own, or a part of it. */
  | { readonly kind: 'entity'; readonly entity: EntityName; readonly path: readonly Step[] };

/** Authentication as pages show it (OAS 3.1, section 4.8.27). */
export type SecurityFact =
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
  | { readonly type: 'http'; readonly scheme: 'bearer' | 'basic' }
  | { readonly type: 'oauth2'; readonly flow?: string }
  /** It is stated that there is none. */
  | { readonly type: 'none' };

/**
 * What a rule between fields says of the subject, or of the fields it names where the subject holds them. `required`,
 * `forbidden`, `ignored`, `allowed` (only then) and `value` depend on them; `needs` them as well; `exclusive`: at most one of
 * them; `atLeastOne`, `exactlyOne`: one of them at least, or no other.
 */
export type FieldRuleKind =
  | 'required'
  | 'forbidden'
  | 'ignored'
  | 'allowed'
  | 'value'
  | 'needs'
  | 'exclusive'
  | 'atLeastOne'
  | 'exactlyOne';

/** A rule between fields as a text states it: kept, and enforced by nobody. */
export interface FieldRule {
  readonly kind: FieldRuleKind;
  /** What it is said of, where that is not the subject but another field that the sentence names. */
  readonly field?: string;
  /** The fields that the sentence names, in its order. */
  readonly fields: readonly string[];
  /** With `value`: what it must be. */
  readonly values?: readonly JsonValue[];
  /** The sentence. */
  readonly text: string;
}

/** Who may send a property: only answers hold one that is `readOnly`, only requests one that is `writeOnly`. */
export type Access = 'readOnly' | 'writeOnly';

/** One atomic statement. Facts about types keep the words of the page; what the words mean is decided later. */
export type Fact =
  /** A whole OpenAPI description, or a slice of one: then `file` names the file it was cut from, where the page says so. */
  | {
      readonly kind: 'spec';
      readonly data: Data;
      readonly uri: string;
      readonly isSlice?: true;
      /** The page says more of the operations in it, beside it. */
      readonly isPartial?: true;
      readonly file?: string;
    }
  /** A document that others refer to; what of it counts is for them to say (subject `api`). */
  | { readonly kind: 'part'; readonly data: Data; readonly uri: string }
  /** Title of the API (subject `api`). */
  | { readonly kind: 'title'; readonly text: string }
  /** Base URL of a server (subject `api`). */
  | { readonly kind: 'server'; readonly url: string }
  /** Samples send the operation to a path that begins with variables the page leaves out; see `path-prefix.ts`. */
  | { readonly kind: 'pathPrefix'; readonly path: string }
  /** The subject exists: an operation, a parameter, a property, a response with this status. */
  | { readonly kind: 'exists' }
  | { readonly kind: 'summary'; readonly text: string }
  /** What an operation is called in code, beside its summary. */
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'description'; readonly text: string }
  | { readonly kind: 'deprecated' }
  | { readonly kind: 'security'; readonly security: SecurityFact }
  | { readonly kind: 'scope'; readonly scope: string }
  /** Media type of a request or response body (subject with an empty path). */
  | { readonly kind: 'mediaType'; readonly mediaType: string }
  /** Type words as in the table of type words, unions with `|`: `string`, `object`, `string[]`, `string<uuid> | number`. */
  | { readonly kind: 'type'; readonly words: string }
  | { readonly kind: 'required'; readonly value: boolean }
  | { readonly kind: 'nullable' }
  /** The subject, a parameter, may be given several times: what is said of its type is said of each. */
  | { readonly kind: 'repeated' }
  /** The subject, a parameter, may have several of its values, with commas between them. */
  | { readonly kind: 'joined' }
  /** JSON Schema Validation, section 9.4. */
  | { readonly kind: 'access'; readonly access: Access }
  /** Allowed values. Open lists ("e.g.", a folded union branch) only name some of them. */
  | { readonly kind: 'enum'; readonly values: readonly JsonValue[]; readonly closed: boolean }
  | { readonly kind: 'default'; readonly value: JsonValue }
  | { readonly kind: 'format'; readonly format: string }
  /** A JSON Schema limit: minimum, maxLength, minItems, pattern, … */
  | { readonly kind: 'limit'; readonly keyword: string; readonly value: JsonValue }
  /** A `placeholder` is a stand-in of a documentation generator: shown to nobody, but it explains a contradiction. */
  | { readonly kind: 'example'; readonly value: JsonValue; readonly placeholder?: boolean }
  /** The body may also be a list of what is described (subject `response` with an empty path). */
  | { readonly kind: 'orList' }
  /** A whole sample of the body (empty path), with the place of each part. */
  | { readonly kind: 'sample'; readonly data: Data }
  /**
   * The operation is like the one that a link leads to: with the same parameters and body, with the same answer, or in both. What
   * is `single` answers with one object, and not with a list of them. Without a link it is like the one that reads the same path.
   */
  | {
      readonly kind: 'like';
      readonly document: string;
      readonly link?: string;
      /** The other, where the text writes its method and path. */
      readonly other?: OperationName;
      readonly parts: 'request' | 'answer' | 'both';
      /** The names of what is not taken over. */
      readonly except?: readonly string[];
      /** Nothing that is taken over has to be given. */
      readonly optional?: true;
      /** The answer is a list of what the other answers with. */
      readonly list?: true;
      readonly single?: true;
    }
  /**
   * What is stated of a parameter that operations refer to by a link to one of the anchors (subject `api`), or of which the page says
   * that all operations take it, all with the method GET, or all that answer with lists (`of`); of a header that is a credential, the security.
   */
  | {
      readonly kind: 'sharedParameter';
      readonly anchors: readonly string[];
      readonly location: ParameterLocation;
      readonly name: string;
      readonly fact: Fact;
      readonly of?: SharedBy;
    }
  /** The operation takes the shared parameters that a link leads to: of those that `words` name only these, where they name any. */
  | {
      readonly kind: 'takes';
      readonly document: string;
      readonly link: string;
      readonly words: readonly string[];
    }
  /** Links to this anchor of the document lead to the subject, an entity or an operation. */
  | { readonly kind: 'alias'; readonly anchor: string }
  /** As the whole of a body, the entity (the subject) stands in a property of this name. */
  | { readonly kind: 'wrapper'; readonly name: string }
  /** The subject is what is described elsewhere under a name. */
  | { readonly kind: 'refers'; readonly reference: EntityReference }
  /** The subject, an object, has all that the one has which is described elsewhere under a name. */
  | { readonly kind: 'extends'; readonly reference: EntityReference }
  /** The subject is a union whose branches differ by the constant of property `tag`; `complete` when all branches are known. */
  | { readonly kind: 'union'; readonly tag: string; readonly values: readonly string[]; readonly complete: boolean }
  /** The same answer may come with this status too (subject `response`), which no document shows. */
  | { readonly kind: 'otherStatus'; readonly status: string }
  /** What holds between the subject and other fields. */
  | { readonly kind: 'rule'; readonly rule: FieldRule }
  /** Something the page leaves open, in a short sentence of ours; ends up in `x-uncertain`. */
  | { readonly kind: 'uncertain'; readonly text: string };

/**
 * How a fact was found, strongest first: the order in which contradictions are decided.
 * spec: an OpenAPI document. attribute: a component's attribute. cell: a table cell. prose: the text that belongs
 * to the subject. label: a type label glued to a name. sample: an example value. name: the name alone.
 */
export type Method = 'spec' | 'attribute' | 'cell' | 'prose' | 'label' | 'sample' | 'name';

/** How sure a fact is. Low facts are hedged: they never make a validator refuse a value. */
export type Confidence = 'high' | 'medium' | 'low';

/** One table, list or tab that describes fields of a body: others beside it may be about other forms of that body. */
export interface BodyForm {
  readonly document: string;
  /** Where in the body its fields stand. */
  readonly path: readonly Step[];
  /** What says which form it is, nearest first: the line before it, the title of its tab, its heading. */
  readonly labels: readonly string[];
  /** It stands in a tab, of which a reader opens one. */
  readonly isTab?: true;
  /** A label says whether its fields are required, so that others go on with the same form. */
  readonly isPart?: true;
}

/** A fact, what it is about, where it stands, and how it was found. */
export interface Evidence {
  readonly subject: Subject;
  readonly fact: Fact;
  readonly location: Location;
  readonly method: Method;
  readonly confidence: Confidence;
  /** The form of the body that it is about, where pages may describe several. */
  readonly form?: BodyForm;
}

/** What a source tells about itself after a first look at a page. */
export interface Sniff {
  /** 0 (certainly not this style) to 1 (certainly this style). */
  readonly score: number;
  /** One short clause: which mark of the style was or was not found. */
  readonly reason: string;
}

/** An adapter for one documentation style. It only reports what stands on the page and decides nothing. */
export interface Source {
  /** kebab-case, the name of its file. */
  readonly name: string;
  sniff(page: Page): Sniff;
  read(page: Page, report: Report): Evidence[];
}
