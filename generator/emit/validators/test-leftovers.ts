import type { Schema } from '../../model/model.ts';
import { code, joinCode, type Code } from '../code.ts';
import { all, always } from './conditions.ts';
import { arrow, lookCall } from './looking.ts';
import { into, type Look, type Place, type Test } from './place.ts';
import { testExpression } from './test.ts';

/** Leftovers are looked at last, and then nothing is left. */
export function lookAtLeftovers(schema: Schema, place: Place): Look {
  const { writer } = place;
  const lines = [
    code`const own = ${writer.runtime('evaluated', 'evaluated')}();
if (!(${fitsWithLeftovers(schema, place, code`own`)})) return false;
${writer.runtime('evaluated', 'addEvaluated')}(seen, own);`,
  ];
  const { properties, items } = schema.unevaluated ?? {};
  if (properties) lines.push(code`${writer.runtime('evaluated', 'sawObject')}(value, seen);`);
  if (items) lines.push(code`${writer.runtime('evaluated', 'sawArray')}(value, seen);`);
  return { body: joinCode([...lines, code`return true;`], '\n') };
}

/** The test of a schema that demands something of its leftovers. */
export function testLeftovers(schema: Schema, place: Place): Test {
  return {
    body: code`const seen = ${place.writer.runtime('evaluated', 'evaluated')}();
return ${fitsWithLeftovers(schema, place, code`seen`)};`,
  };
}

function fitsWithLeftovers(schema: Schema, place: Place, seen: Code): Code {
  const { writer } = place;
  const { properties, items } = schema.unevaluated ?? {};
  const rest = (helper: string, part: Schema | undefined, word: string): Code => {
    const fits = part ? testExpression(part, into(place, word), code`member`) : always;
    if (fits === always) return always;
    return code`${writer.runtime('evaluated', helper)}(value, ${seen}, ${arrow(code`member`, fits)})`;
  };
  return all([
    lookCall(writer.bare(schema), into(place, 'rest'), code`value`, seen),
    rest('restOfObject', properties, 'other property'),
    rest('restOfArray', items, 'other item'),
  ]);
}
