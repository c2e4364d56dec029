import type { Report } from '../base/diagnostic.ts';
import type { Location } from '../base/location.ts';
import type { Block, ElementBlock, HeadingBlock, Page, ProseBlock } from '../pages/page.ts';
import { allBlocks, excerpt } from './blocks.ts';
import { headingSection, type Place, type Role, type Section } from './component-roles.ts';
import { isNamelessPath, type Enclosing } from './component-parameters.ts';
import type { Declared } from './declared-types/declarations.ts';
import type { Endpoint } from './endpoints.ts';
import type { Confidence, Evidence, Fact, Method, OperationName, Subject } from './evidence.ts';
import type { PlacedPart } from './printed/attribute-parts.ts';

/** What the blocks around a block say about it. */
export interface Context {
  readonly section?: Section;
  /** The status of the response that is described. */
  readonly status?: string;
  readonly role?: Role;
  readonly enclosing?: Enclosing;
  /** The title of the tab, the step or the fold around it, where that is of no section. */
  readonly title?: HeadingBlock;
  /** Whether the heading says that what stands under it is required. */
  readonly presence?: boolean;
  /** Whether an element around it stands for the operation: what has no place of its own is sent by convention. */
  readonly isHeld?: true;
  /** The depth of the heading that says the section. */
  readonly depth?: number;
}

/** What stands beside the components that describe an operation, and what that is about. */
interface ToldBlock {
  readonly block: Block;
  readonly role: 'request' | 'response' | 'other';
  readonly status?: string;
}

/** A page of components while it is read, block by block. */
export interface Reading {
  readonly page: Page;
  readonly report: Report;
  readonly endpoints: ReadonlyMap<Block | 'front matter', Endpoint>;
  readonly evidence: Evidence[];
  /** Parts of operations that attributes hold as OpenAPI writes them. */
  readonly parts: PlacedPart[];
  /** The operation under way; before the page names one, the first that it will name. */
  operation: OperationName;
  named: boolean;
  /** The heading and the prose that are summary and description of the operation. */
  title: HeadingBlock | undefined;
  description: ProseBlock[];
  /** What may tell of contents that are no JSON. */
  told: ToldBlock[];
  /** Whether parameters or samples have begun: prose after them is no description. */
  described: boolean;
  /** Where the last parameter outside of the path is sent. */
  sentBefore: Place | undefined;
  /** The answers that have a description. */
  readonly toldAnswers: Set<string>;
  /** Whether the section under way has shown a call: what follows it among examples is the answer. */
  hasCall: boolean;
  /** The line of the last heading of a response, 0 for none. */
  readonly lastAnswer: number;
  /** The methods that the page names in code: `POST`. */
  readonly methodsInCode: ReadonlySet<string>;
  /** The components that describe a parameter of the path without its name. */
  readonly namelessPaths: readonly ElementBlock[];
  /** The types that code of the page declares. */
  readonly declared: Declared;
}

/** A reading of `page` at its begin, whose code declares some types. */
export function startReading(
  page: Page,
  endpoints: ReadonlyMap<Block | 'front matter', Endpoint>,
  first: Endpoint,
  declared: Declared,
  report: Report,
): Reading {
  return {
    page,
    report,
    endpoints,
    evidence: [],
    parts: [],
    toldAnswers: new Set(),
    operation: first.operation,
    named: false,
    title: undefined,
    description: [],
    told: [],
    described: false,
    sentBefore: undefined,
    hasCall: false,
    lastAnswer: lastAnswer(page),
    methodsInCode: new Set([...page.text.matchAll(/`([A-Z]{3,7})`/g)].map((match) => match[1] ?? '')),
    namelessPaths: allBlocks(page.blocks)
      .filter((block) => block.kind === 'element')
      .filter(isNamelessPath),
    declared,
  };
}

function lastAnswer(page: Page): number {
  let line = 0;
  for (const block of allBlocks(page.blocks)) {
    if (block.kind === 'heading' && headingSection(block.text) === 'response') line = block.location.line;
  }
  return line;
}

/** Adds one fact; by default one that stands in an attribute or is the text of its subject. */
export function addFact(
  reading: Reading,
  subject: Subject,
  fact: Fact,
  location: Location,
  method: Method = 'attribute',
  confidence: Confidence = 'high',
): void {
  reading.evidence.push({ subject, fact, location, method, confidence });
}

/** Notes that a block gave no fact (`evidence/unread`). */
export function addUnread(reading: Reading, block: Block): void {
  reading.report.add('evidence/unread', block.location, { text: excerpt(block) });
}

/** The operation under way as a subject. */
export function operationSubject(reading: Reading): Subject {
  return { kind: 'operation', operation: reading.operation };
}

/** The whole body of a response of the operation under way. */
export function responseSubject(reading: Reading, status: string | undefined): Subject {
  return { kind: 'response', operation: reading.operation, path: [], ...(status !== undefined && { status }) };
}
