import type { Report } from '../../base/diagnostic.ts';
import type { Block, ProseBlock } from '../../pages/page.ts';
import type { Declared } from '../declared-types/declarations.ts';
import type { Evidence, OperationName, Step } from '../evidence.ts';
import type { LastPart } from './part-role.ts';
import type { UnitSamples } from './unit-samples.ts';
import type { OperationUnit } from './units.ts';

/** An operation while its parts are read. */
export interface Reading {
  readonly operation: OperationName;
  readonly unit: OperationUnit;
  readonly report: Report;
  /** The types that code of the page declares. */
  readonly declared: Declared;
  readonly samples: UnitSamples;
  readonly evidence: Evidence[];
  readonly inPath: ReadonlySet<string>;
  /** The parts of the body, and of the response, that tables have named. */
  readonly known: Readonly<Record<'body' | 'response', (readonly Step[])[]>>;
  /** Where lists stand in the body, and in the response. */
  readonly lists: Readonly<Record<'body' | 'response', Set<string>>>;
  /** Where in the body, and in the response of each status, the first table stands. */
  readonly paths: Map<string, readonly Step[]>;
  readonly description: ProseBlock[];
  /** What says nothing that is understood. */
  readonly unread: Block[];
  /** What the list or table before was about, and in which section it stands. */
  readonly last: LastPart;
}
