import type { Identifier } from '../../base/names.ts';
import { code, joinCode, type Code } from '../code.ts';
import { depthParameter, leadsBack, type Place } from './place.ts';
import type { Schema } from '../../model/model.ts';

/** So many conditions stand in one expression: compilers go down into each by the one before it. */
const most = 200;

/** What conditions are about. */
export interface Subject {
  readonly schema: Schema;
  readonly place: Place;
  /** The local that the conditions read. */
  readonly local: { readonly name: Identifier; readonly type: Code };
  /** Whether they read the local `from`. */
  readonly counts: boolean;
}

/** Whether there are too many for one expression, or one after the other in one function. */
export function isLong(list: readonly unknown[]): boolean {
  return list.length > most;
}

/** The conditions themselves; where there are very many, calls of functions that hold some of them each. */
export function cut(conditions: readonly Code[], operator: '&&' | '||', subject: Subject): readonly Code[] {
  if (!isLong(conditions)) return conditions;
  const calls: Code[] = [];
  for (let start = 0; start < conditions.length; start += most) {
    calls.push(partCall(conditions.slice(start, start + most), operator, subject));
  }
  return cut(calls, operator, subject);
}

function partCall(conditions: readonly Code[], operator: '&&' | '||', subject: Subject): Code {
  const { schema, place, local, counts } = subject;
  const name = place.writer.testName(place.writer.nextStem(place));
  const holds = returnJoined(conditions, operator);
  const isDeep = leadsBack(schema, place) && holds.includes(', depth'); // an argument more would stay unused
  const from = { name: 'from' as Identifier, type: code`number` };
  const parameters = [local, ...(counts ? [from] : []), ...(isDeep ? [depthParameter] : [])];
  place.writer.add({ kind: 'function', name, exported: false, parameters, returnType: code`boolean`, body: holds });
  return code`${name}(${joinCode(
    parameters.map((one) => one.name),
    ', ',
  )})`;
}

/** `return` and the conditions, one below the other if they do not fit into a line. */
export function returnJoined(conditions: readonly Code[], operator: '&&' | '||'): Code {
  const together = joinCode(conditions, ` ${operator} `);
  if (together.length < 80) return code`return ${together};`;
  const lines = conditions.map((line, index) =>
    index === conditions.length - 1 ? line : code`${line} ${operator as Code}`,
  );
  return code`return (
  ${joinCode(lines, '\n')}
);`;
}
